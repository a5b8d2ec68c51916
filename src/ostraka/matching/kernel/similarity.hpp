// How alike two words are.
#pragma once

#include <cstddef>

#include "limits.hpp"
#include "sounding.hpp"

namespace ostraka {

// Optimal string alignment distance: insertions, deletions, substitutions and swaps of two
// neighbouring letters, each letter used once. Bit-parallel after Hyyrö, "A bit-vector algorithm
// for computing Levenshtein and Damerau edit distances" (2003). Reads `longest_word` letters.
std::size_t edit_distance(Points left, Points right);

// Edits that a word of this length may bear before it is another word.
constexpr std::size_t edit_limit(std::size_t length) {
  if (length < 4) return length == 3 ? 1 : 0;
  if (length < 6) return 1;
  if (length < 9) return 2;
  return length < 13 ? 3 : 4;
}

// True when the words are the same but for letters written double.
bool differ_in_doubles(Points left, Points right);

inline constexpr double doubled_letter = 0.93;  // Essa and Esa: the commonest slip of the pen
inline constexpr double same_sound = 0.95;      // Khalil and Kaleel: one name in two spellings
inline constexpr double swap_cost = 0.6;        // Sok and Sko: of an edit, the fingers only crossed

// Similarity of two words of which one was read from a script without vowels: `base` +
// (`same_sound` - `base`) * (1 - edits/length) of their soundings where `vowelless_key` is the same
// and has three sounds or more; with two sounds the base is lower by two fifths; else 0.
double vowelless_similarity(Points left, Points right, double base);

inline constexpr std::size_t longest_exact = 4;  // Han, kana and Hangul words that bear no slip

// Similarity of two words in [0, 1]: 1 when equal, 0 when they are different words. The largest of
//   1 - edits/length, within `edit_limit`,
//   `doubled_letter` for words that differ only in doubled letters,
//   1 - `swap_cost`/length for words in which only two neighbouring letters stand swapped,
//   `same_sound` for words of four letters and more that sound the same,
//   `skeleton_base` + (`same_sound` - `skeleton_base`) * (1 - edits/length) for words of the same
//   skeleton, edits and length being those of `sounding`.
// Words of up to `longest_exact` characters in Han, kana or Hangul are equal or different, and so are
// words longer than `longest_word` are equal or different, nothing between.
double word_similarity(Points left, Points right, double skeleton_base);

}  // namespace ostraka
