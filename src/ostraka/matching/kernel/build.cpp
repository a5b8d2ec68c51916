#include "build.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <unordered_map>

#include "keys.hpp"
#include "limits.hpp"
#include "token.hpp"

namespace ostraka {
namespace {

// Distinct words in order of first appearance, with the given-name classes they are in.
class Vocabulary {
 public:
  std::uint32_t add(const Token& token) {
    const auto next = static_cast<std::uint32_t>(texts.size());
    const auto [found, is_new] = ids_.try_emplace(std::string(token.bytes), next);
    if (is_new) {
      texts.emplace_back(token.bytes);
      points.emplace_back(token.points);
      groups.emplace_back(token.groups.begin(), token.groups.end());
      commonness.push_back(token.commonness);
      traits.push_back(token.traits);
    } else {
      add_to(found->second, token);
    }
    return found->second;
  }

  std::vector<std::string> texts;
  std::vector<std::u32string> points;
  std::vector<std::vector<std::uint32_t>> groups;
  std::vector<std::uint32_t> commonness;
  std::vector<std::uint8_t> traits;  // of any name the word stands in

 private:
  void add_to(std::uint32_t word, const Token& token) {
    auto& own = groups[word];
    own.insert(own.end(), token.groups.begin(), token.groups.end());
    std::sort(own.begin(), own.end());
    own.erase(std::unique(own.begin(), own.end()), own.end());
    commonness[word] = std::max(commonness[word], token.commonness);
    traits[word] |= token.traits;
  }

  std::unordered_map<std::string, std::uint32_t> ids_;
};

// Writes texts one after the other as `name`, with where each begins as `name.offset`.
template <typename Text>
void write_texts(SectionBytes& sections, const std::string& name, const std::vector<Text>& texts) {
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
                                         const std::vector<std::vector<std::uint32_t>>& postings,
                                         const std::vector<std::uint32_t>& owners) {
  std::vector<std::uint32_t> counts;
  for (const auto& names : postings) {
    std::set<std::uint32_t> parties;
    for (const auto name : names) parties.insert(owners[name]);
    counts.push_back(static_cast<std::uint32_t>(parties.size()));
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
  write_lists(sections, "tokens.group", vocabulary.groups);
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

void add_joins(const Tokens& tokens, std::uint32_t name,
               std::vector<std::pair<std::uint32_t, std::uint32_t>>& joins) {
  for (std::size_t from = 0; from < tokens.size(); ++from) {
    std::u32string text(tokens[from].points);
    for (std::size_t count = 2; count <= most_joined && from + count <= tokens.size(); ++count) {
      text += tokens[from + count - 1].points;
      if (text.size() >= shortest_join) joins.emplace_back(join_key(text), name);
    }
  }
  if (tokens.size() < 2) return;
  const std::u32string around = std::u32string(tokens.back().points) + std::u32string(tokens.front().points);
  if (around.size() >= shortest_join) joins.emplace_back(join_key(around), name);
}

// Throws std::invalid_argument where there are more words than the packed form can tell apart.
std::uint32_t pack(std::uint32_t word, const Token& token) {
  if (word > word_mask) throw std::invalid_argument("more distinct words than an index can hold");
  return word | static_cast<std::uint32_t>(token.role) << role_shift |
         static_cast<std::uint32_t>(token.traits) << traits_shift;
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
  std::vector<std::vector<std::uint32_t>> words(names.size()), postings;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> joins, wholes;
  std::vector<std::uint32_t> owners;
  std::vector<std::uint8_t> flags;
  for (std::size_t k = 0; k < names.size(); ++k) {
    const auto id = static_cast<std::uint32_t>(k);
    const Prepared prepared(names[k].prepared);
    const Tokens& tokens = prepared.tokens();
    owners.push_back(names[k].owner);
    flags.push_back(
        static_cast<std::uint8_t>(names[k].flags | prepared.origin() << origin_shift));
    for (const auto& token : tokens) {
      const auto word = vocabulary.add(token);
      words[k].push_back(pack(word, token));
      if (word == postings.size()) postings.emplace_back();
      if (postings[word].empty() || postings[word].back() != id) postings[word].push_back(id);
    }
    if (tokens.empty()) continue;
    add_joins(tokens, id, joins);
    wholes.emplace_back(whole_name_key(tokens), id);
  }
  const auto counts = count_parties(vocabulary, postings, owners);
  const std::size_t parties = std::set<std::uint32_t>(owners.begin(), owners.end()).size();
  std::vector<float> rarities, totals;
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

  SectionBytes sections;
  write_texts(sections, "tokens", vocabulary.texts);
  write_texts(sections, "tokens.point", vocabulary.points);
  write_groups(sections, vocabulary);
  write_keys(sections, vocabulary);
  sections["tokens.trait"] = to_bytes(vocabulary.traits);
  sections["tokens.rarity"] = to_bytes(rarities);
  write_lists(sections, "names.word", words);
  sections["names.owner"] = to_bytes(owners);
  sections["names.flag"] = to_bytes(flags);
  sections["names.total"] = to_bytes(totals);
  write_lists(sections, "postings", postings);
  KeyTable::write(sections, "joins", joins);
  KeyTable::write(sections, "wholes", wholes);
  return sections;
}

}  // namespace ostraka
