// Sizes that building, searching and aligning must agree on, or the index would lose names.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ostraka {

inline constexpr std::size_t longest_word = 64;     // code points of a word that are compared
inline constexpr std::size_t most_joined = 3;       // words that may be written as one
inline constexpr std::size_t shortest_join = 4;     // letters that joined words have together
inline constexpr std::size_t shortest_trigram = 5;  // letters of a word the trigram pass reads
inline constexpr std::size_t shortest_sounding = 5;  // in shorter words vowels tell names apart
inline constexpr std::size_t short_word = 3;         // letters of a word where one slip is a third

// How a word of a name, its role and its traits share 32 bits, and a name's flags and origin 8.
inline constexpr std::uint32_t word_mask = 0x00ffffff, role_mask = 0x0f;
inline constexpr unsigned role_shift = 24, traits_shift = 28, origin_shift = 2;

}  // namespace ostraka
