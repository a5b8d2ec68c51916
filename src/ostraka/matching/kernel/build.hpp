// Making an index: prepared names in, sections out.
#pragma once

#include <string_view>
#include <vector>

#include "sections.hpp"
#include "weights.hpp"

namespace ostraka {

// What a listed name is besides its words; bits of the section `names.flag`.
enum NameFlag : std::uint8_t {
  weak_alias = 1,
  person = 2,
};

// A listed name: its prepared words, the party it belongs to, its flags.
struct ListedName {
  std::string_view prepared;
  std::uint32_t owner;
  std::uint8_t flags;
};

// Builds all sections the kernel reads. Names keep their order; a name without words is kept and
// never found. Throws std::invalid_argument on malformed prepared names.
SectionBytes build_sections(const std::vector<ListedName>& names, const Weights& weights);

// Hash under which names of the same words in any order meet.
std::uint32_t whole_name_key(const Tokens& tokens);

}  // namespace ostraka
