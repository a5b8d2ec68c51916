#include "index.hpp"

#include <algorithm>

#include "keys.hpp"
#include "similarity.hpp"

namespace ostraka {
namespace {

constexpr double good_neighbour = 0.85;     // below this the trigram pass is tried as well
constexpr std::size_t shortest_trigram = 5;  // letters of a word that the trigram pass reads
constexpr std::size_t most_neighbours = 256;

template <typename Values>
void check_below(const Values& values, std::size_t bound, const char* what) {
  for (const auto value : values) {
    if (value >= bound) throw std::invalid_argument(std::string("index with a bad ") + what);
  }
}

}  // namespace

Index::Index(const SectionViews& sections, const Weights& weights)
    : weights_(weights),
      text_offsets_(sections, "tokens.offset"),
      texts_(sections, "tokens"),
      rarities_(sections, "tokens.rarity"),
      totals_(sections, "names.total"),
      owners_(sections, "names.owner"),
      flags_(sections, "names.flag"),
      words_(sections, "names.word"),
      postings_(sections, "postings"),
      word_groups_(sections, "tokens.group"),
      roles_(sections, "names.role"),
      near_(sections, "near"),
      grams_(sections, "grams"),
      groups_(sections, "groups"),
      joins_(sections, "joins"),
      wholes_(sections, "wholes") {
  check();
}

void Index::check() const {
  const auto names = owners_.size(), words = rarities_.size();
  const bool fits = text_offsets_.size() == words + 1 &&
                    std::is_sorted(text_offsets_.begin(), text_offsets_.end()) &&
                    text_offsets_[words] == texts_.size() && postings_.size() == words &&
                    word_groups_.size() == words && totals_.size() == names &&
                    flags_.size() == names && words_.size() == names && roles_.size() == names &&
                    words_.values().size() == roles_.values().size();
  if (!fits) throw std::invalid_argument("index sections do not fit one another");
  check_below(words_.values(), words, "word");
  check_below(roles_.values(), role_count, "role");
  check_below(postings_.values(), names, "posting");
}

std::string_view Index::text(std::uint32_t word) const {
  return {texts_.begin() + text_offsets_[word], text_offsets_[word + 1] - text_offsets_[word]};
}

Span<std::uint32_t> Index::same_words(const Tokens& tokens) const {
  return wholes_.find(whole_name_key(tokens));
}

Span<std::uint32_t> Index::joined(std::u32string_view text) const {
  return joins_.find(join_key(text));
}

Weighed Index::name(std::uint32_t name) const {
  Weighed weighed;
  const auto words = words_[name];
  const auto roles = roles_[name];
  for (std::size_t k = 0; k < words.size(); ++k) {
    const auto bytes = text(words[k]);
    const auto groups = word_groups_[words[k]];
    const auto role = static_cast<Role>(roles[k]);
    weighed.tokens.push_back(
        {std::string(bytes), decode(bytes), role, {groups.begin(), groups.end()}});
    weighed.weights.push_back(weights_.role[roles[k]] * rarities_[words[k]]);
  }
  return weighed;
}

std::int64_t Index::find_word(const Token& token) const {
  for (const auto word : near_.find(hash32(token.points))) {
    if (word < rarities_.size() && text(word) == token.bytes) return word;
  }
  return -1;
}

Weighed Index::weigh(Tokens tokens) const {
  Weighed weighed;
  for (const auto& token : tokens) {
    const auto word = find_word(token);
    double rarity = word < 0 ? 1.0 : rarities_[static_cast<std::uint32_t>(word)];
    if (word < 0) {
      for (const auto group : token.groups) {
        for (const auto other : groups_.find(group)) {
          rarity = std::min<double>(rarity, rarities_[other]);
        }
      }
    }
    weighed.weights.push_back(weights_.role[static_cast<std::size_t>(token.role)] * rarity);
  }
  weighed.tokens = std::move(tokens);
  return weighed;
}

void Index::add_similar(const Token& token, Span<std::uint32_t> words,
                        std::unordered_map<std::uint32_t, double>& found) const {
  for (const auto word : words) {
    if (word >= rarities_.size()) continue;
    const auto [place, is_new] = found.try_emplace(word, 0.0);
    if (!is_new) continue;
    place->second = word_similarity(token.points, decode(text(word)), weights_.skeleton_base);
  }
}

void Index::add_by_trigrams(const Token& token,
                            std::unordered_map<std::uint32_t, double>& found) const {
  const auto keys = trigram_keys(token.points);
  std::unordered_map<std::uint32_t, std::size_t> shared;
  for (const auto key : keys) {
    for (const auto word : grams_.find(key)) ++shared[word];
  }
  // An edit spoils three trigrams; words sharing fewer than this are beyond the edit limit.
  const std::size_t spoilt = 3 * edit_limit(token.points.size());
  const std::size_t needed = keys.size() > spoilt + 2 ? keys.size() - spoilt : 2;
  std::vector<std::uint32_t> words;
  for (const auto& [word, count] : shared) {
    if (count >= needed) words.push_back(word);
  }
  add_similar(token, Span<std::uint32_t>(words), found);
}

std::vector<Neighbour> Index::neighbours(const Token& token) const {
  std::unordered_map<std::uint32_t, double> found;
  for (const auto key : neighbour_keys(token.points)) add_similar(token, near_.find(key), found);
  for (const auto group : token.groups) {
    for (const auto word : groups_.find(group)) {
      if (word >= rarities_.size()) continue;
      auto& similarity = found[word];
      similarity = std::max(similarity, weights_.variant);
    }
  }
  const bool good = std::any_of(found.begin(), found.end(),
                                [](const auto& entry) { return entry.second >= good_neighbour; });
  if (!good && token.points.size() >= shortest_trigram) add_by_trigrams(token, found);
  std::vector<Neighbour> neighbours;
  for (const auto& [word, similarity] : found) {
    if (similarity >= weights_.accept) neighbours.push_back({word, similarity});
  }
  std::sort(neighbours.begin(), neighbours.end(), [](const Neighbour& a, const Neighbour& b) {
    return a.similarity != b.similarity ? a.similarity > b.similarity : a.word < b.word;
  });
  if (neighbours.size() > most_neighbours) neighbours.resize(most_neighbours);
  return neighbours;
}

}  // namespace ostraka
