#include "align.hpp"

#include <algorithm>
#include <cmath>

#include "correspond.hpp"
#include "limits.hpp"
#include "spares.hpp"

namespace ostraka {
namespace {

constexpr double whole_name = 0.85;  // what is left at the least where whole names are equal

bool is_free(const std::vector<bool>& used, Words words) {
  for (std::size_t k = 0; k < words.count; ++k) {
    if (used[words.place(k, used.size())]) return false;
  }
  return true;
}

void occupy(std::vector<bool>& used, Words words) {
  for (std::size_t k = 0; k < words.count; ++k) used[words.place(k, used.size())] = true;
}

// True when the listed positions, read in query order, only rise but for one fall: the same
// order, or the family name moved from one end to the other.
bool is_rotation(const std::vector<std::size_t>& positions) {
  std::size_t falls = 0;
  for (std::size_t k = 1; k < positions.size(); ++k) falls += positions[k] < positions[k - 1];
  if (falls == 0) return true;
  return falls == 1 && positions.back() < positions.front();
}

Closeness judge(const Spares& spares, const std::vector<Pair>& pairs, const Weights& weights,
                bool person) {
  const bool spare_word = spares.query_content || spares.listed_content;
  const bool other_word = std::any_of(pairs.begin(), pairs.end(), [&](const Pair& pair) {
    return pair.similarity < weights.accept_short;
  });
  if (spares.contradict() || other_word || (spare_word && !person)) return Closeness::close;
  const bool equal = std::all_of(pairs.begin(), pairs.end(), [](const Pair& pair) {
    return pair.alignment == Alignment::equal;
  });
  return equal && !spare_word ? Closeness::equal : Closeness::variant;
}

// How well the words that correspond agree, in [0, 1]; 1 where none do.
double agree(const std::vector<Pair>& pairs, const Weights& weights) {
  double agreed = 0, all = 0;
  for (const Pair& pair : pairs) {
    const double weight = pair.query_weight + pair.listed_weight;
    agreed += std::pow(pair.similarity, weights.sharpness) * weight;
    all += weight;
  }
  return all > 0 ? agreed / all : 1.0;
}

void finish(Scored& scored, const Weights& weights) {
  if (scored.pairs.empty()) return;
  scored.score =
      weights.ceiling * scored.order * scored.support * agree(scored.pairs, weights);
}

// The correspondences chosen out of all options, and what they use up.
struct Chosen {
  std::vector<Pair> pairs;
  std::vector<bool> query_used, listed_used;
  std::vector<std::pair<std::size_t, std::size_t>> places;  // of words with content
  std::size_t agreeing = 0;  // words with content that agree by more than a letter
  std::size_t exchanged = 0;  // words that are a father's name on one side only
  double support = 0;         // weight of the words with content, by how alike they are

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

// Whether a slip in a word of three letters may pass: two other words agree, and agree well.
bool may_slip(const Chosen& chosen, const Option& option, const Weights& weights) {
  return option.alignment != Alignment::similar || option.similarity >= weights.accept ||
         option.similarity < weights.accept_short || chosen.agreeing >= 2;
}

// Takes the best option whose words are still free, until none is left.
Chosen choose(const std::vector<Option>& options, const Weighed& query, const Weighed& listed,
              const Weights& weights, bool letters) {
  Chosen chosen;
  chosen.query_used.resize(query.tokens.size());
  chosen.listed_used.resize(listed.tokens.size());
  for (const Option& option : options) {
    const bool is_letter = option.alignment == Alignment::initial ||
                           (option.query.count == 1 && option.listed.count == 1 &&
                            query.tokens[option.query.from].role == Role::initial);
    if ((is_letter && !letters) || !is_free(chosen.query_used, option.query) ||
        !is_free(chosen.listed_used, option.listed) || !may_slip(chosen, option, weights)) {
      continue;
    }
    occupy(chosen.query_used, option.query);
    occupy(chosen.listed_used, option.listed);
    // A word and its misspelling count as the commoner of the two: a typo must not make rare.
    const double lighter =
        std::min(sum(query.weights, option.query), sum(listed.weights, option.listed));
    // The form of a name in another language is another's name, however common.
    const bool is_cognate =
        option.alignment == Alignment::variant && option.similarity < weights.accept_short;
    const double weight = is_cognate ? std::max(lighter, weights.cognate_weight) : lighter;
    chosen.pairs.push_back(
        {option.alignment, option.query, option.listed, option.similarity, weight, weight});
    const Token& asked = query.tokens[option.query.from];
    if (!carries_content(asked.role)) continue;
    chosen.places.emplace_back(option.query.from, option.listed.from);
    chosen.support += std::pow(option.similarity, weights.sharpness) * lighter;
    chosen.exchanged += asked.has(descent) != listed.tokens[option.listed.from].has(descent);
    const bool agrees = !is_letter && option.similarity >= weights.accept_short;
    chosen.agreeing += agrees ? std::max(option.query.count, option.listed.count) : 0;
  }
  return chosen;
}

// True when the query is one word, as rare as a family name can be, and the name has it exactly:
// whoever types "Maduro" or "Huawei" means the one there is.
bool asks_for_one_rare_word(const Weighed& query, const std::vector<Pair>& pairs,
                            std::size_t agreeing, const Weights& weights) {
  if (count_content(query.tokens) != 1 || agreeing != 1) return false;
  return std::any_of(pairs.begin(), pairs.end(), [&](const Pair& pair) {
    return pair.alignment == Alignment::equal && pair.query_weight >= weights.alone_weight;
  });
}

// Whether the query is one word and the listed name at most one word of content more: Huawei may
// stand for Huawei Technologies, XPCC not for its Public Security Bureau.
bool is_short_name(const Weighed& query, const Weighed& listed) {
  return query.tokens.size() == 1 && count_content(listed.tokens) <= 2;
}

// Less than 1 where the words stand in another order, much less where father and son do.
double judge_order(Chosen& chosen, const Weights& weights) {
  if (chosen.exchanged >= 2) return weights.lineage;
  return is_rotation(chosen.positions()) ? 1.0 : weights.order;
}

}  // namespace

std::string show(const Tokens& tokens, Words words) {
  std::string text;
  for (std::size_t k = 0; k < words.count; ++k) {
    if (k > 0) text += ' ';
    text += tokens[words.place(k, tokens.size())].bytes;
  }
  return text;
}

bool looks_like_organisation(const Tokens& tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.role == Role::legal_form || token.role == Role::generic ||
           token.role == Role::trade;
  });
}

