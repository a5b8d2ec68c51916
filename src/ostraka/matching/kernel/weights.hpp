// The frozen table of weights, filled from `matching/weights.csv`. What each row means and the
// pair of names that motivates it stand there.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "token.hpp"

namespace ostraka {

struct Weights {
  std::array<double, role_count> role{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
  double background = 20000;      // parties assumed beside the corpus when rarity is judged
  double rarity_floor = 0.25;     // weight of the commonest word, as a share of the rarest
  double accept = 0.7;            // two words less alike than this are different words
  double skeleton_base = 0.6;     // similarity of words that share only their consonants
  double accept_short = 0.66;     // the same for words of three letters where all others agree
  double variant = 0.95;          // spellings of one given name, from the table
  double variant_short = 0.85;    // the same when either spelling has four letters or fewer
  double nickname = 0.85;         // a short form of a given name
  double cognate = 0.55;          // the form of a given name in another language
  double cognate_weight = 0.9;    // least weight of such a pair
  double apart = 0.55;            // two names that are both known and are not one name
  double vowelless = 0.9;         // the same consonants where one script writes no vowels
  double initial = 0.9;           // an initial against the word it may stand for
  double joined = 0.97;           // two words against the same letters written as one
  double spare_person = 0.35;     // cost of a word only one side has, two or more words agreeing
  double spare_single = 1.2;      // cost of such a word when only one word agrees, or none
  double spare_other = 0.7;       // the same for parties that are not persons
  double spare_conflict = 1.0;     // the same when both sides have such words
  double spare_doubt = 5.0;        // how much more such words cost where the others agree badly
  double spare_floor = 0.65;       // least weight of such a word when only one word agrees
  double spare_trade = 2.0;        // cost of a word of trade only one side has
  double spare_letter = 0.6;       // least weight of a letter where the other side has another word
  double spare_father = 0.5;       // share of its cost that a father's name left out keeps
  double spare_form = 0.36;        // least weight of a legal form against another, one word agreeing
  double spare_generation = 0.8;   // weight of Jr. where the other side has Sr.
  double acronym = 0.85;           // first letters against the words they may stand for
  double thin_support = 1.6;       // agreeing words that weigh less than this leave a match thin
  double thin_cost = 2.0;          // how much more a word that only one side has costs then
  double thin_fade = 0.5;          // how much of the score a match on next to nothing loses
  double alone_weight = 0.8;       // a query of one word this heavy may stand for a whole name
  double order = 0.96;            // factor when the words stand in another order, not merely rotated
  double lineage = 0.7;           // factor when father and son stand exchanged
  double sharpness = 1.0;         // exponent on the similarity of a pair of words
  double ceiling = 0.97;          // score of equal names with nothing to corroborate them
};

// Rarity of a word that `count` of `parties` parties and `commonness` of 100,000 people bear, in
// [rarity_floor, 1]. The commoner of the two figures holds.
double rarity(const Weights& weights, std::uint32_t count, std::size_t parties,
              std::uint32_t commonness);

}  // namespace ostraka
