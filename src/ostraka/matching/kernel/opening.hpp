// Opening names: from the words of a query to the names that may score the floor.
#pragma once

#include "scratch.hpp"
#include "search.hpp"

namespace ostraka {

// Leaves in `scratch.candidates` every name that may score the floor by this reading, with the most
// it can score; where more than `options.most` may, at least the most promising of them.
//
// Words in few names are opened first. The rest is not opened once no name that has only words of
// the rest can score the floor, or be among the most promising: as MaxScore does (Turtle and Flood
// 1995), with a bound that knows what spare words cost.
void open_names(const Index& index, const Weighed& query, const SearchOptions& options,
                Scratch& scratch);

}  // namespace ostraka
