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

// Spellings of several letters for one sound; the longest that fits comes first.
struct Spelling {
  Points written, sound;
};
constexpr Spelling spellings[] = {
    {U"sch", U"sh"}, {U"tch", U"ch"}, {U"ou", U"u"}, {U"oo", U"u"}, {U"ee", U"i"},
    {U"ie", U"i"},   {U"ei", U"i"},   {U"iy", U"i"}, {U"ij", U"i"}, {U"ck", U"k"},
    {U"ph", U"f"},   {U"dj", U"j"},   {U"sh", U"sh"}, {U"ch", U"ch"}, {U"ks", U"x"},
};

Points plain_sound(char32_t letter) {
  switch (letter) {
    case U'y': return U"i";
    case U'q': case U'c': return U"k";
    case U'w': return U"v";
    default: return {};
  }
}

void hear(Sounds& heard, Points sound) {
  for (const char32_t letter : sound) {
    if (heard.size == 0 || heard.view().back() != letter) heard.push(letter);
  }
}

// Reads one sound at `at` and returns how many letters it takes.
std::size_t read_sound(Points word, std::size_t at, Sounds& heard) {
  for (const auto& spelling : spellings) {
    if (word.substr(at, spelling.written.size()) == spelling.written) {
      hear(heard, spelling.sound);
      return spelling.written.size();
    }
  }
  const char32_t letter = word[at];
  const bool is_breath = letter == U'h' && at > 0 &&
                         (is_softened(word[at - 1]) || at + 1 == word.size());
  if (is_breath) return 1;
  const Points plain = plain_sound(letter);
  hear(heard, plain.empty() ? word.substr(at, 1) : plain);
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
