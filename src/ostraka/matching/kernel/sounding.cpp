#include "sounding.hpp"

namespace ostraka {
namespace {

bool is_vowel(char32_t letter) {
  return letter == U'a' || letter == U'e' || letter == U'i' || letter == U'o' || letter == U'u' ||
         letter == U'y';
}

// Consonants that an h after them only softens: kh, gh, th, dh, bh, ph, jh, zh; but not sh and ch.
bool is_softened(char32_t letter) {
  return Points(U"kgtdbpjzrvwmnlqxf").find(letter) != Points::npos;
}

char32_t sound(char32_t letter) {
  switch (letter) {
    case U'q': case U'c': return U'k';
    case U'w': case U'f': return U'v';
    case U'z': return U's';
    default: return letter;
  }
}

bool is_latin(Points word) {
  for (const char32_t letter : word) {
    if (letter < U'a' || letter > U'z') return false;
  }
  return true;
}

void hear(Sounds& heard, char32_t sound) {
  if (heard.size == 0 || heard.view().back() != sound) heard.push(sound);
}

// What two letters together sound like, 0 where they are two sounds.
char32_t pair_sound(char32_t letter, char32_t next) {
  switch (letter) {
    case U'o': return next == U'u' || next == U'o' ? U'u' : 0;
    case U'e': return next == U'e' || next == U'i' ? U'i' : 0;
    case U'i': return next == U'e' || next == U'y' || next == U'j' ? U'i' : 0;
    case U'c': return next == U'k' ? U'k' : 0;
    case U'p': return next == U'h' ? U'f' : 0;
    case U'd': return next == U'j' ? U'j' : 0;
    case U'k': return next == U's' ? U'x' : 0;
    default: return 0;
  }
}

char32_t single_sound(char32_t letter) {
  switch (letter) {
    case U'y': return U'i';
    case U'q': case U'c': return U'k';
    case U'w': return U'v';
    default: return letter;
  }
}

// Reads one sound at `at` and returns how many letters it takes.
std::size_t read_sound(Points word, std::size_t at, Sounds& heard) {
  const char32_t letter = word[at];
  const char32_t next = at + 1 < word.size() ? word[at + 1] : 0;
  if (next == U'c' && letter == U's' && word.substr(at, 3) == U"sch") {
    hear(heard, U's');
    hear(heard, U'h');
    return 3;
  }
  if (next == U'c' && letter == U't' && word.substr(at, 3) == U"tch") return 1;
  if (letter == U'c' && next == U'h') {
    hear(heard, U'c');
    hear(heard, U'h');
    return 2;
  }
  if (const char32_t sound = pair_sound(letter, next)) {
    hear(heard, sound);
    return 2;
  }
  const bool is_breath =
      letter == U'h' && at > 0 && (is_softened(word[at - 1]) || at + 1 == word.size());
  if (!is_breath) hear(heard, single_sound(letter));
  return 1;
}

}  // namespace

Sounds skeleton(Points word) {
  Sounds kept;
  for (std::size_t k = 0; k < word.size(); ++k) {
    const char32_t letter = word[k];
    if (letter < U'a' || letter > U'z') return {};
    if (letter == U'p' && k + 1 < word.size() && word[k + 1] == U'h') {
      kept.push(U'v');
      ++k;
      continue;
    }
    if (is_vowel(letter)) {
      if (k == 0) kept.push(U'a');
      continue;
    }
    if (letter == U'h' && k > 0 && is_softened(word[k - 1])) continue;
    const char32_t heard = sound(letter);
    // A doubled letter is one sound, but the same sound on both sides of a vowel is two.
    const bool doubled = k > 0 && kept.size > 0 && kept.view().back() == heard;
    if (doubled && sound(word[k - 1]) == heard) continue;
    kept.push(heard);
  }
  return kept;
}

Sounds vowelless_key(Points word) {
  Sounds bare;
  const auto heard = skeleton(word);
  for (const char32_t sound : heard.view()) {
    if (sound == U'h') continue;
    const char32_t plain = sound == U'p' ? U'b' : sound == U'j' ? U'g' : sound;
    if (bare.size == 0 || bare.view().back() != plain) bare.push(plain);
  }
  return bare;
}

Sounds sounding(Points word) {
  Sounds heard;
  if (!is_latin(word)) return heard;
  for (std::size_t at = 0; at < word.size();) at += read_sound(word, at, heard);
  return heard;
}

}  // namespace ostraka
