// A run of values that somebody else keeps.
#pragma once

#include <cstddef>
#include <vector>

namespace ostraka {

template <typename T>
class Span {
 public:
  Span() = default;
  Span(const T* first, std::size_t size) : first_(first), size_(size) {}
  explicit Span(const std::vector<T>& values) : first_(values.data()), size_(values.size()) {}
  const T* begin() const { return first_; }
  const T* end() const { return first_ + size_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const T& operator[](std::size_t k) const { return first_[k]; }

 private:
  const T* first_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace ostraka
