// A token: one word of a prepared name, with the role it plays there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ostraka {

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

// One word as the kernel sees it: code points for comparing, bytes for showing.
struct Token {
  std::string bytes;
  std::u32string points;
  Role role = Role::word;
  std::vector<std::uint32_t> groups;  // sorted ids of given-name classes
};

using Tokens = std::vector<Token>;

// Reads the prepared form written by `ostraka.matching.encoding`: tokens separated by U+001F,
// each `text U+001D role digit [U+001D group,group,…]`. Throws std::invalid_argument when it is
// malformed.
Tokens parse_tokens(std::string_view prepared);

// UTF-8 to code points. Throws std::invalid_argument on malformed bytes.
std::u32string decode(std::string_view bytes);

// True when the two tokens share a given-name class.
bool share_group(const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right);

}  // namespace ostraka
