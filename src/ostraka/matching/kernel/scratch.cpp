#include "scratch.hpp"

namespace ostraka {
namespace {

constexpr std::size_t most_remembered = 50'000;  // words; about 20 MB

}  // namespace

const Neighbours& Scratch::neighbours(const Token& token) {
  key_.assign(token.bytes);
  key_ += token.has(syllabic) ? '\1' : token.has(vowelless) ? '\2' : '\0';
  key_.append(reinterpret_cast<const char*>(token.groups.begin()),
              token.groups.size() * sizeof(std::uint32_t));
  const auto [found, is_new] = remembered_.try_emplace(key_);
  if (is_new) {
    found->second.words = index_.neighbours(token);
    for (const auto& word : found->second.words) {
      found->second.postings += index_.postings(word.word).size();
    }
  }
  return found->second;
}

void Scratch::forget_some() {
  if (remembered_.size() > most_remembered) remembered_.clear();
}

}  // namespace ostraka
