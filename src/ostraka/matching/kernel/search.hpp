// From a query to the listed names that may be it.
#pragma once

#include <vector>

#include "index.hpp"
#include "scratch.hpp"

namespace ostraka {

struct SearchOptions {
  double floor = 0.6;         // names that score less are not reported
  bool weak_aliases = false;  // whether weak aliases are looked at
  std::size_t most = 4000;    // listed names that are aligned at the most, best bounds first
};

// A listed name that scores at least the floor, by the reading of the query that scores best.
struct Found {
  std::uint32_t name;
  std::uint32_t reading;
  Scored scored;
};

// One way to read the query, and the script of syllables it was romanised from (0: none).
struct QueryReading {
  Tokens tokens;
  std::uint8_t origin = 0;
};

// Every listed name found for any reading of the query, best first; at most one entry a name.
std::vector<Found> search(const Index& index, const std::vector<QueryReading>& readings,
                          const SearchOptions& options, Scratch& scratch);

// The same for every listed name without any index: what the index must not lose. For tests.
std::vector<Found> search_all(const Index& index, const std::vector<QueryReading>& readings,
                              const SearchOptions& options);

}  // namespace ostraka
