#include "keys.hpp"

#include <algorithm>
#include <cstring>

#include "similarity.hpp"

namespace ostraka {
namespace {

constexpr std::uint32_t skeleton_seed = 0x9e3779b9u;
constexpr std::uint32_t trigram_seed = 0x85ebca6bu;
constexpr std::uint32_t written_seed = 0x27d4eb2fu, vowelless_seed = 0x165667b1u;
constexpr std::uint32_t sounding_seed = 0x1b873593u;
constexpr std::uint32_t single_seed = 0xc2b2ae35u;

constexpr std::uint32_t first_hash = 0x811c9dc5u;

std::uint32_t add_to_hash(std::uint32_t hash, char32_t point) {
  return (hash ^ static_cast<std::uint32_t>(point)) * 0x01000193u;
}

std::uint32_t finish_hash(std::uint32_t hash) { return hash ^ hash >> 15; }

std::u32string without_doubles(std::u32string_view word) {
  std::u32string single(word);
  single.erase(std::unique(single.begin(), single.end()), single.end());
  return single;
}

void add_with_deletions(std::u32string_view word, std::uint32_t seed,
                        std::vector<std::uint32_t>& keys) {
  keys.push_back(hash32(word, seed));
  std::u32string shorter;
  for (std::size_t k = 0; k < word.size(); ++k) {
    if (k > 0 && word[k] == word[k - 1]) continue;  // the same word results
    shorter.assign(word.substr(0, k));
    shorter += word.substr(k + 1);
    keys.push_back(hash32(shorter, seed));
  }
}

void make_distinct(std::vector<std::uint32_t>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

std::uint64_t fold(std::uint64_t left, std::uint64_t right) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(left) * right;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

}  // namespace

std::uint32_t hash32(std::u32string_view text, std::uint32_t seed) {
  std::uint32_t hash = seed;
  for (const char32_t point : text) hash = add_to_hash(hash, point);
  return finish_hash(hash);
}

std::uint64_t hash64(const void* data, std::size_t length) {
  constexpr std::uint64_t odd[4] = {0xa0761d6478bd642full, 0xe7037ed1a0b428dbull,
                                    0x8ebc6af09c88c6e3ull, 0x589965cc75374cc3ull};
  std::uint64_t lanes[4] = {odd[0] ^ length, odd[1], odd[2], odd[3]};
  const auto* bytes = static_cast<const unsigned char*>(data);
  std::uint64_t block[4];
  for (; length >= sizeof block; bytes += sizeof block, length -= sizeof block) {
    std::memcpy(block, bytes, sizeof block);
    for (int k = 0; k < 4; ++k) lanes[k] = fold(lanes[k] ^ block[k], odd[k]);
  }
  std::memset(block, 0, sizeof block);
  if (length > 0) std::memcpy(block, bytes, length);
  for (int k = 0; k < 4; ++k) lanes[k] = fold(lanes[k] ^ block[k], odd[3 - k]);
  return fold(lanes[0] ^ lanes[2], lanes[1] ^ lanes[3] ^ odd[0]);
}

std::vector<std::uint32_t> neighbour_keys(std::u32string_view word) {
  std::vector<std::uint32_t> keys;
  if (word.size() < short_word) {
    keys.push_back(hash32(word));
    return keys;
  }
  add_with_deletions(word, 0x811c9dc5u, keys);
  keys.push_back(hash32(without_doubles(word), single_seed));
  const auto spoken = sounding(word);
  if (spoken.size >= 2) keys.push_back(hash32(spoken.view(), sounding_seed));
  const auto heard = word.size() < shortest_sounding ? Sounds{} : skeleton(word);
  const Points sounds = heard.view();
  if (sounds.size() >= 2) {
    if (sounds.size() >= 4) {
      add_with_deletions(sounds, skeleton_seed, keys);
    } else {
      keys.push_back(hash32(sounds, skeleton_seed));
    }
  }
  make_distinct(keys);
  return keys;
}

std::optional<std::uint32_t> bare_key(std::u32string_view word, bool is_vowelless) {
  const auto bare = vowelless_key(word);
  if (bare.size < 2) return std::nullopt;
  return hash32(bare.view(), is_vowelless ? vowelless_seed : written_seed);
}

std::uint32_t join_key(std::u32string_view text) {
  std::uint32_t hash = first_hash;
  char32_t before = 0;
  for (const char32_t point : text) {
    if (point != before) hash = add_to_hash(hash, point);
    before = point;
  }
  return finish_hash(hash);
}

std::vector<std::uint32_t> trigram_keys(std::u32string_view word) {
  std::u32string marked(1, U'\x02');
  marked += word;
  marked.push_back(U'\x03');
  std::vector<std::uint32_t> keys;
  for (std::size_t k = 0; k + 3 <= marked.size(); ++k) {
    keys.push_back(hash32(std::u32string_view(marked).substr(k, 3), trigram_seed));
  }
  make_distinct(keys);
  return keys;
}

}  // namespace ostraka
