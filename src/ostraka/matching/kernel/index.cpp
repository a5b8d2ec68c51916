#include "index.hpp"

#include <algorithm>

#include "keys.hpp"
#include "limits.hpp"
#include "similarity.hpp"

namespace ostraka {
namespace {

constexpr double good_neighbour = 0.85;     // below this the trigram pass is tried as well
constexpr std::size_t most_neighbours = 256;

// How alike two words must be at the least: where all others agree, a slip in a short word passes.
double least_alike(const Weights& weights, Points left, Points right) {
  return std::max(left.size(), right.size()) == short_word ? weights.accept_short : weights.accept;
}

template <typename Values>
void check_below(const Values& values, std::size_t bound, const char* what) {
  for (const auto value : values) {
    if (value >= bound) throw std::invalid_argument(std::string("index with a bad ") + what);
  }
}

}  // namespace

Index::Index(const SectionViews& sections, const Weights& weights, bool known_whole)
    : weights_(weights),
      text_offsets_(sections, "tokens.offset"),
      point_offsets_(sections, "tokens.point.offset"),
      texts_(sections, "tokens"),
      points_(sections, "tokens.point"),
      rarities_(sections, "tokens.rarity"),
      totals_(sections, "names.total"),
      owners_(sections, "names.owner"),
      flags_(sections, "names.flag"),
      traits_(sections, "tokens.trait"),
      words_(sections, "names.word"),
      postings_(sections, "postings"),
      word_groups_(sections, "tokens.group"),
      near_(sections, "near"),
      grams_(sections, "grams"),
      groups_(sections, "groups"),
      joins_(sections, "joins"),
      wholes_(sections, "wholes") {
  check_sizes();
  if (!known_whole) check_values();
}

void Index::check_sizes() const {
  const auto names = owners_.size(), words = rarities_.size();
  const bool fits = text_offsets_.size() == words + 1 &&
                    std::is_sorted(text_offsets_.begin(), text_offsets_.end()) &&
                    text_offsets_[words] == texts_.size() &&
                    point_offsets_.size() == words + 1 &&
                    std::is_sorted(point_offsets_.begin(), point_offsets_.end()) &&
                    point_offsets_[words] == points_.size() && postings_.size() == words &&
                    word_groups_.size() == words && traits_.size() == words &&
                    totals_.size() == names &&
                    flags_.size() == names && words_.size() == names;
  if (!fits) throw std::invalid_argument("index sections do not fit one another");
}

void Index::check_values() const {
  const auto names = owners_.size(), words = rarities_.size();
  for (const auto packed : words_.values()) {
    if ((packed & word_mask) >= words || (packed >> role_shift & role_mask) >= role_count) {
      throw std::invalid_argument("index with a bad word");
    }
  }
  check_below(postings_.values(), names, "posting");
  check_below(near_.values(), words, "neighbour key");
  check_below(grams_.values(), words, "trigram");
  check_below(groups_.values(), words, "given-name class");
  check_below(joins_.values(), names, "joined name");
  check_below(wholes_.values(), names, "whole name");
}

std::string_view Index::text(std::uint32_t word) const {
  return {texts_.begin() + text_offsets_[word], text_offsets_[word + 1] - text_offsets_[word]};
}

Points Index::points(std::uint32_t word) const {
  return {points_.begin() + point_offsets_[word], point_offsets_[word + 1] - point_offsets_[word]};
}

Span<std::uint32_t> Index::same_words(const Tokens& tokens) const {
  return wholes_.find(whole_name_key(tokens));
}

Span<std::uint32_t> Index::joined(Points text) const { return joins_.find(join_key(text)); }

void Index::read_name(std::uint32_t name, Weighed& weighed) const {
  weighed.tokens.clear();
  weighed.weights.clear();
  for (const auto packed : words_[name]) {
    const auto word = packed & word_mask;
    const auto role = packed >> role_shift & role_mask;
    weighed.tokens.push_back({text(word), points(word), static_cast<Role>(role),
                              word_groups_[word], 0,
                              static_cast<std::uint8_t>(packed >> traits_shift)});
    weighed.weights.push_back(weights_.role[role] * rarities_[word]);
  }
}

std::int64_t Index::find_word(const Token& token) const {
  for (const auto word : near_.find(hash32(token.points))) {
    if (text(word) == token.bytes) return word;
  }
  return -1;
}

Weighed Index::weigh(const Tokens& tokens) const {
  Weighed weighed;
  for (const auto& token : tokens) {
    const auto word = find_word(token);
    double rarity = word < 0 ? ostraka::rarity(weights_, 0, 0, token.commonness)
                             : rarities_[static_cast<std::size_t>(word)];
    if (word < 0) {
      for (const auto group : token.groups) {
        for (const auto other : groups_.find(group)) {
          rarity = std::min<double>(rarity, rarities_[other]);
        }
      }
    }
    weighed.weights.push_back(weights_.role[static_cast<std::size_t>(token.role)] * rarity);
  }
  weighed.tokens = tokens;
  return weighed;
}

void Index::add_by_keys(Points text, std::vector<std::uint32_t>& words) const {
  for (const auto key : neighbour_keys(text)) {
    const auto found = near_.find(key);
    words.insert(words.end(), found.begin(), found.end());
  }
}

// Words read from a script without vowels; where the token is one itself, all others too.
void Index::add_by_consonants(const Token& token, std::vector<std::uint32_t>& words) const {
  for (const bool is_vowelless : {true, false}) {
    if (!is_vowelless && !token.has(vowelless)) continue;
    if (const auto key = bare_key(token.points, is_vowelless)) {
      const auto found = near_.find(*key);
      words.insert(words.end(), found.begin(), found.end());
    }
  }
}

void Index::add_by_trigrams(Points text, std::vector<std::uint32_t>& words) const {
  const auto keys = trigram_keys(text);
  std::vector<std::uint32_t> found;
  for (const auto key : keys) {
    const auto sharing = grams_.find(key);
    found.insert(found.end(), sharing.begin(), sharing.end());
  }
  std::sort(found.begin(), found.end());
  // An edit spoils three trigrams; words sharing fewer than this are beyond the edit limit.
  const std::size_t spoilt = 3 * edit_limit(text.size());
  const std::size_t needed = keys.size() > spoilt + 2 ? keys.size() - spoilt : 2;
  for (auto first = found.begin(); first != found.end();) {
    const auto last = std::upper_bound(first, found.end(), *first);
    if (static_cast<std::size_t>(last - first) >= needed) words.push_back(*first);
    first = last;
  }
}

std::vector<Neighbour> Index::keep_similar(const Token& token,
                                           std::vector<std::uint32_t>& words) const {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::vector<Neighbour> kept;
  for (const auto word : words) {
    // The most the two can be alike in any name, whatever is known of the word there.
    double alike = word_similarity(token.points, points(word), weights_.skeleton_base);
    if (alike < least_alike(weights_, token.points, points(word))) alike = 0;
    if (token.has(vowelless) || (traits_[word] & vowelless) != 0) {
      alike = std::max(alike,
                       vowelless_similarity(token.points, points(word), weights_.vowelless));
    }
    if (!token.groups.empty() && find_kinship(token, {{}, {}, Role::word, word_groups_[word]}) !=
                                     Kinship::none) {
      alike = std::max(alike, weights_.variant);
    }
    if (alike > 0) kept.push_back({word, alike});
  }
  std::sort(kept.begin(), kept.end(), [](const Neighbour& a, const Neighbour& b) {
    return a.similarity != b.similarity ? a.similarity > b.similarity : a.word < b.word;
  });
  if (kept.size() > most_neighbours) kept.resize(most_neighbours);
  return kept;
}

// The letter that may stand for the word in a listed name.
void Index::add_initial(const Token& token, std::vector<Neighbour>& kept) const {
  if (token.points.size() < 2) return;
  const Points letter = token.points.substr(0, 1);
  for (const auto word : near_.find(hash32(letter))) {
    if (points(word) == letter) kept.push_back({word, weights_.initial});
  }
}

std::vector<Neighbour> Index::neighbours(const Token& token) const {
  std::vector<std::uint32_t> words;
  add_by_keys(token.points, words);
  add_by_consonants(token, words);
  for (const auto group : token.groups) {
    const auto members = groups_.find(group);
    words.insert(words.end(), members.begin(), members.end());
  }
  auto kept = keep_similar(token, words);
  const bool good = !kept.empty() && kept.front().similarity >= good_neighbour;
  if (!good && token.points.size() >= shortest_trigram) {
    add_by_trigrams(token.points, words);
    kept = keep_similar(token, words);
  }
  add_initial(token, kept);
  return kept;
}

std::vector<std::uint32_t> Index::same_letters(Points text) const {
  std::vector<std::uint32_t> words, same;
  add_by_keys(text, words);
  for (const auto word : words) {
    if (differ_in_doubles(text, points(word))) same.push_back(word);
  }
  std::sort(same.begin(), same.end());
  same.erase(std::unique(same.begin(), same.end()), same.end());
  return same;
}

}  // namespace ostraka
