// A token: one word of a prepared name, with the role it plays there.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "span.hpp"

namespace ostraka {

using Points = std::u32string_view;

// The roles of `ostraka.names.TokenRole`, in the order of the Python enum.
enum class Role : std::uint8_t {
  word,
  given,
  particle,
  title,
  legal_form,
  generic,
  number,
  initial,
  place,
  acronym,
  trade,
};
inline constexpr std::size_t role_count = 11;
inline constexpr std::uint32_t most_traits = 15, most_origin = 7;  // a few bits each

// What is known of a word beside its role, one bit each, as `ostraka.matching.encoding` sets them.
enum Trait : std::uint8_t {
  known = 1,     // a name of its own: another known name is another name, however near
  syllabic = 2,  // read from a script of syllables: no letter of it is a slip
  vowelless = 4,  // read from a script without vowels: only the consonants are certain
  descent = 8,   // the father's name, behind bin, ibn or the like
};

// One word as the kernel sees it: code points for comparing, bytes for showing, sorted ids of the
// classes it is in, and how many of 100,000 people bear it (0: not known to be common). A view: a
// `Prepared` name or a mapped index keeps what it points to.
struct Token {
  std::string_view bytes;
  Points points;
  Role role = Role::word;
  Span<std::uint32_t> groups;
  std::uint32_t commonness = 0;
  std::uint8_t traits = 0;

  bool has(Trait trait) const { return (traits & trait) != 0; }
};

using Tokens = std::vector<Token>;

// A prepared name and the text its tokens point to; moving it leaves the tokens valid.
class Prepared {
 public:
  // Reads the form written by `ostraka.matching.encoding`: the origin and U+001E where the reading
  // has one, then tokens separated by U+001F, each `text U+001D role letter [U+001D group,group,…
  // [U+001D commonness [U+001D traits]]]`. Throws std::invalid_argument when malformed.
  explicit Prepared(std::string_view prepared);
  const Tokens& tokens() const { return tokens_; }
  // The script of syllables a romanised reading comes from, 0 for every other reading.
  std::uint8_t origin() const { return origin_; }

 private:
  void add(std::string_view field, std::size_t& points, std::size_t& groups);

  // Blocks as large as can be needed: they are made once and stay where they are.
  std::unique_ptr<char[]> bytes_;
  std::unique_ptr<char32_t[]> points_;
  std::unique_ptr<std::uint32_t[]> groups_;
  Tokens tokens_;
  std::uint8_t origin_ = 0;
};

// Whether both readings were romanised from one script: that script decides, not the romanisation.
inline bool is_written_alike(std::uint8_t left, std::uint8_t right) {
  return left != 0 && left == right;
}

// UTF-8 to code points. Throws std::invalid_argument on malformed bytes.
std::u32string decode(std::string_view bytes);

// The same into `points`, which has room for one a byte; returns how many there are.
std::size_t decode_into(std::string_view bytes, char32_t* points);

// Where the ids of classes begin: spellings and generic words stand below cognates.
inline constexpr std::uint32_t first_cognate = 2'000'000, first_nickname = 3'000'000,
                               first_syllable = 4'000'000, first_place = 5'000'000,
                               first_generation = 6'000'000;

// Jr., Sr., II: which of several people of one name is meant.
inline bool is_generation(const Token& token) {
  return token.groups.size() > 0 && token.groups.end()[-1] >= first_generation;
}

// How two words belong together by the tables: the ranges of class ids of `names.tokens`.
enum class Kinship : std::uint8_t { none, cognate, nickname, spelling };

// The closest kinship of two tokens. A class of nicknames has the id of its name's class plus
// `first_nickname`; two short forms of one name are none of each other.
Kinship find_kinship(const Token& left, const Token& right);

}  // namespace ostraka
