#include "token.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace ostraka {
namespace {

constexpr char token_separator = '\x1f';
constexpr char field_separator = '\x1d';
constexpr char origin_separator = '\x1e';


std::string_view take(std::string_view& rest, char separator) {
  const auto end = rest.find(separator);
  const auto piece = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return piece;
}

Role parse_role(std::string_view field) {
  if (field.size() != 1 || field[0] < 'A' || field[0] >= static_cast<char>('A' + role_count)) {
    throw std::invalid_argument("prepared token without a role");
  }
  return static_cast<Role>(field[0] - 'A');
}

std::uint32_t parse_number(std::string_view piece) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(piece.data(), piece.data() + piece.size(), value);
  if (error != std::errc{} || end != piece.data() + piece.size()) {
    throw std::invalid_argument("prepared token with a malformed number");
  }
  return value;
}

// Writes the sorted ids to `groups`; returns how many there are.
std::size_t parse_groups(std::string_view field, std::uint32_t* groups) {
  std::size_t count = 0;
  while (!field.empty()) groups[count++] = parse_number(take(field, ','));
  std::sort(groups, groups + count);
  return count;
}

std::uint8_t parse_origin(std::string_view& prepared) {
  const auto end = prepared.find(origin_separator);
  if (end == std::string_view::npos) return 0;
  const auto value = parse_number(take(prepared, origin_separator));
  if (value > most_origin) throw std::invalid_argument("prepared name of an unknown origin");
  return static_cast<std::uint8_t>(value);
}

std::uint8_t parse_traits(std::string_view field) {
  const auto value = parse_number(field);
  if (value > most_traits) throw std::invalid_argument("prepared token with unknown traits");
  return static_cast<std::uint8_t>(value);
}

bool is_in(const Token& token, std::uint32_t group) {
  return std::binary_search(token.groups.begin(), token.groups.end(), group);
}

Kinship kinship_of(std::uint32_t group) {
  if (group < first_cognate || group >= first_syllable) return Kinship::spelling;
  return group >= first_nickname ? Kinship::nickname : Kinship::cognate;
}

// Length of the UTF-8 sequence that starts with `lead`, 0 when none can.
int sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >> 5 == 0x6) return 2;
  if (lead >> 4 == 0xe) return 3;
  if (lead >> 3 == 0x1e) return 4;
  return 0;
}

}  // namespace

Prepared::Prepared(std::string_view prepared) : origin_(parse_origin(prepared)) {
  const std::size_t size = prepared.size();
  bytes_.reset(new char[size]);
  std::copy(prepared.begin(), prepared.end(), bytes_.get());
  points_.reset(new char32_t[size]);
  groups_.reset(new std::uint32_t[size / 2 + 1]);
  tokens_.reserve(8);
  std::string_view rest(bytes_.get(), size);
  std::size_t points = 0, groups = 0;
  while (!rest.empty()) add(take(rest, token_separator), points, groups);
}

void Prepared::add(std::string_view field, std::size_t& points, std::size_t& groups) {
  const auto bytes = take(field, field_separator);
  const auto length = decode_into(bytes, points_.get() + points);
  const Role role = parse_role(take(field, field_separator));
  const auto count = parse_groups(take(field, field_separator), groups_.get() + groups);
  const auto commonness = take(field, field_separator);
  if (length == 0) throw std::invalid_argument("prepared token without text");
  tokens_.push_back({bytes, Points(points_.get() + points, length), role,
                     Span<std::uint32_t>(groups_.get() + groups, count),
                     commonness.empty() ? 0 : parse_number(commonness),
                     field.empty() ? std::uint8_t{0} : parse_traits(field)});
  points += length;
  groups += count;
}

std::size_t decode_into(std::string_view bytes, char32_t* points) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const int length = sequence_length(lead);
    if (length == 0 || at + length > bytes.size()) throw std::invalid_argument("malformed UTF-8");
    char32_t point = length == 1 ? lead : lead & (0x7f >> length);
    for (int k = 1; k < length; ++k) {
      const auto next = static_cast<unsigned char>(bytes[at + k]);
      if (next >> 6 != 0x2) throw std::invalid_argument("malformed UTF-8");
      point = point << 6 | (next & 0x3f);
    }
    points[count++] = point;
    at += length;
  }
  return count;
}

std::u32string decode(std::string_view bytes) {
  std::u32string points(bytes.size(), U'\0');
  points.resize(decode_into(bytes, points.data()));
  return points;
}

Kinship find_kinship(const Token& left, const Token& right) {
  Kinship closest = Kinship::none;
  for (const auto group : left.groups) {
    if (!is_in(right, group)) continue;
    const Kinship kinship = kinship_of(group);
    // Ted and Ned both stand for Edward, not for each other: one of the two must be the name itself.
    const auto spelling = group - first_nickname;
    if (kinship == Kinship::nickname && !is_in(left, spelling) && !is_in(right, spelling)) continue;
    closest = std::max(closest, kinship);
  }
  return closest;
}

}  // namespace ostraka