Scored align(const Weighed& query, const Weighed& listed, const Weights& weights, bool person) {
  const auto options = gather_options(query, listed, weights);
  auto chosen = choose(options, query, listed, weights, true);
  // Letters that stand for names say something beside a word that agrees, nothing alone.
  if (chosen.agreeing == 0 && !chosen.is_whole()) {
    chosen = choose(options, query, listed, weights, false);
  }
  Scored scored;
  scored.pairs = chosen.pairs;
  scored.order = judge_order(chosen, weights);
  const Spares spares = find_spares(query, listed, chosen.query_used, chosen.listed_used);
  scored.closeness = judge(spares, scored.pairs, weights, person);
  Agreement agreement;
  agreement.words = chosen.agreeing;
  agreement.rare_word = (person || is_short_name(query, listed)) &&
                        asks_for_one_rare_word(query, scored.pairs, chosen.agreeing, weights);
  agreement.quality = agree(scored.pairs, weights);
  agreement.thin = judge_thinness(chosen.support, weights);
  // Common words alone are nobody, but two names of the same two common words are one name.
  const bool is_name = chosen.is_whole() && chosen.agreeing >= 2;
  scored.support = is_name ? std::max(whole_name, judge_support(agreement.thin, weights))
                           : judge_support(agreement.thin, weights);
  add_spares(scored.pairs, query, listed, spares, weights, agreement, person);
  finish(scored, weights);
  return scored;
}

}  // namespace ostraka
