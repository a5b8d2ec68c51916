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
};
inline constexpr std::size_t role_count = 8;

// One word as the kernel sees it: code points for comparing, bytes for showing, sorted ids of the
// given-name classes it is in. A view: a `Prepared` name or a mapped index keeps what it points to.
struct Token {
  std::string_view bytes;
  Points points;
  Role role = Role::word;
  Span<std::uint32_t> groups;
};

using Tokens = std::vector<Token>;

// A prepared name and the text its tokens point to; moving it leaves the tokens valid.
class Prepared {
 public:
  // Reads the form written by `ostraka.matching.encoding`: tokens separated by U+001F, each
  // `text U+001D role digit [U+001D group,group,…]`. Throws std::invalid_argument when malformed.
  explicit Prepared(std::string_view prepared);
  const Tokens& tokens() const { return tokens_; }

 private:
  struct Word {
    std::string bytes;
    std::u32string points;
    std::vector<std::uint32_t> groups;
  };
  std::vector<std::unique_ptr<Word>> words_;
  Tokens tokens_;
};

// UTF-8 to code points. Throws std::invalid_argument on malformed bytes.
std::u32string decode(std::string_view bytes);

// True when the two tokens share a given-name class.
bool share_group(const Token& left, const Token& right);

}  // namespace ostraka
