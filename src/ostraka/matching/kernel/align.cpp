#include "align.hpp"

#include <algorithm>
#include <cmath>

#include "limits.hpp"
#include "similarity.hpp"

namespace ostraka {
namespace {

bool carries_content(Role role) {
  return role != Role::particle && role != Role::title && role != Role::legal_form;
}

// A correspondence under consideration.
struct Option {
  Alignment alignment;
  Words query, listed;
  double similarity;
  double gain;
};

bool is_initial_of(const Token& one, const Token& other) {
  return one.role == Role::initial && other.points.size() > 1 &&
         other.points.front() == one.points.front();
}

// Which kind of correspondence two words have, with similarity 0 when none.
std::pair<Alignment, double> correspond(const Token& query, const Token& listed,
                                        const Weights& weights) {
  if (query.points == listed.points) return {Alignment::equal, 1.0};
  if (query.role == Role::legal_form || listed.role == Role::legal_form ||
      query.role == Role::number || listed.role == Role::number) {
    return {Alignment::similar, 0.0};  // Limited is not Inc., Vessel 1 is not Vessel 2
  }
  if (share_group(query, listed)) {
    const bool is_short = std::min(query.points.size(), listed.points.size()) <= 4;
    return {Alignment::variant, is_short ? weights.variant_short : weights.variant};
  }
  if (is_initial_of(query, listed) || is_initial_of(listed, query)) {
    return {Alignment::initial, weights.initial};
  }
  const double similarity = word_similarity(query.points, listed.points, weights.skeleton_base);
  return {Alignment::similar, similarity < weights.accept ? 0.0 : similarity};
}

double sum(const std::vector<double>& weights, Words words) {
  double total = 0;
  for (std::size_t k = words.from; k < words.from + words.count; ++k) total += weights[k];
  return total;
}

std::u32string join(const Tokens& tokens, Words words) {
  std::u32string text;
  for (std::size_t k = words.from; k < words.from + words.count; ++k) text += tokens[k].points;
  return text;
}

std::size_t count_letters(const Tokens& tokens, Words words) {
  std::size_t letters = 0;
  for (std::size_t k = words.from; k < words.from + words.count; ++k) {
    letters += tokens[k].points.size();
  }
  return letters;
}

// Options in which two or three words of `many` make one word of `one`: the same letters, but for
// at most two doubled ones, so that the index can find them by one key.
template <typename Add>
void consider_joins(const Tokens& many, const Tokens& one, const Weights& weights, Add add) {
  for (std::size_t count = 2; count <= most_joined && count <= many.size(); ++count) {
    for (std::size_t from = 0; from + count <= many.size(); ++from) {
      const Words words{from, count};
      const std::size_t letters = count_letters(many, words);
      if (letters < shortest_join) continue;
      for (std::size_t k = 0; k < one.size(); ++k) {
        const auto length = one[k].points.size();
        if (length + 2 < letters || length > letters + 2) continue;
        const auto text = join(many, words);
        if (!differ_in_doubles(text, one[k].points)) continue;
        const double alike = word_similarity(text, one[k].points, weights.skeleton_base);
        add(words, Words{k, 1}, alike * weights.joined);
      }
    }
  }
}

std::vector<Option> gather_options(const Weighed& query, const Weighed& listed,
                                   const Weights& weights) {
  std::vector<Option> options;
  const auto add = [&](Alignment alignment, Words one, Words other, double similarity) {
    const double gain = similarity * (sum(query.weights, one) + sum(listed.weights, other));
    options.push_back({alignment, one, other, similarity, gain});
  };
  for (std::size_t q = 0; q < query.tokens.size(); ++q) {
    for (std::size_t l = 0; l < listed.tokens.size(); ++l) {
      const auto [kind, similarity] = correspond(query.tokens[q], listed.tokens[l], weights);
      if (similarity > 0) add(kind, Words{q, 1}, Words{l, 1}, similarity);
    }
  }
  consider_joins(query.tokens, listed.tokens, weights, [&](Words many, Words one, double alike) {
    add(Alignment::joined, many, one, alike);
  });
  consider_joins(listed.tokens, query.tokens, weights, [&](Words many, Words one, double alike) {
    add(Alignment::joined, one, many, alike);
  });
  std::stable_sort(options.begin(), options.end(), [](const Option& a, const Option& b) {
    if (a.similarity != b.similarity) return a.similarity > b.similarity;
    return a.gain > b.gain;
  });
  return options;
}

bool is_free(const std::vector<bool>& used, Words words) {
  const auto first = used.begin() + static_cast<std::ptrdiff_t>(words.from);
  const auto last = first + static_cast<std::ptrdiff_t>(words.count);
  return std::none_of(first, last, [](bool taken) { return taken; });
}

void occupy(std::vector<bool>& used, Words words) {
  for (std::size_t k = words.from; k < words.from + words.count; ++k) used[k] = true;
}

// True when the listed positions, read in query order, only rise but for one fall: the same
// order, or the family name moved from one end to the other.
bool is_rotation(const std::vector<std::size_t>& positions) {
  std::size_t falls = 0;
  for (std::size_t k = 1; k < positions.size(); ++k) falls += positions[k] < positions[k - 1];
  if (falls == 0) return true;
  return falls == 1 && positions.back() < positions.front();
}

// The words left over on both sides and what they cost.
struct Spares {
  std::vector<std::size_t> query, listed;
  bool query_content = false, listed_content = false;
  bool query_form = false, listed_form = false;

