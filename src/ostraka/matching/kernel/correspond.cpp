#include "correspond.hpp"

#include <algorithm>

#include "limits.hpp"
#include "similarity.hpp"

namespace ostraka {
namespace {

constexpr double as_good_as_equal = 0.95;

bool is_initial_of(const Token& one, const Token& other) {
  return one.role == Role::initial && other.points.size() > 1 &&
         other.points.front() == one.points.front();
}

// Limited is not Inc., Vessel 1 is not Vessel 2, the second is not the third.
bool is_exact(const Token& token) {
  return token.role == Role::legal_form || token.role == Role::number || is_generation(token);
}

double by_kinship(Kinship kinship, const Token& query, const Token& listed,
                  const Weights& weights) {
  if (kinship == Kinship::cognate) return weights.cognate;
  if (kinship == Kinship::nickname) return weights.nickname;
  const bool is_short = std::min(query.points.size(), listed.points.size()) <= 4;
  const bool is_certain = query.has(syllabic) || listed.has(syllabic);
  return is_short && !is_certain ? weights.variant_short : weights.variant;
}

// How alike the letters are, 0 where the words are too far apart to be one word.
double by_letters(const Token& query, const Token& listed, const Weights& weights) {
  if (query.has(syllabic) || listed.has(syllabic)) return 0.0;
  double alike = word_similarity(query.points, listed.points, weights.skeleton_base);
  const bool is_short = std::max(query.points.size(), listed.points.size()) == short_word;
  if (alike < (is_short ? weights.accept_short : weights.accept)) alike = 0.0;
  if (query.has(vowelless) || listed.has(vowelless)) {
    const double heard = vowelless_similarity(query.points, listed.points, weights.vowelless);
    if (heard >= weights.accept) alike = std::max(alike, heard);
  } else if (alike > weights.apart && alike < same_sound && query.has(known) && listed.has(known)) {
    alike = weights.apart;
  }
  return alike;
}

std::u32string join(const Tokens& tokens, Words words) {
  std::u32string text;
  for (std::size_t k = 0; k < words.count; ++k) text += tokens[words.place(k, tokens.size())].points;
  return text;
}

std::size_t count_letters(const Tokens& tokens, Words words) {
  std::size_t letters = 0;
  for (std::size_t k = 0; k < words.count; ++k) {
    letters += tokens[words.place(k, tokens.size())].points.size();
  }
  return letters;
}

// Options in which two or three words of `many` make one word of `one`: the same letters, but for
// at most two doubled ones, so that the index can find them by one key.
template <typename Add>
void consider_joins(const Tokens& many, const Tokens& one, const Weights& weights, Add add) {
  for (std::size_t count = 2; count <= most_joined && count <= many.size(); ++count) {
    // Only two words are read around the end: the given name and the family name before it.
    const std::size_t starts = count == 2 ? many.size() : many.size() - count + 1;
    for (std::size_t from = 0; from < starts; ++from) {
      const Words words{from, count};
      const std::size_t letters = count_letters(many, words);
      if (letters < shortest_join) continue;
      for (std::size_t k = 0; k < one.size(); ++k) {
        const auto length = one[k].points.size();
        const bool is_strict = is_exact(one[k]) || is_exact(many[from]) || one[k].has(syllabic) ||
                               many[from].has(syllabic);
        const std::size_t slack = is_strict ? 0 : 2;
        if (length + slack < letters || length > letters + slack) continue;
        const auto text = join(many, words);
        if (slack == 0 ? text != one[k].points : !differ_in_doubles(text, one[k].points)) continue;
        const double alike = word_similarity(text, one[k].points, weights.skeleton_base);
        if (alike > 0) add(words, Words{k, 1}, alike * weights.joined);
      }
    }
  }
}

}  // namespace

std::pair<Alignment, double> correspond(const Token& query, const Token& listed,
                                        const Weights& weights) {
  if (query.role == Role::acronym || listed.role == Role::acronym) {
    // Two long names with the same first letters are two names.
    const bool stands_for = query.points == listed.points && query.role != listed.role;
    return {Alignment::variant, stands_for ? weights.acronym : 0.0};
  }
  if (query.points == listed.points) return {Alignment::equal, 1.0};
  const Kinship kinship = find_kinship(query, listed);
  const bool is_form = query.role == Role::legal_form || listed.role == Role::legal_form;
  if (is_form || (kinship == Kinship::none && (is_exact(query) || is_exact(listed)))) {
    return {Alignment::similar, 0.0};
  }
  if (kinship != Kinship::none) {
    return {Alignment::variant, by_kinship(kinship, query, listed, weights)};
  }
  if (is_initial_of(query, listed) || is_initial_of(listed, query)) {
    return {Alignment::initial, weights.initial};
  }
  return {Alignment::similar, by_letters(query, listed, weights)};
}

double sum(const std::vector<double>& weights, Words words) {
  double total = 0;
  for (std::size_t k = 0; k < words.count; ++k) total += weights[words.place(k, weights.size())];
  return total;
}

std::vector<Option> gather_options(const Weighed& query, const Weighed& listed,
                                   const Weights& weights) {
  std::vector<Option> options;
  options.reserve(query.tokens.size() * 2);
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
  // Two words that make one are worth more than one of them being equal to a third.
  std::stable_sort(options.begin(), options.end(), [](const Option& a, const Option& b) {
    const double left = std::min(a.similarity, as_good_as_equal);
    const double right = std::min(b.similarity, as_good_as_equal);
    return left != right ? left > right : a.gain > b.gain;
  });
  return options;
}

}  // namespace ostraka
