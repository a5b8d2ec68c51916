#include "build.hpp"

#include <algorithm>
#include <deque>
#include <future>
#include <map>
#include <stdexcept>
#include <unordered_map>
#include <utility>

#include "keys.hpp"
#include "limits.hpp"
#include "token.hpp"

namespace ostraka {
namespace {

// Distinct words in order of first appearance, with the given-name classes they are in.
class Vocabulary {
 public:
  std::uint32_t add(const Token& token) {
    const auto found = ids_.find(token.bytes);
    if (found != ids_.end()) {
      add_to(found->second, token);
      return found->second;
    }
    const auto next = static_cast<std::uint32_t>(texts.size());
    texts.emplace_back(token.bytes);
    ids_.emplace(texts.back(), next);
    points.emplace_back(token.points);
    groups.emplace_back(token.groups.begin(), token.groups.end());
    commonness.push_back(token.commonness);
    traits.push_back(token.traits);
    return next;
  }

  std::deque<std::string> texts;  // stay where they are: `ids_` points to them
  std::vector<std::u32string> points;
  std::vector<std::vector<std::uint32_t>> groups;
  std::vector<std::uint32_t> commonness;
  std::vector<std::uint8_t> traits;  // of any name the word stands in

 private:
  void add_to(std::uint32_t word, const Token& token) {
    auto& own = groups[word];
    if (!std::includes(own.begin(), own.end(), token.groups.begin(), token.groups.end())) {
      own.insert(own.end(), token.groups.begin(), token.groups.end());
      std::sort(own.begin(), own.end());
      own.erase(std::unique(own.begin(), own.end()), own.end());
    }
    commonness[word] = std::max(commonness[word], token.commonness);
    traits[word] |= token.traits;
  }

  std::unordered_map<std::string_view, std::uint32_t> ids_;
};

// Writes texts one after the other as `name`, with where each begins as `name.offset`.
template <typename Texts>
void write_texts(SectionBytes& sections, const std::string& name, const Texts& texts) {
  using Text = typename Texts::value_type;
  std::vector<std::uint32_t> offsets{0};
  Text all;
  for (const auto& text : texts) {
    all += text;
    offsets.push_back(static_cast<std::uint32_t>(all.size()));
  }
  sections[name + ".offset"] = to_bytes(offsets);
  sections[name] = std::string(reinterpret_cast<const char*>(all.data()),
                               all.size() * sizeof(typename Text::value_type));
}

// How many parties bear each word: a party with twenty aliases does not make its name common.
// Spellings of one given name share their counts, so that a rare spelling is not a rare name.
std::vector<std::uint32_t> count_parties(const Vocabulary& vocabulary,
                                         const ListBuilder<std::uint32_t>& postings,
                                         const std::vector<std::uint32_t>& owners) {
  std::vector<std::uint32_t> counts, parties;
  for (std::size_t k = 0; k < postings.size(); ++k) {
    parties.clear();
    for (const auto name : postings[k]) parties.push_back(owners[name]);
    if (!std::is_sorted(parties.begin(), parties.end())) std::sort(parties.begin(), parties.end());
    const auto end = std::unique(parties.begin(), parties.end());
    counts.push_back(static_cast<std::uint32_t>(end - parties.begin()));
  }
  std::map<std::uint32_t, std::uint32_t> by_group;
  for (std::size_t k = 0; k < counts.size(); ++k) {
    for (const auto group : vocabulary.groups[k]) {
      if (group < first_cognate) by_group[group] += counts[k];
    }
  }
  auto shared = counts;
  for (std::size_t k = 0; k < counts.size(); ++k) {
    for (const auto group : vocabulary.groups[k]) {
      if (group < first_cognate) shared[k] = std::max(shared[k], by_group[group]);
    }
  }
  return shared;
}

void write_groups(SectionBytes& sections, const Vocabulary& vocabulary) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> members;
  for (std::size_t k = 0; k < vocabulary.groups.size(); ++k) {
    for (const auto group : vocabulary.groups[k]) {
      members.emplace_back(group, static_cast<std::uint32_t>(k));
    }
  }
  KeyTable::write(sections, "groups", members);
  ListBuilder<std::uint32_t> groups;
  for (const auto& own : vocabulary.groups) {
    groups.values.insert(groups.values.end(), own.begin(), own.end());
    groups.end_list();
  }
  groups.write(sections, "tokens.group");
}

void write_keys(SectionBytes& sections, const Vocabulary& vocabulary) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> near, grams;
  for (std::size_t k = 0; k < vocabulary.points.size(); ++k) {
    const auto id = static_cast<std::uint32_t>(k);
    for (const auto key : neighbour_keys(vocabulary.points[k])) near.emplace_back(key, id);
    if (const auto key = bare_key(vocabulary.points[k], false)) near.emplace_back(*key, id);
    if ((vocabulary.traits[k] & vowelless) != 0) {
      if (const auto key = bare_key(vocabulary.points[k], true)) near.emplace_back(*key, id);
    }
    if (vocabulary.points[k].size() < shortest_trigram) continue;
    for (const auto key : trigram_keys(vocabulary.points[k])) grams.emplace_back(key, id);
  }
  KeyTable::write(sections, "near", near);
  KeyTable::write(sections, "grams", grams);
}

