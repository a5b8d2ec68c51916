#include "search.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "limits.hpp"
#include "spares.hpp"

namespace ostraka {
namespace {

// Query words that together weigh less than this share of the query open no names: with a spare
// word costing 0.4 of its weight at the least, what has only them scores below the floor named.
constexpr double opening_share = 0.18;
constexpr double opening_floor = 0.55;
// A light word of the query may stand for a listed word this many times its weight: the rarest
// word of the heaviest role against the commonest of the lightest that opens no names.
constexpr double light_cover = 100.0;
constexpr std::size_t most_remembered = 20000;  // words a thread keeps the neighbours of

struct Candidate {
  std::uint32_t name;
  double bound;
};

void credit(Scratch& scratch, std::uint32_t name, double matched, double covered) {
  auto& entry = scratch.credits[name];
  if (entry.matched == 0.0f) scratch.touched.push_back(name);
  entry.matched += static_cast<float>(matched);
  entry.covered += static_cast<float>(covered);
}

void credit_word(const Index& index, const Token& token, double weight, Scratch& scratch) {
  for (const auto& neighbour : scratch.neighbours(token)) {
    const double covered = index.heaviest(neighbour.word);
    for (const auto name : index.postings(neighbour.word)) {
      credit(scratch, name, weight * neighbour.similarity, covered);
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
double credit_words(const Index& index, const Weighed& query, double total, double floor,
                    Scratch& scratch) {
  const double least = floor >= opening_floor ? opening_share * total : 0.0;
  double rest = total;
  for (const auto k : heaviest_first(query.weights)) {
    if (rest < least) break;
    rest -= query.weights[k];
    if (query.tokens[k].role == Role::initial) {
      rest += query.weights[k];  // stands for many words; counted for every name
      continue;
    }
    credit_word(index, query.tokens[k], query.weights[k], scratch);
  }
  return rest;
}

// Credits names that have several words of the query as one.
void credit_joined(const Index& index, const std::u32string& text, double weight,
                   Scratch& scratch) {
  if (text.size() < shortest_join) return;
  for (const auto same : index.same_letters(text)) {
    const double covered = index.heaviest(same);
    for (const auto name : index.postings(same)) credit(scratch, name, weight, covered);
  }
}

// Credits names in which words of the query stand joined or split.
void credit_joins(const Index& index, const Weighed& query, Scratch& scratch) {
  for (std::size_t from = 0; from < query.tokens.size(); ++from) {
    const auto& word = query.tokens[from];
    if (word.points.size() >= shortest_join) {
      for (const auto name : index.joined(word.points)) {
        credit(scratch, name, query.weights[from], index.total(name));
      }
    }
    std::u32string text(word.points);
    double weight = query.weights[from];
    for (std::size_t next = from + 1; next < query.tokens.size() && next < from + most_joined; ++next) {
      text += query.tokens[next].points;
      weight += query.weights[next];
      credit_joined(index, text, weight, scratch);
    }
  }
  if (query.tokens.size() < 2) return;
  const auto& last = query.tokens.back().points;
  const std::u32string around = std::u32string(last) + std::u32string(query.tokens.front().points);
  credit_joined(index, around, query.weights.back() + query.weights.front(), scratch);
}

// The least that a spare word costs beside agreeing words of weight `matched`.
double least_cost(const Weights& weights, double thin, bool is_person, bool is_one_word) {
  const double usual = is_person ? weights.spare_person : weights.spare_other;
  const double several = usual * weights.spare_father * (1 + weights.thin_cost * thin);
  const double single = is_one_word ? weights.spare_person : weights.spare_single;
  return std::min({several, single, weights.spare_conflict});
}

// The most a name can score when query words of weight `matched` are found in it and cover listed
// words of weight `covered`. A pair weighs what the lighter of its words weighs, so the query's
// own weight is never too little.
double bound(const Weights& weights, double matched, double total, double uncovered,
             bool is_person, bool is_one_word) {
  const double thin = judge_thinness(matched, weights);
  const double spare = least_cost(weights, thin, is_person, is_one_word);
  const double missing = std::max(0.0, total - matched) + std::max(0.0, uncovered);
  return weights.ceiling * judge_support(thin, weights) * 2 * matched /
         (2 * matched + spare * missing);
}

std::vector<Candidate> choose(const Index& index, const Weighed& query, double total, double light,
                              const SearchOptions& options, Scratch& scratch) {
  std::vector<Candidate> chosen;
  const bool is_one_word = count_content(query.tokens) < 2;
  for (const auto name : scratch.touched) {
    const auto found = std::exchange(scratch.credits[name], {});
    if (index.has_flag(name, weak_alias) && !options.weak_aliases) continue;
    const double matched = std::min<double>(total, found.matched + light);
    const double uncovered = index.total(name) - found.covered - light_cover * light;
    // A name of the same words is always looked at.
    const bool is_whole = matched >= total && uncovered <= 0;
    const double best = is_whole ? 1.0
                                 : bound(index.weights(), matched, total, uncovered,
                                         index.has_flag(name, person), is_one_word);
    if (best >= options.floor) chosen.push_back({name, best});
  }
  scratch.touched.clear();
  const auto better = [](const Candidate& a, const Candidate& b) {
    return a.bound != b.bound ? a.bound > b.bound : a.name < b.name;
  };
  if (chosen.size() > options.most) {
    const auto last = chosen.begin() + static_cast<std::ptrdiff_t>(options.most);
    std::nth_element(chosen.begin(), last, chosen.end(), better);
    chosen.resize(options.most);
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
                std::uint8_t origin, std::uint32_t name, const SearchOptions& options,
                std::vector<Found>& found) {
  if (index.has_flag(name, weak_alias) && !options.weak_aliases) return;
  if (is_written_alike(origin, index.origin(name))) return;
  const bool is_person = index.has_flag(name, person);
  auto scored = align(query, index.name(name), index.weights(), is_person);
  if (scored.score >= options.floor) keep(found, {name, reading, std::move(scored)});
}

// Best first; of equal scores the earlier reading, because the first is the name as written.
void sort_found(std::vector<Found>& found) {
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    if (a.scored.score != b.scored.score) return a.scored.score > b.scored.score;
    return a.reading != b.reading ? a.reading < b.reading : a.name < b.name;
  });
}

}  // namespace

const std::vector<Neighbour>& Scratch::neighbours(const Token& token) {
  if (remembered_.size() > most_remembered) remembered_.clear();
  std::string key(token.bytes);
  key += ' ';
  key += token.has(syllabic) ? '1' : token.has(vowelless) ? '2' : '0';
  for (const auto group : token.groups) key += ' ' + std::to_string(group);
  const auto found = remembered_.find(key);
  if (found != remembered_.end()) return found->second;
  return remembered_.emplace(std::move(key), index_.neighbours(token)).first->second;
}

std::vector<Found> search(const Index& index, const std::vector<QueryReading>& readings,
                          const SearchOptions& options, Scratch& scratch) {
  std::vector<Found> found;
  for (std::uint32_t reading = 0; reading < readings.size(); ++reading) {
    const Weighed query = index.weigh(readings[reading].tokens);
    const double total = std::accumulate(query.weights.begin(), query.weights.end(), 0.0);
    const auto same = index.same_words(query.tokens);
    const double light = credit_words(index, query, total, options.floor, scratch);
    credit_joins(index, query, scratch);
    for (const auto name : same) credit(scratch, name, total, index.total(name));
    for (const auto& candidate : choose(index, query, total, light, options, scratch)) {
      align_name(index, query, reading, readings[reading].origin, candidate.name, options, found);
    }
  }
  sort_found(found);
  return found;
}

std::vector<Found> search_all(const Index& index, const std::vector<QueryReading>& readings,
                              const SearchOptions& options) {
  std::vector<Found> found;
  for (std::uint32_t reading = 0; reading < readings.size(); ++reading) {
    const Weighed query = index.weigh(readings[reading].tokens);
    for (std::uint32_t name = 0; name < index.name_count(); ++name) {
      align_name(index, query, reading, readings[reading].origin, name, options, found);
    }
  }
  sort_found(found);
  return found;
}

}  // namespace ostraka
