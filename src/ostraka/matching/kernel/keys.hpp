// Keys under which words that are nearly the same meet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ostraka {

// 32-bit FNV-1a over code points.
std::uint32_t hash32(std::u32string_view text, std::uint32_t seed = 0x811c9dc5u);

// 64-bit hash of bytes, four lanes of multiply and fold; used for checksums and whole names.
std::uint64_t hash64(const void* data, std::size_t length);

// The word, the word with each letter left out, the word without doubled letters, its sound, its
// consonant skeleton, and the skeleton with each consonant left out: any two words within one edit share a
// key, and most within two. Words of fewer than three letters have only themselves.
std::vector<std::uint32_t> neighbour_keys(std::u32string_view word);

// Key of the word's consonants as a script without vowels shows them, apart for words that were read
// from one and for words written with vowels; none where it has fewer than two sounds.
std::optional<std::uint32_t> bare_key(std::u32string_view word, bool is_vowelless);

// Key of words written as one: the same for texts that differ in doubled letters only.
std::uint32_t join_key(std::u32string_view text);

// Hashes of the word's distinct trigrams, with a mark at both ends.
std::vector<std::uint32_t> trigram_keys(std::u32string_view word);

}  // namespace ostraka
