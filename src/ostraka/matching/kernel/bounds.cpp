#include "bounds.hpp"

#include <algorithm>

#include "limits.hpp"
#include "spares.hpp"

namespace ostraka {
namespace {

constexpr double whole_name = 0.85;  // as in align.cpp

bool names_somebody(Role role) { return role == Role::word || role == Role::given; }

}  // namespace

void Bounds::begin(const Weighed& query, const Index& index, const FoundWords& found) {
  query_ = &query;
  index_ = &index;
  found_ = &found;
  is_one_word_ = count_content(query.tokens) < 2;
  const auto& roles = index.weights().role;
  heaviest_role_ = *std::max_element(roles.begin(), roles.end());
  letters_ = 0;
  letter_weight_ = 0;
  has_generation_ = false;
  for (std::size_t k = 0; k < query.tokens.size(); ++k) {
    const Token& token = query.tokens[k];
    has_generation_ |= is_generation(token);
    if (token.role != Role::initial) continue;
    ++letters_;
    letter_weight_ += query.weights[k];
  }
}

void Bounds::spare_query_word(std::size_t place, Tally& tally) const {
  const Token& token = query_->tokens[place];
  const double weight = query_->weights[place];
  tally.spare += weight;
  if (token.has(descent)) tally.spare_fathers += weight;
  if (names_somebody(token.role)) {
    ++tally.lone_names;
    tally.lone_weight += weight;
  }
  tally.listed_lacks |= carries_content(token.role);
}

// Adds what `look_up` found spare among the listed words.
void Bounds::tally_listed(std::uint32_t name, Tally& tally) const {
  // A letter of the query may stand for any word left over.
  const double lettered = heaviest_role_ * static_cast<double>(letters_);
  const double unmatched = std::max(0.0, index_->total(name) - listed_weight_ - lettered);
  tally.spare += unmatched;
  if (listed_father_) tally.spare_fathers += unmatched;
  tally.query_lacks = listed_lacking_ > letters_;
}

void Bounds::look_up(Span<std::uint32_t> words) {
  best_.assign(query_->tokens.size(), 0.0);
  listed_matched_ = listed_weight_ = 0;
  listed_lacking_ = 0;
  listed_father_ = false;
  for (const auto packed : words) {
    const auto word = packed & word_mask;
    const auto role = packed >> role_shift & role_mask;
    auto place = found_->find(word);
    if (place == Standing::none) {
      listed_lacking_ += carries_content(static_cast<Role>(role));
      listed_father_ |= (packed >> traits_shift & descent) != 0;
      continue;
    }
    const double weight = index_->weights().role[role] * index_->rarity(word);
    listed_weight_ += weight;
    double alike = 0;
    for (; place != Standing::none; place = found_->at(place).next) {
      const Standing& standing = found_->at(place);
      alike = std::max(alike, standing.similarity);
      for (std::size_t k = 0; k < standing.count; ++k) {
        auto& best = best_[(standing.from + k) % best_.size()];
        best = std::max(best, standing.similarity);
      }
    }
    listed_matched_ += alike * weight;
  }
}

double Bounds::judge(std::uint32_t name, bool is_joined) {
  look_up(index_->packed_words(name));
  Tally tally;
  for (std::size_t k = 0; k < best_.size(); ++k) {
    const bool is_letter = query_->tokens[k].role == Role::initial;
    if (is_letter && best_[k] == 0.0) best_[k] = index_->weights().initial;
    if (best_[k] > 0.0) {
      tally.matched += best_[k] * query_->weights[k];
      tally.agreeing += !is_letter && carries_content(query_->tokens[k].role);
    } else if (!is_joined) {
      spare_query_word(k, tally);
    } else {
      tally.matched += query_->weights[k];
    }
  }
  if (is_joined) {
    tally.agreeing += most_joined;
  } else {
    tally_listed(name, tally);
    tally.matched = std::min(tally.matched, listed_matched_ + letter_weight_);
  }
  return score(tally, index_->has_flag(name, person), is_joined);
}

double Bounds::judge_words(const std::vector<bool>& has) const {
  Tally tally;
  for (std::size_t k = 0; k < has.size(); ++k) {
    if (!has[k]) {
      spare_query_word(k, tally);
      continue;
    }
    tally.matched += query_->weights[k];
    const Role role = query_->tokens[k].role;
    tally.agreeing += role != Role::initial && carries_content(role);
  }
  // Of persons and others a spare word costs persons less.
  return score(tally, true, false);
}

// The least that a spare word costs, as a factor on its weight.
double Bounds::least_cost(const Tally& tally, double thin, bool is_person, bool is_loose) const {
  const Weights& weights = index_->weights();
  const double usual =
      (is_person ? weights.spare_person : weights.spare_other) * (1 + weights.thin_cost * thin);
  const double alone = is_one_word_ ? weights.spare_person : weights.spare_single;
  const double several = std::min(tally.agreeing < 2 ? alone : usual, weights.spare_conflict);
  if (is_loose || has_generation_) {
    return std::min({usual, alone, weights.spare_conflict, weights.spare_generation});
  }
  return tally.query_lacks && tally.listed_lacks ? weights.spare_conflict : several;
}

double Bounds::score(const Tally& tally, bool is_person, bool is_loose) const {
  const Weights& weights = index_->weights();
  const double thin = judge_thinness(tally.matched, weights);
  const bool is_conflict = tally.query_lacks && tally.listed_lacks && !is_loose;
  const bool is_alone = tally.agreeing < 2 && !is_one_word_ && !is_loose;
  double spare = tally.spare;
  if ((is_conflict || is_alone) && !has_generation_) {
    spare += std::max(0.0, weights.spare_floor * static_cast<double>(tally.lone_names) -
                               tally.lone_weight);
  } else {
    spare -= (1 - weights.spare_father) * std::min(spare, tally.spare_fathers);
  }
  const double cost = least_cost(tally, thin, is_person, is_loose) * spare;
  double support = judge_support(thin, weights);
  if (!tally.query_lacks && !tally.listed_lacks) support = std::max(support, whole_name);
  const double agreed = 2 * tally.matched;
  return agreed > 0 ? weights.ceiling * support * agreed / (agreed + cost) : 0.0;
}

}  // namespace ostraka
