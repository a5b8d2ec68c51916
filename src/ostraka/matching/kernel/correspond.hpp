// Two words laid against each other, and all correspondences of the words of two names.
#pragma once

#include <utility>
#include <vector>

#include "align.hpp"

namespace ostraka {

// A correspondence under consideration.
struct Option {
  Alignment alignment;
  Words query, listed;
  double similarity;
  double gain;
};

// Which kind of correspondence two words have, with similarity 0 when none.
std::pair<Alignment, double> correspond(const Token& query, const Token& listed,
                                        const Weights& weights);

// Every correspondence between words of two names, the most alike first, then the heaviest.
std::vector<Option> gather_options(const Weighed& query, const Weighed& listed,
                                   const Weights& weights);

// What words weigh together.
double sum(const std::vector<double>& weights, Words words);

}  // namespace ostraka
