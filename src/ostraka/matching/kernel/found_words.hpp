// Which listed words stand for which words of one query: what is looked up for every name opened.
#pragma once

#include <cstdint>
#include <vector>

namespace ostraka {

// A listed word may stand for `count` words of the query from `from` on, at most this alike.
struct Standing {
  std::uint32_t next;  // place of the word's next standing, or `none`
  std::uint16_t from, count;
  double similarity;
  static constexpr std::uint32_t none = 0xffffffffu;
};

// A hash table of words with open addressing: small, so that it stays in the nearest cache while
// thousands of names are held against it.
class FoundWords {
 public:
  void clear() {
    for (const auto slot : used_) slots_[slot] = {};
    used_.clear();
    standings_.clear();
  }

  void add(std::uint32_t word, std::uint16_t from, std::uint16_t count, double similarity) {
    if ((used_.size() + 1) * 2 > slots_.size()) grow();
    Slot& slot = slots_[find_slot(word)];
    if (slot.word == empty) {
      slot = {word, Standing::none};
      used_.push_back(static_cast<std::uint32_t>(&slot - slots_.data()));
    }
    standings_.push_back({slot.first, from, count, similarity});
    slot.first = static_cast<std::uint32_t>(standings_.size() - 1);
  }

  // The place of the first standing of the word, `Standing::none` where it has none.
  std::uint32_t find(std::uint32_t word) const { return slots_[find_slot(word)].first; }
  const Standing& at(std::uint32_t place) const { return standings_[place]; }

 private:
  static constexpr std::uint32_t empty = 0xffffffffu;  // no word: words are below 2^24
  struct Slot {
    std::uint32_t word = empty;
    std::uint32_t first = Standing::none;
  };

  std::size_t find_slot(std::uint32_t word) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = (word * 0x9e3779b9u) >> 8 & mask;
    while (slots_[slot].word != word && slots_[slot].word != empty) slot = (slot + 1) & mask;
    return slot;
  }

  void grow() {
    const auto old = slots_;
    slots_.assign(old.size() * 2, {});
    used_.clear();
    for (const auto& slot : old) {
      if (slot.word == empty) continue;
      const auto place = find_slot(slot.word);
      slots_[place] = slot;
      used_.push_back(static_cast<std::uint32_t>(place));
    }
  }

  std::vector<Slot> slots_ = std::vector<Slot>(1024);
  std::vector<std::uint32_t> used_;
  std::vector<Standing> standings_;
};

}  // namespace ostraka
