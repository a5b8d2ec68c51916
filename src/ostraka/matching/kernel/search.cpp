#include "search.hpp"

#include <algorithm>
#include <numeric>

namespace ostraka {
namespace {

// Query words that together weigh less than this share open no new names: what has only them
// cannot reach any useful floor.
constexpr double opening_share = 0.18;
constexpr std::size_t shortest_join = 4;
constexpr std::size_t most_remembered = 20000;  // words a thread keeps the neighbours of

struct Candidate {
  std::uint32_t name;
  double bound;
};

void credit(Scratch& scratch, std::uint32_t name, double weight) {
  if (scratch.matched[name] == 0.0f) scratch.touched.push_back(name);
  scratch.matched[name] += static_cast<float>(weight);
}

void credit_word(const Index& index, const Token& token, double weight, Scratch& scratch) {
  for (const auto& neighbour : scratch.neighbours(token)) {
    for (const auto name : index.postings(neighbour.word)) {
      credit(scratch, name, weight * neighbour.similarity);
    }
  }
}

std::vector<std::size_t> heaviest_first(const std::vector<double>& weights) {
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
  return order;
}

// Credits names for each word of the query, heaviest first; returns the weight of the words that
// were too light to open names.
double credit_words(const Index& index, const Weighed& query, double total, Scratch& scratch) {
  double rest = total;
  for (const auto k : heaviest_first(query.weights)) {
    if (rest < opening_share * total) break;
    rest -= query.weights[k];
    if (query.tokens[k].role == Role::initial) {
      rest += query.weights[k];  // stands for many words; counted for every name
      continue;
    }
    credit_word(index, query.tokens[k], query.weights[k], scratch);
  }
  return rest;
}

// Credits names in which words of the query stand joined or split.
void credit_joins(const Index& index, const Weighed& query, Scratch& scratch) {
  for (std::size_t from = 0; from < query.tokens.size(); ++from) {
    const auto& word = query.tokens[from];
    if (word.points.size() >= shortest_join) {
      for (const auto name : index.joined(word.points)) {
        credit(scratch, name, query.weights[from]);
      }
    }
    std::u32string text(word.points);
    double weight = query.weights[from];
    for (std::size_t next = from + 1; next < query.tokens.size() && next < from + 3; ++next) {
      text += query.tokens[next].points;
      weight += query.weights[next];
      if (text.size() < shortest_join) continue;
      for (const auto same : index.same_letters(text)) {
        for (const auto name : index.postings(same)) credit(scratch, name, weight);
      }
    }
  }
}

// The most a name can score when query words of weight `matched` are found in it.
double bound(const Weights& weights, double matched, double total, double listed_total) {
  const double spare = std::min({weights.spare_person, weights.spare_single, weights.spare_other});
  const double missing = std::max(0.0, total - matched) + std::max(0.0, listed_total - matched);
  return weights.ceiling * 2 * matched / (2 * matched + spare * missing);
}

std::vector<Candidate> choose(const Index& index, double total, double light, double floor,
                              std::size_t most, Scratch& scratch) {
  std::vector<Candidate> chosen;
  for (const auto name : scratch.touched) {
    const double matched = std::min<double>(total, scratch.matched[name] + light);
    const double best = bound(index.weights(), matched, total, index.total(name));
    if (best >= floor) chosen.push_back({name, best});
    scratch.matched[name] = 0.0f;
  }
  scratch.touched.clear();
  const auto better = [](const Candidate& a, const Candidate& b) {
    return a.bound != b.bound ? a.bound > b.bound : a.name < b.name;
  };
  if (chosen.size() > most) {
    std::nth_element(chosen.begin(), chosen.begin() + most, chosen.end(), better);
    chosen.resize(most);
  }
  return chosen;
}

// Keeps the better of two scores for one name.
void keep(std::vector<Found>& found, Found next) {
  for (auto& entry : found) {
    if (entry.name != next.name) continue;
    if (next.scored.score > entry.scored.score) entry = std::move(next);
    return;
  }
  found.push_back(std::move(next));
}

void align_name(const Index& index, const Weighed& query, std::uint32_t reading,
                std::uint32_t name, const SearchOptions& options, std::vector<Found>& found) {
  if (index.has_flag(name, weak_alias) && !options.weak_aliases) return;
  const bool is_person = index.has_flag(name, person);
  auto scored = align(query, index.name(name), index.weights(), is_person);
  if (scored.score >= options.floor) keep(found, {name, reading, std::move(scored)});
}

void sort_found(std::vector<Found>& found) {
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return a.scored.score != b.scored.score ? a.scored.score > b.scored.score : a.name < b.name;
  });
}

}  // namespace

const std::vector<Neighbour>& Scratch::neighbours(const Token& token) {
  if (remembered_.size() > most_remembered) remembered_.clear();
  std::string key(token.bytes);
  for (const auto group : token.groups) key += ' ' + std::to_string(group);
  const auto found = remembered_.find(key);
  if (found != remembered_.end()) return found->second;
  return remembered_.emplace(std::move(key), index_.neighbours(token)).first->second;
}

std::vector<Found> search(const Index& index, const std::vector<Tokens>& readings,
                          const SearchOptions& options, Scratch& scratch) {
  std::vector<Found> found;
  for (std::uint32_t reading = 0; reading < readings.size(); ++reading) {
    const Weighed query = index.weigh(readings[reading]);
    const double total = std::accumulate(query.weights.begin(), query.weights.end(), 0.0);
    const auto same = index.same_words(query.tokens);
    const double light = credit_words(index, query, total, scratch);
    credit_joins(index, query, scratch);
    for (const auto name : same) credit(scratch, name, total);
    for (const auto& candidate :
         choose(index, total, light, options.floor, options.most, scratch)) {
      align_name(index, query, reading, candidate.name, options, found);
    }
  }
  sort_found(found);
  return found;
}

std::vector<Found> search_all(const Index& index, const std::vector<Tokens>& readings,
                              const SearchOptions& options) {
  std::vector<Found> found;
  for (std::uint32_t reading = 0; reading < readings.size(); ++reading) {
    const Weighed query = index.weigh(readings[reading]);
    for (std::uint32_t name = 0; name < index.name_count(); ++name) {
      align_name(index, query, reading, name, options, found);
    }
  }
  sort_found(found);
  return found;
}

}  // namespace ostraka
