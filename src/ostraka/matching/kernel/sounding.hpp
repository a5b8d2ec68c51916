// How a word sounds: spellings of one sound folded, so that Khalil and Kaleel are one.
#pragma once

#include <array>
#include <cstddef>

#include "limits.hpp"
#include "token.hpp"

namespace ostraka {

// A short word on the stack.
struct Sounds {
  std::array<char32_t, longest_word> letters;  // those beyond `size` hold nothing
  std::size_t size = 0;
  void push(char32_t letter) {
    if (size < letters.size()) letters[size++] = letter;
  }
  Points view() const { return {letters.data(), size}; }
};

// The consonants a listener keeps: doubled letters once, vowels dropped except a leading one,
// spellings of one sound folded (ph f w v, q c k, z s), h dropped after a consonant other than s
// and c. Words outside Latin a-z give none.
Sounds skeleton(Points word);

// The same with p as b and j as g, no h at all and no sound twice in a row: what is left of a word in
// a script that writes no vowels.
Sounds vowelless_key(Points word);

// The word with one letter for each sound, vowels kept: no letter double, h dropped where it only
// softens or ends a word, ee and ie and y as i, oo and ou as u, q and c and ck as k, ph and w as f
// and v, dj as j, x as ks, sch as sh. Words outside Latin a-z give none.
Sounds sounding(Points word);

}  // namespace ostraka
