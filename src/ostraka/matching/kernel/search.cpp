#include "search.hpp"

#include <algorithm>

#include "opening.hpp"

namespace ostraka {
namespace {

// The candidates to align: the most promising, at most so many.
void keep_most(std::vector<Candidate>& candidates, std::size_t most) {
  if (candidates.size() <= most) return;
  const auto last = candidates.begin() + static_cast<std::ptrdiff_t>(most);
  std::nth_element(candidates.begin(), last, candidates.end(),
                   [](const Candidate& a, const Candidate& b) {
                     return a.bound != b.bound ? a.bound > b.bound : a.name < b.name;
                   });
  candidates.resize(most);
}

void align_name(const Index& index, const Weighed& query, std::uint32_t reading,
                std::uint8_t origin, std::uint32_t name, const SearchOptions& options,
                Weighed& listed, std::vector<Found>& found) {
  if (index.has_flag(name, weak_alias) && !options.weak_aliases) return;
  if (is_written_alike(origin, index.origin(name))) return;
  index.read_name(name, listed);
  auto scored = align(query, listed, index.weights(), index.has_flag(name, person));
  if (scored.score >= options.floor) found.push_back({name, reading, std::move(scored)});
}

// Keeps the best of several scores for one name, of equal ones the earlier reading, because the
// first is the name as written; the best name first.
void rank(std::vector<Found>& found) {
  const auto better = [](const Found& a, const Found& b) {
    if (a.scored.score != b.scored.score) return a.scored.score > b.scored.score;
    return a.reading != b.reading ? a.reading < b.reading : a.name < b.name;
  };
  std::sort(found.begin(), found.end(), [&](const Found& a, const Found& b) {
    return a.name != b.name ? a.name < b.name : better(a, b);
  });
  const auto is_same = [](const Found& a, const Found& b) { return a.name == b.name; };
  found.erase(std::unique(found.begin(), found.end(), is_same), found.end());
  std::sort(found.begin(), found.end(), better);
}

}  // namespace

std::vector<Found> search(const Index& index, const std::vector<QueryReading>& readings,
                          const SearchOptions& options, Scratch& scratch) {
  std::vector<Found> found;
  scratch.forget_some();
  for (std::uint32_t reading = 0; reading < readings.size(); ++reading) {
    const Weighed query = index.weigh(readings[reading].tokens);
    open_names(index, query, options, scratch);
    keep_most(scratch.candidates, options.most);
    for (const auto& candidate : scratch.candidates) {
      align_name(index, query, reading, readings[reading].origin, candidate.name, options,
                 scratch.listed, found);
    }
  }
  rank(found);
  return found;
}

std::vector<Found> search_all(const Index& index, const std::vector<QueryReading>& readings,
                              const SearchOptions& options) {
  std::vector<Found> found;
  Weighed listed;
  for (std::uint32_t reading = 0; reading < readings.size(); ++reading) {
    const Weighed query = index.weigh(readings[reading].tokens);
    for (std::uint32_t name = 0; name < index.name_count(); ++name) {
      align_name(index, query, reading, readings[reading].origin, name, options, listed, found);
    }
  }
  rank(found);
  return found;
}

}  // namespace ostraka
