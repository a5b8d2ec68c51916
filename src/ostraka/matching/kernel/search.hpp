// From a query to the listed names that may be it.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "index.hpp"

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

// Work space of one thread, kept between queries.
class Scratch {
 public:
  explicit Scratch(const Index& index) : credits(index.name_count()), index_(index) {}

  // `Index::neighbours`, remembered: words of names repeat from query to query.
  const std::vector<Neighbour>& neighbours(const Token& token);

  // What was found of the query in a name: at most this weight of the query's words, covering at
  // least this weight of the listed words.
  struct Credit {
    float matched = 0, covered = 0;
  };
  std::vector<Credit> credits;         // one a name
  std::vector<std::uint32_t> touched;  // names with anything found

 private:
  const Index& index_;
  std::unordered_map<std::string, std::vector<Neighbour>> remembered_;
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
