// The most that a listed name can score, told from its words without laying them out.
#pragma once

#include <cstdint>
#include <vector>

#include "align.hpp"
#include "found_words.hpp"
#include "index.hpp"

namespace ostraka {

// What words of the query and of a name say together, each at its best for the name.
struct Tally {
  double matched = 0;         // weight of what agrees
  double spare = 0;           // weight of the words that only one side has
  double spare_fathers = 0;   // of which fathers' names, that cost less
  std::size_t agreeing = 0;   // words of the query with content that may agree
  std::size_t lone_names = 0; // words of `spare` that name somebody
  double lone_weight = 0;     // and what they weigh
  bool query_lacks = false, listed_lacks = false;  // words with content only the other side has
};

// One query, held against names. The bound of a name is never below its score by `align`: every
// word is taken at its most alike, every spare word at its cheapest (`spares.cpp`).
class Bounds {
 public:
  // Both outlive the value.
  void begin(const Weighed& query, const Index& index, const FoundWords& found);

  // The most the name can score; `is_joined` where it has a word of the query in several parts.
  double judge(std::uint32_t name, bool is_joined);

  // The most any name can score that has no other words of the query than those marked.
  double judge_words(const std::vector<bool>& has) const;

 private:
  double score(const Tally& tally, bool is_person, bool is_loose) const;
  double least_cost(const Tally& tally, double thin, bool is_person, bool is_loose) const;
  void spare_query_word(std::size_t place, Tally& tally) const;
  void look_up(Span<std::uint32_t> words);
  void tally_listed(std::uint32_t name, Tally& tally) const;

  const Weighed* query_ = nullptr;
  const Index* index_ = nullptr;
  const FoundWords* found_ = nullptr;
  std::vector<double> best_;  // of each word of the query, how alike its best listed word is
  // Of the listed words: what those found weigh, as alike as they are and in all; of the others,
  // how many carry content and whether one is a father's name.
  double listed_matched_ = 0, listed_weight_ = 0;
  std::size_t listed_lacking_ = 0;
  bool listed_father_ = false;
  std::size_t letters_ = 0;   // words of the query that are a letter
  double letter_weight_ = 0, heaviest_role_ = 1;
  bool is_one_word_ = false, has_generation_ = false;
};

}  // namespace ostraka
