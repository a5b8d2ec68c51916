#include "similarity.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace ostraka {
namespace {

// Where each letter of the pattern stands, as one bit a position.
class Positions {
 public:
  explicit Positions(Points pattern) : pattern_(pattern) {
    for (std::size_t k = 0; k < pattern.size(); ++k) {
      if (pattern[k] < ascii_.size()) ascii_[pattern[k]] |= std::uint64_t{1} << k;
    }
  }

  std::uint64_t of(char32_t letter) const {
    if (letter < ascii_.size()) return ascii_[letter];
    std::uint64_t bits = 0;
    for (std::size_t k = 0; k < pattern_.size(); ++k) {
      if (pattern_[k] == letter) bits |= std::uint64_t{1} << k;
    }
    return bits;
  }

 private:
  std::array<std::uint64_t, 128> ascii_{};
  Points pattern_;
};

// True when the words are equal but for two neighbouring letters that stand swapped.
bool is_swap(Points left, Points right) {
  if (left.size() != right.size()) return false;
  const auto [one, other] = std::mismatch(left.begin(), left.end(), right.begin());
  const auto rest = left.end() - one;
  return rest >= 2 && one[0] == other[1] && one[1] == other[0] &&
         std::equal(one + 2, left.end(), other + 2);
}

double share_kept(std::size_t edits, std::size_t length) {
  return 1.0 - static_cast<double>(edits) / static_cast<double>(length);
}

}  // namespace

std::size_t edit_distance(Points left, Points right) {
  left = left.substr(0, longest_word);
  right = right.substr(0, longest_word);
  if (left.empty() || right.empty()) return std::max(left.size(), right.size());
  const Positions positions(left);
  const std::uint64_t last = std::uint64_t{1} << (left.size() - 1);
  std::uint64_t plus = ~std::uint64_t{0}, minus = 0, zero = 0, before = 0;
  std::size_t distance = left.size();
  for (const char32_t letter : right) {
    const std::uint64_t here = positions.of(letter);
    const std::uint64_t swap = ((~zero & here) << 1) & before;
    zero = (((here & plus) + plus) ^ plus) | here | minus | swap;
    std::uint64_t up = minus | ~(zero | plus);
    std::uint64_t down = zero & plus;
    if (up & last) ++distance;
    if (down & last) --distance;
    up = up << 1 | 1;
    down <<= 1;
    plus = down | ~(zero | up);
    minus = up & zero;
    before = here;
  }
  return distance;
}

bool differ_in_doubles(Points left, Points right) {
  std::size_t l = 0, r = 0;
  while (l < left.size() && r < right.size()) {
    const char32_t letter = left[l];
    if (letter != right[r]) return false;
    while (l < left.size() && left[l] == letter) ++l;
    while (r < right.size() && right[r] == letter) ++r;
  }
  return l == left.size() && r == right.size();
}

constexpr double few_consonants = 0.6;

double vowelless_similarity(Points left, Points right, double base) {
  const auto bare = vowelless_key(left);
  if (bare.size < 2 || bare.view() != vowelless_key(right).view()) return 0.0;
  const auto one = sounding(left), other = sounding(right);
  const std::size_t longer = std::max(one.size, other.size);
  if (longer == 0) return 0.0;
  const std::size_t edits = std::min(longer, edit_distance(one.view(), other.view()));
  // Two consonants are those of many names: their vowels must nearly agree.
  const double least = bare.size < 3 ? base * few_consonants : base;
  return least + (same_sound - least) * share_kept(edits, longer);
}

bool is_of_syllables(Points word) {
  return std::any_of(word.begin(), word.end(), [](char32_t point) {
    return (point >= 0x3040 && point <= 0x9fff) || (point >= 0xac00 && point <= 0xd7a3) ||
           (point >= 0xf900 && point <= 0xfaff) || (point >= 0x20000 && point <= 0x3ffff);
  });
}

namespace {

// How alike two words are by ear, 0 where they do not sound alike.
double by_sound(Points left, Points right, double skeleton_base) {
  const std::size_t shorter = std::min(left.size(), right.size());
  if (shorter <= short_word) return 0.0;
  const auto one = sounding(left), other = sounding(right);
  if (one.size < 2 || other.size < 2) return 0.0;
  if (one.view() == other.view()) return same_sound;
  if (shorter < shortest_sounding) return 0.0;
  const auto sounds = skeleton(left);
  if (sounds.size < 2 || sounds.view() != skeleton(right).view()) return 0.0;
  const std::size_t longer = std::max(one.size, other.size);
  const std::size_t edits = std::min(longer, edit_distance(one.view(), other.view()));
  return skeleton_base + (same_sound - skeleton_base) * share_kept(edits, longer);
}

}  // namespace

namespace {

// Which letters a word has, one bit each, and which of the consonants that no spelling changes.
struct LetterSet {
  std::uint32_t letters = 0, consonants = 0;
};

LetterSet find_letters(Points word) {
  LetterSet found;
  for (const char32_t letter : word) {
    found.letters |= std::uint32_t{1} << (letter & 31);
    switch (letter) {
      case U'p': case U'f': case U'v': case U'w': found.consonants |= 1; break;
      case U'b': case U'g': case U'l': case U'm': case U'n': case U'r':
        found.consonants |= std::uint32_t{1} << (letter & 31);
        break;
      default: break;
    }
  }
  return found;
}

std::size_t count_bits(std::uint32_t bits) {
  // Pairs, then fours, then bytes side by side: the oldest processors we build for cannot count.
  bits -= bits >> 1 & 0x55555555u;
  bits = (bits & 0x33333333u) + (bits >> 2 & 0x33333333u);
  return ((bits + (bits >> 4)) & 0x0f0f0f0fu) * 0x01010101u >> 24;
}

}  // namespace

double word_similarity(Points left, Points right, double skeleton_base) {
  if (left == right) return 1.0;
  if (std::max(left.size(), right.size()) > longest_word) return 0.0;
  const std::size_t longer = std::max(left.size(), right.size());
  const std::size_t shorter = std::min(left.size(), right.size());
  const std::size_t limit = edit_limit(longer);
  const bool far = longer - shorter > limit + 2;
  if (far || limit == 0) return 0.0;
  if (longer <= longest_exact && (is_of_syllables(left) || is_of_syllables(right))) return 0.0;
  // An edit takes away one letter and adds one: most pairs are told apart without looking closer.
  const LetterSet one = find_letters(left), other = find_letters(right);
  const bool may_sound = one.consonants == other.consonants;
  if (count_bits(one.letters ^ other.letters) > 2 * limit) {
    return may_sound ? by_sound(left, right, skeleton_base) : 0.0;
  }
  const std::size_t edits = edit_distance(left, right);
  double by_edits = edits <= limit ? share_kept(edits, longer) : 0.0;
  if (is_swap(left, right)) {
    by_edits = std::max(by_edits, 1.0 - swap_cost / static_cast<double>(longer));
  }
  if (shorter > 1 && left.size() != right.size() && differ_in_doubles(left, right)) {
    by_edits = std::max(by_edits, doubled_letter);
  }
  if (by_edits >= same_sound || !may_sound) return by_edits;
  return std::max(by_edits, by_sound(left, right, skeleton_base));
}

}  // namespace ostraka