  bool contradict() const {
    return (query_content && listed_content) || (query_form && listed_form);
  }
};

Spares find_spares(const Weighed& query, const Weighed& listed, const std::vector<bool>& query_used,
                   const std::vector<bool>& listed_used) {
  Spares spares;
  for (std::size_t k = 0; k < query_used.size(); ++k) {
    if (query_used[k]) continue;
    spares.query.push_back(k);
    spares.query_content |= carries_content(query.tokens[k].role);
    spares.query_form |= query.tokens[k].role == Role::legal_form;
  }
  for (std::size_t k = 0; k < listed_used.size(); ++k) {
    if (listed_used[k]) continue;
    spares.listed.push_back(k);
    spares.listed_content |= carries_content(listed.tokens[k].role);
    spares.listed_form |= listed.tokens[k].role == Role::legal_form;
  }
  return spares;
}

// What a word that only one side has costs, as a factor on its weight.
double spare_cost(const Spares& spares, const Weights& weights, bool person, std::size_t agreeing,
                  bool alone) {
  if (spares.query_content && spares.listed_content) return weights.spare_conflict;
  if (agreeing < 2) return alone ? weights.spare_person : weights.spare_single;
  return person ? weights.spare_person : weights.spare_other;
}

// How well the words that correspond agree, in [0, 1]; 1 where none do.
double agreement(const std::vector<Pair>& pairs, const Weights& weights) {
  double agreed = 0, all = 0;
  for (const Pair& pair : pairs) {
    const double weight = pair.query_weight + pair.listed_weight;
    agreed += std::pow(pair.similarity, weights.sharpness) * weight;
    all += weight;
  }
  return all > 0 ? agreed / all : 1.0;
}

void add_spares(std::vector<Pair>& pairs, const Weighed& query, const Weighed& listed,
                const Spares& spares, const Weights& weights, double cost, bool single) {
  const auto weigh = [&](const Token& token, double weight) {
    const bool names_somebody = token.role == Role::word || token.role == Role::given;
    // Beside one agreeing word even a common one tells apart: Christina Mohammed is no Christina.
    if (single && names_somebody) weight = std::max(weight, weights.spare_floor);
    return weight * (token.role == Role::number ? std::max(cost, weights.spare_conflict) : cost);
  };
  for (const auto k : spares.query) {
    const Token& token = query.tokens[k];
    pairs.push_back({Alignment::unmatched_query, Words{k, 1}, Words{}, 0.0,
                     weigh(token, query.weights[k]), 0.0});
  }
  for (const auto k : spares.listed) {
    const Token& token = listed.tokens[k];
    pairs.push_back({Alignment::unmatched_listed, Words{}, Words{k, 1}, 0.0, 0.0,
                     weigh(token, listed.weights[k])});
  }
}

Closeness judge(const Spares& spares, const std::vector<Pair>& pairs, bool person) {
  const bool spare_word = spares.query_content || spares.listed_content;
  if (spares.contradict() || (spare_word && !person)) return Closeness::close;
  const bool equal = std::all_of(pairs.begin(), pairs.end(), [](const Pair& pair) {
    return pair.alignment == Alignment::equal;
  });
  return equal && !spare_word ? Closeness::equal : Closeness::variant;
}

void finish(Scored& scored, const Weights& weights) {
  if (scored.pairs.empty()) return;
  scored.score = weights.ceiling * scored.order * agreement(scored.pairs, weights);
}

// The correspondences chosen out of all options, and what they use up.
struct Chosen {
  std::vector<Pair> pairs;
  std::vector<bool> query_used, listed_used;
  std::vector<std::pair<std::size_t, std::size_t>> places;  // of words with content
  std::size_t agreeing = 0;  // words with content that agree by more than a letter