void add_joins(const Tokens& tokens, std::uint32_t name, std::u32string& text,
               std::vector<std::pair<std::uint32_t, std::uint32_t>>& joins) {
  for (std::size_t from = 0; from < tokens.size(); ++from) {
    text.assign(tokens[from].points);
    for (std::size_t count = 2; count <= most_joined && from + count <= tokens.size(); ++count) {
      text += tokens[from + count - 1].points;
      if (text.size() >= shortest_join) joins.emplace_back(join_key(text), name);
    }
  }
  if (tokens.size() < 2) return;
  text.assign(tokens.back().points);
  text += tokens.front().points;
  if (text.size() >= shortest_join) joins.emplace_back(join_key(text), name);
}

// For each word the names it stands in, each once, in their order.
ListBuilder<std::uint32_t> make_postings(const ListBuilder<std::uint32_t>& words,
                                         std::size_t word_count) {
  constexpr std::uint32_t nowhere = 0xffffffffu;
  std::vector<std::uint32_t> last(word_count, nowhere), places(word_count + 1);
  const auto visit = [&](auto take) {
    std::fill(last.begin(), last.end(), nowhere);
    for (std::size_t name = 0; name < words.size(); ++name) {
      const auto id = static_cast<std::uint32_t>(name);
      for (const auto packed : words[name]) {
        const auto word = packed & word_mask;
        if (std::exchange(last[word], id) != id) take(word, id);
      }
    }
  };
  visit([&](std::uint32_t word, std::uint32_t) { ++places[word + 1]; });
  for (std::size_t k = 1; k < places.size(); ++k) places[k] += places[k - 1];
  ListBuilder<std::uint32_t> postings;
  postings.offsets = places;
  postings.values.resize(places.back());
  visit([&](std::uint32_t word, std::uint32_t id) { postings.values[places[word]++] = id; });
  return postings;
}

// Throws std::invalid_argument where there are more words than the packed form can tell apart.
std::uint32_t pack(std::uint32_t word, const Token& token) {
  if (word > word_mask) throw std::invalid_argument("more distinct words than an index can hold");
  return word | static_cast<std::uint32_t>(token.role) << role_shift |
         static_cast<std::uint32_t>(token.traits) << traits_shift;
}

std::size_t count_distinct(std::vector<std::uint32_t> values) {
  std::sort(values.begin(), values.end());
  return static_cast<std::size_t>(std::unique(values.begin(), values.end()) - values.begin());
}

}  // namespace

std::uint32_t whole_name_key(const Tokens& tokens) {
  std::vector<Points> words;
  for (const auto& token : tokens) {
    if (token.role != Role::title && token.role != Role::particle) words.push_back(token.points);
  }
  std::sort(words.begin(), words.end());
  std::uint32_t key = 0x51ed270bu;
  for (const auto word : words) key = hash32(word, key ^ 0x1f);
  return key;
}

SectionBytes build_sections(const std::vector<ListedName>& names, const Weights& weights) {
  Vocabulary vocabulary;
  ListBuilder<std::uint32_t> words;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> joins, wholes;
  std::vector<std::uint32_t> owners;
  std::vector<std::uint8_t> flags;
  std::u32string text;
  for (std::size_t k = 0; k < names.size(); ++k) {
    const auto id = static_cast<std::uint32_t>(k);
    const Prepared prepared(names[k].prepared);
    const Tokens& tokens = prepared.tokens();
    owners.push_back(names[k].owner);
    flags.push_back(
        static_cast<std::uint8_t>(names[k].flags | prepared.origin() << origin_shift));
    for (const auto& token : tokens) words.values.push_back(pack(vocabulary.add(token), token));
    words.end_list();
    if (tokens.empty()) continue;
    add_joins(tokens, id, text, joins);
    wholes.emplace_back(whole_name_key(tokens), id);
  }

  SectionBytes of_words;  // made beside the others: it takes as long as all of them
  auto keys = std::async(std::launch::async | std::launch::deferred, [&] {
    write_texts(of_words, "tokens", vocabulary.texts);
    write_texts(of_words, "tokens.point", vocabulary.points);
    write_groups(of_words, vocabulary);
    write_keys(of_words, vocabulary);
  });
  SectionBytes sections;
  const auto postings = make_postings(words, vocabulary.points.size());
  const auto counts = count_parties(vocabulary, postings, owners);
  std::vector<float> rarities, totals;
  const auto parties = count_distinct(owners);
  for (std::size_t k = 0; k < counts.size(); ++k) {
    rarities.push_back(
        static_cast<float>(rarity(weights, counts[k], parties, vocabulary.commonness[k])));
  }
  for (std::size_t k = 0; k < names.size(); ++k) {
    double total = 0;
    for (const auto packed : words[k]) {
      total += weights.role[packed >> role_shift & role_mask] * rarities[packed & word_mask];
    }
    totals.push_back(static_cast<float>(total));
  }
  sections["tokens.trait"] = to_bytes(vocabulary.traits);
  sections["tokens.rarity"] = to_bytes(rarities);
  words.write(sections, "names.word");
  sections["names.owner"] = to_bytes(owners);
  sections["names.flag"] = to_bytes(flags);
  sections["names.total"] = to_bytes(totals);
  postings.write(sections, "postings");
  KeyTable::write(sections, "joins", joins);
  KeyTable::write(sections, "wholes", wholes);
  keys.get();
  sections.merge(of_words);
  return sections;
}

}  // namespace ostraka
