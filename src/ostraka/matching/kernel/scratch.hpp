// Work space of one thread, kept between queries so that nothing is made anew for each.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "bounds.hpp"
#include "found_words.hpp"
#include "index.hpp"

namespace ostraka {

// What a query word may stand for, and in how many names those words are.
struct Neighbours {
  std::vector<Neighbour> words;
  std::size_t postings = 0;
};

// Words of a query as bits: which of them a name has.
using WordSet = std::uint8_t;
inline constexpr std::size_t most_word_bits = 8;

// A name and the most that it can score.
struct Candidate {
  std::uint32_t name;
  double bound;
};

// Not safe for two threads at once.
class Scratch {
 public:
  explicit Scratch(const Index& index) : has(index.name_count()), index_(index) {}

  // `Index::neighbours`, remembered: words of names repeat from query to query. Valid until the next
  // call of `forget_some`.
  const Neighbours& neighbours(const Token& token);
  // Keeps what is remembered within its bound; called between queries.
  void forget_some();

  std::vector<WordSet> has;  // one a name, all zero between queries
  std::array<std::vector<std::uint32_t>, std::size_t{1} << most_word_bits> by_words;
  FoundWords found;
  Bounds bounds;
  std::vector<Candidate> candidates;
  Weighed listed;

 private:
  const Index& index_;
  std::string key_;
  std::unordered_map<std::string, Neighbours> remembered_;
};

}  // namespace ostraka
