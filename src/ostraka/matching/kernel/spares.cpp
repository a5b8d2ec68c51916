#include "spares.hpp"

#include <algorithm>

namespace ostraka {
namespace {

void note(const Token& token, bool& content, bool& form) {
  content |= carries_content(token.role);
  form |= token.role == Role::legal_form;
}

bool has_syllables(const Weighed& name) {
  return std::any_of(name.tokens.begin(), name.tokens.end(),
                     [](const Token& token) { return token.has(syllabic); });
}

bool is_syllable(const Token& token) {
  return token.has(syllabic) || std::any_of(token.groups.begin(), token.groups.end(),
                                            [](auto group) {
                                              return group >= first_syllable && group < first_place;
                                            });
}

// What a spare word costs, as a factor on its weight, whatever the word.
double base_cost(const Spares& spares, const Weights& weights, const Agreement& agreement,
                 bool person) {
  const double doubt = 1 + weights.spare_doubt * (1 - agreement.quality);
  if (spares.conflict()) return weights.spare_conflict * doubt;
  if (agreement.rare_word) return weights.spare_person * doubt;
  if (agreement.words < 2) return weights.spare_single * doubt;
  const double cost = person ? weights.spare_person : weights.spare_other;
  return cost * doubt * (1 + weights.thin_cost * agreement.thin);
}

// The costs of the spare words of one comparison.
class Costs {
 public:
  Costs(const Weighed& query, const Weighed& listed, const Spares& spares, const Weights& weights,
        const Agreement& agreement, bool person)
      : weights_(weights),
        base_(base_cost(spares, weights, agreement, person)),
        lonely_(agreement.words < 2 && !agreement.rare_word),
        rare_word_(agreement.rare_word),
        conflict_(spares.conflict()),
        forms_(spares.query_form && spares.listed_form && agreement.words < 2),
        generations_(spares.query_generation && spares.listed_generation),
        syllables_(person && (has_syllables(query) || has_syllables(listed))) {}

  double of(const Token& token, double weight) const {
    const bool names_somebody = token.role == Role::word || token.role == Role::given;
    // Beside one agreeing word even a common one tells apart: Christina Mohammed is no Christina.
    // So does another word in its place.
    if ((lonely_ || conflict_) && names_somebody) weight = std::max(weight, weights_.spare_floor);
    if (conflict_ && token.role == Role::initial) weight = std::max(weight, weights_.spare_letter);
    if (forms_ && token.role == Role::legal_form) weight = std::max(weight, weights_.spare_form);
    if (generations_ && is_generation(token)) return weights_.spare_generation;
    return weight * factor(token);
  }

 private:
  double factor(const Token& token) const {
    if (token.role == Role::trade && !rare_word_) return std::max(base_, weights_.spare_trade);
    // A number tells apart, a country more is the company of that country, a syllable another name.
    const bool decides = token.role == Role::number || token.role == Role::place || (syllables_ && is_syllable(token));
    if (decides) return std::max(base_, weights_.spare_conflict);
    return token.has(descent) && !conflict_ && !lonely_ ? base_ * weights_.spare_father : base_;
  }

  const Weights& weights_;
  double base_;
  bool lonely_, rare_word_, conflict_, forms_, generations_, syllables_;
};

}  // namespace

std::size_t count_content(const Tokens& tokens) {
  return static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), [](const Token& token) {
    return carries_content(token.role);
  }));
}

Spares find_spares(const Weighed& query, const Weighed& listed, const std::vector<bool>& query_used,
                   const std::vector<bool>& listed_used) {
  Spares spares;
  for (std::size_t k = 0; k < query_used.size(); ++k) {
    if (query_used[k]) continue;
    spares.query.push_back(k);
    note(query.tokens[k], spares.query_content, spares.query_form);
    spares.query_generation |= is_generation(query.tokens[k]);
  }
  for (std::size_t k = 0; k < listed_used.size(); ++k) {
    if (listed_used[k]) continue;
    spares.listed.push_back(k);
    note(listed.tokens[k], spares.listed_content, spares.listed_form);
    spares.listed_generation |= is_generation(listed.tokens[k]);
  }
  return spares;
}

void add_spares(std::vector<Pair>& pairs, const Weighed& query, const Weighed& listed,
                const Spares& spares, const Weights& weights, const Agreement& agreement,
                bool person) {
  const Costs costs(query, listed, spares, weights, agreement, person);
  for (const auto k : spares.query) {
    pairs.push_back({Alignment::unmatched_query, Words{k, 1}, Words{}, 0.0,
                     costs.of(query.tokens[k], query.weights[k]), 0.0});
  }
  for (const auto k : spares.listed) {
    pairs.push_back({Alignment::unmatched_listed, Words{}, Words{k, 1}, 0.0, 0.0,
                     costs.of(listed.tokens[k], listed.weights[k])});
  }
}

}  // namespace ostraka
