// Words that only one of two names has, and what they cost.
#pragma once

#include <algorithm>
#include <vector>

#include "align.hpp"

namespace ostraka {

// Whether a word of this role says who is meant.
inline bool carries_content(Role role) {
  return role != Role::particle && role != Role::title && role != Role::legal_form;
}

std::size_t count_content(const Tokens& tokens);

// How far agreeing words of that weight are from being enough to tell somebody apart, in [0, 1].
inline double judge_thinness(double support, const Weights& weights) {
  return std::max(0.0, 1.0 - support / weights.thin_support);
}

// What is left of the score of a match that is so thin, in [0, 1].
inline double judge_support(double thin, const Weights& weights) {
  // The fourth power: two common words are still a name, one is next to nothing.
  return 1.0 - weights.thin_fade * thin * thin * thin * thin;
}

// The words left over on both sides.
struct Spares {
  std::vector<std::size_t> query, listed;
  bool query_content = false, listed_content = false;
  bool query_form = false, listed_form = false;
  bool query_generation = false, listed_generation = false;

  bool conflict() const { return query_content && listed_content; }
  bool contradict() const { return conflict() || (query_form && listed_form); }
};

Spares find_spares(const Weighed& query, const Weighed& listed, const std::vector<bool>& query_used,
                   const std::vector<bool>& listed_used);

// What the words that agree say, which decides how much a spare word costs.
struct Agreement {
  std::size_t words = 0;   // with content that agree by more than a letter
  bool rare_word = false;  // the query is one word, rare enough to stand for a whole name
  double quality = 1;      // how well they agree, in [0, 1]
  double thin = 0;         // how far their weight is from being enough, in [0, 1]
};

// Adds a pair for each spare word, with what it costs as its weight.
void add_spares(std::vector<Pair>& pairs, const Weighed& query, const Weighed& listed,
                const Spares& spares, const Weights& weights, const Agreement& agreement,
                bool person);

}  // namespace ostraka