  // Whether every word of both names is equal to one of the other.
  bool is_whole() const {
    const auto all = [](const std::vector<bool>& used) {
      return std::all_of(used.begin(), used.end(), [](bool taken) { return taken; });
    };
    return all(query_used) && all(listed_used) &&
           std::all_of(pairs.begin(), pairs.end(), [](const Pair& pair) {
             return pair.alignment == Alignment::equal;
           });
  }

  // Where the words of the listed name stand, in the order of the query.
  std::vector<std::size_t> positions() {
    std::sort(places.begin(), places.end());
    std::vector<std::size_t> found;
    for (const auto& place : places) found.push_back(place.second);
    return found;
  }
};

// Takes the best option whose words are still free, until none is left.
Chosen choose(const std::vector<Option>& options, const Weighed& query, const Weighed& listed,
              bool letters) {
  Chosen chosen;
  chosen.query_used.resize(query.tokens.size());
  chosen.listed_used.resize(listed.tokens.size());
  for (const Option& option : options) {
    const bool is_letter = option.alignment == Alignment::initial ||
                           query.tokens[option.query.from].role == Role::initial;
    if ((is_letter && !letters) || !is_free(chosen.query_used, option.query) ||
        !is_free(chosen.listed_used, option.listed)) {
      continue;
    }
    occupy(chosen.query_used, option.query);
    occupy(chosen.listed_used, option.listed);
    // A word and its misspelling count as the commoner of the two: a typo must not make rare.
    const double weight =
        std::min(sum(query.weights, option.query), sum(listed.weights, option.listed));
    chosen.pairs.push_back(
        {option.alignment, option.query, option.listed, option.similarity, weight, weight});
    if (!carries_content(query.tokens[option.query.from].role)) continue;
    chosen.places.emplace_back(option.query.from, option.listed.from);
    chosen.agreeing += is_letter ? 0 : std::max(option.query.count, option.listed.count);
  }
  return chosen;
}

// True when the query is one word, as rare as a family name can be, and the name has it exactly:
// whoever types "Maduro" means the one there is.
bool asks_for_one_rare_word(const Weighed& query, const std::vector<Pair>& pairs,
                            std::size_t agreeing, const Weights& weights) {
  const auto words = std::count_if(query.tokens.begin(), query.tokens.end(),
                                   [](const Token& token) { return carries_content(token.role); });
  if (words != 1 || agreeing != 1) return false;
  return std::any_of(pairs.begin(), pairs.end(), [&](const Pair& pair) {
    return pair.alignment == Alignment::equal && pair.query_weight >= weights.alone_weight;
  });
}

}  // namespace

std::string show(const Tokens& tokens, Words words) {
  std::string text;
  for (std::size_t k = words.from; k < words.from + words.count; ++k) {
    if (k > words.from) text += ' ';
    text += tokens[k].bytes;
  }
  return text;
}

bool looks_like_organisation(const Tokens& tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.role == Role::legal_form || token.role == Role::generic;
  });
}

Scored align(const Weighed& query, const Weighed& listed, const Weights& weights, bool person) {
  const auto options = gather_options(query, listed, weights);
  auto chosen = choose(options, query, listed, true);
  // Letters that stand for names say something beside a word that agrees, nothing alone.
  if (chosen.agreeing == 0 && !chosen.is_whole()) chosen = choose(options, query, listed, false);
  Scored scored;
  scored.pairs = std::move(chosen.pairs);
  scored.order = is_rotation(chosen.positions()) ? 1.0 : weights.order;
  const Spares spares = find_spares(query, listed, chosen.query_used, chosen.listed_used);
  scored.closeness = judge(spares, scored.pairs, person);
  const bool alone =
      person && asks_for_one_rare_word(query, scored.pairs, chosen.agreeing, weights);
  const double cost = spare_cost(spares, weights, person, chosen.agreeing, alone) *
                      (1 + weights.spare_doubt * (1 - agreement(scored.pairs, weights)));
  add_spares(scored.pairs, query, listed, spares, weights, cost,
             chosen.agreeing < 2 && !alone);
  finish(scored, weights);
  return scored;
}

}  // namespace ostraka
