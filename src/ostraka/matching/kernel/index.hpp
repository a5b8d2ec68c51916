// A mapped index: what the sections hold, with words found by text and by nearness.
#pragma once

#include <string_view>
#include <vector>

#include "align.hpp"
#include "build.hpp"
#include "limits.hpp"
#include "sections.hpp"

namespace ostraka {

// A word of the vocabulary that a query word may stand for.
struct Neighbour {
  std::uint32_t word;
  double similarity;
};

// Reads sections in place; whoever made the views keeps the bytes alive. Safe for any number of
// threads: nothing is written after construction.
class Index {
 public:
  // Throws std::invalid_argument when the sections do not fit one another. Of sections that are
  // `known_whole`, because they were looked through before, only the sizes are looked at.
  Index(const SectionViews& sections, const Weights& weights, bool known_whole = false);

  std::size_t name_count() const { return owners_.size(); }
  std::size_t word_count() const { return rarities_.size(); }
  std::uint32_t owner(std::uint32_t name) const { return owners_[name]; }
  bool has_flag(std::uint32_t name, NameFlag flag) const { return (flags_[name] & flag) != 0; }
  // The script of syllables the name was romanised from, 0 where it was not.
  std::uint8_t origin(std::uint32_t name) const { return flags_[name] >> origin_shift; }
  double total(std::uint32_t name) const { return totals_[name]; }
  double rarity(std::uint32_t word) const { return rarities_[word]; }
  // The words of a name, each with its role and traits, as `limits.hpp` packs them.
  Span<std::uint32_t> packed_words(std::uint32_t name) const { return words_[name]; }
  Span<std::uint32_t> postings(std::uint32_t word) const { return postings_[word]; }
  Span<std::uint32_t> same_words(const Tokens& tokens) const;
  Span<std::uint32_t> joined(Points text) const;

  // Says that a name is looked at soon, in two steps: names lie all over the index, and where its
  // words lie stands somewhere else again.
  void expect(std::uint32_t name) const {
    words_.expect_offset(name);
    __builtin_prefetch(&totals_[name]);
    __builtin_prefetch(&flags_[name]);
  }
  void expect_words(std::uint32_t name) const { words_.expect_values(name); }
  // The listed name with its words and their weights, in the place of what `weighed` held.
  void read_name(std::uint32_t name, Weighed& weighed) const;

  // The query's words with their weights; a word the vocabulary lacks is as rare as can be.
  Weighed weigh(const Tokens& tokens) const;

  // Words at least `accept` alike, the most alike first.
  std::vector<Neighbour> neighbours(const Token& token) const;

  // Words of the same letters but for doubled ones.
  std::vector<std::uint32_t> same_letters(Points text) const;

  const Weights& weights() const { return weights_; }

 private:
  std::string_view text(std::uint32_t word) const;
  Points points(std::uint32_t word) const;
  void check_sizes() const;
  void check_values() const;
  void add_by_keys(Points text, std::vector<std::uint32_t>& words) const;
  void add_by_consonants(const Token& token, std::vector<std::uint32_t>& words) const;
  void add_initial(const Token& token, std::vector<Neighbour>& kept) const;
  void add_by_trigrams(Points text, std::vector<std::uint32_t>& words) const;
  std::vector<Neighbour> keep_similar(const Token& token, std::vector<std::uint32_t>& words) const;
  std::int64_t find_word(const Token& token) const;

  Weights weights_;
  View<std::uint32_t> text_offsets_, point_offsets_;
  View<char> texts_;
  View<char32_t> points_;
  View<float> rarities_, totals_;
  View<std::uint32_t> owners_;
  View<std::uint8_t> flags_, traits_;
  Lists<std::uint32_t> words_, postings_, word_groups_;
  KeyTable near_, grams_, groups_, joins_, wholes_;
};

}  // namespace ostraka
