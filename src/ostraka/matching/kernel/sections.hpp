// The named arrays an index is made of. Little-endian, as every platform we build for is.
#pragma once

#include <cstdint>
#include <cstring>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "span.hpp"

namespace ostraka {

using SectionBytes = std::map<std::string, std::string>;
using SectionViews = std::map<std::string, std::string_view>;

// A read-only array inside a section of a mapped file.
template <typename T>
class View {
 public:
  View() = default;
  View(const SectionViews& sections, const std::string& name) {
    const auto found = sections.find(name);
    if (found == sections.end()) throw std::invalid_argument("index without section " + name);
    const auto bytes = found->second;
    if (bytes.size() % sizeof(T) != 0 ||
        reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(T) != 0) {
      throw std::invalid_argument("section " + name + " is cut off or misaligned");
    }
    data_ = reinterpret_cast<const T*>(bytes.data());
    size_ = bytes.size() / sizeof(T);
  }

  const T& operator[](std::size_t k) const { return data_[k]; }
  std::size_t size() const { return size_; }
  const T* begin() const { return data_; }
  const T* end() const { return data_ + size_; }
  Span<T> slice(std::size_t from, std::size_t to) const {
    return {data_ + from, to - from};
  }

 private:
  const T* data_ = nullptr;
  std::size_t size_ = 0;
};

// Lists of values by position: `offsets` has one entry more than there are lists.
template <typename T>
class Lists {
 public:
  Lists() = default;
  Lists(const SectionViews& sections, const std::string& name)
      : offsets_(sections, name + ".offset"), values_(sections, name) {
    if (offsets_.size() == 0 || offsets_[offsets_.size() - 1] != values_.size()) {
      throw std::invalid_argument("section " + name + " does not fit its offsets");
    }
    for (std::size_t k = 1; k < offsets_.size(); ++k) {
      if (offsets_[k] < offsets_[k - 1]) {
        throw std::invalid_argument("section " + name + " has offsets out of order");
      }
    }
  }

  std::size_t size() const { return offsets_.size() - 1; }
  Span<T> operator[](std::size_t k) const {
    return values_.slice(offsets_[k], offsets_[k + 1]);
  }
  const View<T>& values() const { return values_; }
  void expect_offset(std::size_t k) const { __builtin_prefetch(&offsets_[k]); }
  void expect_values(std::size_t k) const { __builtin_prefetch(&values_[offsets_[k]]); }

 private:
  View<std::uint32_t> offsets_;
  View<T> values_;
};

// Values found by a 32-bit key: keys sorted, with the start of each run of equal top bits.
class KeyTable {
 public:
  KeyTable() = default;
  KeyTable(const SectionViews& sections, const std::string& name);
  Span<std::uint32_t> find(std::uint32_t key) const;
  const View<std::uint32_t>& values() const { return values_; }

  // Of entries with one key the values have to rise.
  static void write(SectionBytes& sections, const std::string& name,
                    std::vector<std::pair<std::uint32_t, std::uint32_t>>& entries);

 private:
  View<std::uint32_t> starts_, keys_, values_;
};

template <typename T>
std::string to_bytes(const std::vector<T>& values) {
  return std::string(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

// Lists under construction, one after the other in one block.
template <typename T>
struct ListBuilder {
  std::vector<std::uint32_t> offsets{0};
  std::vector<T> values;

  void end_list() { offsets.push_back(static_cast<std::uint32_t>(values.size())); }
  std::size_t size() const { return offsets.size() - 1; }
  Span<T> operator[](std::size_t k) const {
    return {values.data() + offsets[k], offsets[k + 1] - offsets[k]};
  }
  // Writes the lists as `name` and `name.offset`.
  void write(SectionBytes& sections, const std::string& name) const {
    sections[name + ".offset"] = to_bytes(offsets);
    sections[name] = to_bytes(values);
  }
};

}  // namespace ostraka
