#include "sections.hpp"

#include <algorithm>

namespace ostraka {
namespace {

constexpr int bucket_bits = 16;
constexpr std::size_t bucket_count = std::size_t{1} << bucket_bits;

using Entries = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// Eleven bits at a time, the lowest first; entries of one key keep their order.
void sort_by_key(Entries& entries) {
  constexpr unsigned digit_bits = 11;
  constexpr std::size_t digits = std::size_t{1} << digit_bits;
  Entries sorted(entries.size());
  for (unsigned shift = 0; shift < 32; shift += digit_bits) {
    std::vector<std::size_t> starts(digits + 1);
    for (const auto& entry : entries) ++starts[(entry.first >> shift & (digits - 1)) + 1];
    for (std::size_t k = 1; k <= digits; ++k) starts[k] += starts[k - 1];
    for (const auto& entry : entries) sorted[starts[entry.first >> shift & (digits - 1)]++] = entry;
    entries.swap(sorted);
  }
}

}  // namespace

KeyTable::KeyTable(const SectionViews& sections, const std::string& name)
    : starts_(sections, name + ".start"),
      keys_(sections, name + ".key"),
      values_(sections, name + ".value") {
  if (starts_.size() != bucket_count + 1 || keys_.size() != values_.size() ||
      starts_[bucket_count] != keys_.size() ||
      !std::is_sorted(starts_.begin(), starts_.end())) {
    throw std::invalid_argument("section " + name + " is not a key table");
  }
}

Span<std::uint32_t> KeyTable::find(std::uint32_t key) const {
  const std::size_t bucket = key >> (32 - bucket_bits);
  const auto* first = keys_.begin() + starts_[bucket];
  const auto* last = keys_.begin() + starts_[bucket + 1];
  const auto [from, to] = std::equal_range(first, last, key);
  return values_.slice(from - keys_.begin(), to - keys_.begin());
}

void KeyTable::write(SectionBytes& sections, const std::string& name,
                     std::vector<std::pair<std::uint32_t, std::uint32_t>>& entries) {
  sort_by_key(entries);
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  std::vector<std::uint32_t> starts(bucket_count + 1), keys, values;
  for (const auto& [key, value] : entries) {
    ++starts[(key >> (32 - bucket_bits)) + 1];
    keys.push_back(key);
    values.push_back(value);
  }
  for (std::size_t k = 1; k <= bucket_count; ++k) starts[k] += starts[k - 1];
  sections[name + ".start"] = to_bytes(starts);
  sections[name + ".key"] = to_bytes(keys);
  sections[name + ".value"] = to_bytes(values);
}

}  // namespace ostraka
