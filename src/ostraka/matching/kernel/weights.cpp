#include "weights.hpp"

#include <algorithm>
#include <cmath>

namespace ostraka {

double rarity(const Weights& weights, std::uint32_t count, std::size_t parties,
              std::uint32_t commonness) {
  const double all = static_cast<double>(parties) + weights.background;
  const double bearers = std::max<double>(count, all * commonness / 100'000.0);
  const double share = std::log(all / (1.0 + bearers)) / std::log(all);
  return std::max(weights.rarity_floor, share);
}

}  // namespace ostraka
