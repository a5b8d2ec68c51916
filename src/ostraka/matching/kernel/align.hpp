// The scorer: words of two names laid against each other.
#pragma once

#include <string>
#include <vector>

#include "token.hpp"
#include "weights.hpp"

namespace ostraka {

// The members of `ostraka.model.hit.Alignment`, in the order of the Python enum.
enum class Alignment : std::uint8_t {
  equal,
  variant,
  similar,
  initial,
  joined,
  unmatched_query,
  unmatched_listed,
};

// The members of `ostraka.model.hit.Closeness`, in the order of the Python enum.
enum class Closeness : std::uint8_t { equal, variant, close };

// Words of one name that stand together: `count` of them from `from`. Behind the last word comes the
// first, because a family name that stands first is read behind the given names.
struct Words {
  std::size_t from = 0, count = 0;
  // The place of word `k` of these in a name of `size` words.
  std::size_t place(std::size_t k, std::size_t size) const { return (from + k) % size; }
};

// Words that correspond. For an unmatched word one side is empty and carries no weight.
struct Pair {
  Alignment alignment;
  Words query, listed;
  double similarity;
  double query_weight;
  double listed_weight;
};

// A name with the weight of each of its words.
struct Weighed {
  Tokens tokens;
  std::vector<double> weights;
};

// The score and what it is made of, in one value:
//   score = ceiling * order * support * sum(similarity^sharpness * (query_weight + listed_weight))
//                                     / sum(query_weight + listed_weight)
// over all pairs, unmatched words counting with similarity 0. `support` is less than 1 where the
// words that agree are few and common.
struct Scored {
  double score = 0;
  double order = 1;
  double support = 1;
  Closeness closeness = Closeness::close;
  std::vector<Pair> pairs;
};

// Whether the words look like an organisation's name (a legal form or a generic word stands in it).
bool looks_like_organisation(const Tokens& tokens);

// The words as one reads them, a space between.
std::string show(const Tokens& tokens, Words words);

// Lays the words of two names against each other, best correspondences first.
Scored align(const Weighed& query, const Weighed& listed, const Weights& weights, bool person);

}  // namespace ostraka
