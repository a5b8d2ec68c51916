// The Python side of the kernel: `ostraka.matching._kernel`.
#include <nanobind/nanobind.h>
#include <nanobind/stl/map.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>

#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <unordered_set>

#include "keys.hpp"
#include "search.hpp"
#include "similarity.hpp"

namespace nb = nanobind;
using namespace ostraka;

namespace {

// A Python buffer held for as long as the kernel reads it.
class Held {
 public:
  explicit Held(nb::handle object) {
    if (PyObject_GetBuffer(object.ptr(), &buffer_, PyBUF_SIMPLE) != 0) throw nb::python_error();
  }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  ~Held() { PyBuffer_Release(&buffer_); }
  std::string_view view() const {
    return {static_cast<const char*>(buffer_.buf), static_cast<std::size_t>(buffer_.len)};
  }

 private:
  Py_buffer buffer_{};
};

using PairTuple = std::tuple<int, std::string, std::string, double, double, double>;
using ScoredTuple = std::tuple<double, double, double, int, std::vector<PairTuple>>;
using FoundTuple = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, ScoredTuple>;
using PreparedReadings = std::vector<nb::bytes>;

ScoredTuple to_tuple(const Scored& scored, const Tokens& query, const Tokens& listed) {
  std::vector<PairTuple> pairs;
  for (const auto& pair : scored.pairs) {
    pairs.emplace_back(static_cast<int>(pair.alignment), show(query, pair.query),
                       show(listed, pair.listed), pair.similarity, pair.query_weight,
                       pair.listed_weight);
  }
  return {scored.score, scored.order, scored.support, static_cast<int>(scored.closeness),
          std::move(pairs)};
}

std::string_view as_view(const nb::bytes& bytes) { return {bytes.c_str(), bytes.size()}; }

// The readings of one query, with the text their tokens point to.
struct Query {
  explicit Query(const PreparedReadings& encoded) {
    for (const auto& bytes : encoded) {
      prepared.emplace_back(as_view(bytes));
      readings.push_back({prepared.back().tokens(), prepared.back().origin()});
    }
  }
  std::vector<Prepared> prepared;
  std::vector<QueryReading> readings;
};

// Threads that are waited for wherever the scope is left.
class Crew {
 public:
  Crew() = default;
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;
  ~Crew() {
    for (auto& member : members_) member.join();
  }
  template <typename Work>
  bool hire(const Work& work) {
    try {
      members_.emplace_back(work);
      return true;
    } catch (const std::system_error&) {
      return false;
    }
  }

 private:
  std::vector<std::thread> members_;
};

// An index and the buffers its sections lie in.
class MappedIndex {
 public:
  MappedIndex(const std::map<std::string, nb::object>& sections, const Weights& weights,
              bool known_whole) {
    SectionViews views;
    for (const auto& [name, object] : sections) {
      held_.push_back(std::make_unique<Held>(object));
      views[name] = held_.back()->view();
    }
    index_ = std::make_unique<Index>(views, weights, known_whole);
  }

  const Index& get() const { return *index_; }

  // The best name of each party, best first.
  std::vector<FoundTuple> to_tuples(const std::vector<Found>& found, const Query& query) const {
    std::vector<FoundTuple> tuples;
    std::unordered_set<std::uint32_t> parties;
    Weighed listed;
    for (const auto& entry : found) {
      if (!parties.insert(index_->owner(entry.name)).second) continue;
      index_->read_name(entry.name, listed);
      tuples.emplace_back(entry.name, index_->owner(entry.name), entry.reading,
                          to_tuple(entry.scored, query.readings[entry.reading].tokens, listed.tokens));
    }
    return tuples;
  }

  // The best score of each party, best first, as columns: how many parties each query has, and of all
  // of them in turn the numbers (32 bits) and the scores (64).
  static std::tuple<nb::bytes, nb::bytes, nb::bytes> to_columns(
      const Index& index, const std::vector<std::vector<Found>>& answers) {
    std::vector<std::uint32_t> counts, parties;
    std::vector<double> scores;
    std::unordered_set<std::uint32_t> seen;
    for (const auto& found : answers) {
      seen.clear();
      for (const auto& entry : found) {
        if (!seen.insert(index.owner(entry.name)).second) continue;
        parties.push_back(index.owner(entry.name));
        scores.push_back(entry.scored.score);
      }
      counts.push_back(static_cast<std::uint32_t>(seen.size()));
    }
    const auto pack = [](const auto& values) {
      const auto bytes = to_bytes(values);
      return nb::bytes(bytes.data(), bytes.size());
    };
    return {pack(counts), pack(parties), pack(scores)};
  }

  // Runs the queries on `threads` threads without the interpreter lock; answers in query order.
  std::vector<std::vector<Found>> search_many(const std::vector<Query>& queries,
                                              const SearchOptions& options,
                                              std::size_t threads) const {
    std::vector<std::vector<Found>> answers(queries.size());
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::mutex failing;
    const auto work = [&] {
      try {
        const Lent lent(*this);
        Scratch& scratch = *lent.scratch;
        for (std::size_t k; (k = next.fetch_add(1)) < queries.size();) {
          answers[k] = search(*index_, queries[k].readings, options, scratch);
        }
      } catch (...) {
        const std::lock_guard<std::mutex> lock(failing);
        failure = std::current_exception();
      }
    };
    if (threads <= 1 || queries.size() < 2) {
      work();
    } else {
      Crew crew;
      for (std::size_t k = 1; k < std::min(threads, queries.size()); ++k) {
        if (!crew.hire(work)) break;  // the machine has no more threads: fewer do the same work
      }
      work();
    }
    if (failure) std::rethrow_exception(failure);
    return answers;
  }

 private:
  // A work space for as long as a thread needs it: kept for the next, since it remembers words.
  struct Lent {
    explicit Lent(const MappedIndex& owner) : owner(owner) {
      const std::lock_guard<std::mutex> lock(owner.lending_);
      if (owner.idle_.empty()) {
        scratch = std::make_unique<Scratch>(*owner.index_);
      } else {
        scratch = std::move(owner.idle_.back());
        owner.idle_.pop_back();
      }
    }
    Lent(const Lent&) = delete;
    Lent& operator=(const Lent&) = delete;
    ~Lent() {
      const std::lock_guard<std::mutex> lock(owner.lending_);
      if (owner.idle_.size() < most_idle) owner.idle_.push_back(std::move(scratch));
    }
    const MappedIndex& owner;
    std::unique_ptr<Scratch> scratch;
  };

  static constexpr std::size_t most_idle = 16;
  std::vector<std::unique_ptr<Held>> held_;
  std::unique_ptr<Index> index_;
  mutable std::mutex lending_;
  mutable std::vector<std::unique_ptr<Scratch>> idle_;
};

std::map<std::string, nb::bytes> build(const std::vector<nb::bytes>& prepared,
                                       const std::vector<std::uint32_t>& owners,
                                       const std::vector<std::uint8_t>& flags,
                                       const Weights& weights) {
  if (prepared.size() != owners.size() || prepared.size() != flags.size()) {
    throw std::invalid_argument("names, owners and flags differ in number");
  }
  std::vector<ListedName> names;
  for (std::size_t k = 0; k < prepared.size(); ++k) {
    names.push_back({as_view(prepared[k]), owners[k], flags[k]});
  }
  SectionBytes sections;
  {
    const nb::gil_scoped_release released;
    sections = build_sections(names, weights);
  }
  std::map<std::string, nb::bytes> result;
  for (const auto& [name, bytes] : sections) {
    result.emplace(name, nb::bytes(bytes.data(), bytes.size()));
  }
  return result;
}

Weighed weigh(const Tokens& tokens, const Weights& weights) {
  Weighed weighed{tokens, {}};
  for (const auto& token : tokens) {
    weighed.weights.push_back(weights.role[static_cast<std::size_t>(token.role)] *
                              rarity(weights, 0, 0, token.commonness));
  }
  return weighed;
}

ScoredTuple compare(const nb::bytes& query, const nb::bytes& listed, const Weights& weights,
                    bool is_person, const MappedIndex* index) {
  const Prepared left(as_view(query)), right(as_view(listed));
  if (is_written_alike(left.origin(), right.origin())) {
    return {0.0, 1.0, 1.0, static_cast<int>(Closeness::close), {}};
  }
  const auto weigh_all = [&](const Tokens& tokens) {
    return index == nullptr ? weigh(tokens, weights) : index->get().weigh(tokens);
  };
  const auto scored =
      align(weigh_all(left.tokens()), weigh_all(right.tokens()), weights, is_person);
  return to_tuple(scored, left.tokens(), right.tokens());
}

SearchOptions make_options(double floor, bool weak_aliases, std::size_t most) {
  SearchOptions options;
  options.floor = floor;
  options.weak_aliases = weak_aliases;
  options.most = most;
  return options;
}

}  // namespace

NB_MODULE(_kernel, module) {
  module.doc() = "The matching kernel: vocabulary, neighbours, postings, alignment.";

  nb::class_<Weights>(module, "Weights")
      .def(nb::init<>())
      .def("set_role",
           [](Weights& self, std::size_t role, double weight) { self.role.at(role) = weight; })
      .def_rw("background", &Weights::background)
      .def_rw("rarity_floor", &Weights::rarity_floor)
      .def_rw("accept", &Weights::accept)
      .def_rw("skeleton_base", &Weights::skeleton_base)
      .def_rw("accept_short", &Weights::accept_short)
      .def_rw("variant", &Weights::variant)
      .def_rw("variant_short", &Weights::variant_short)
      .def_rw("nickname", &Weights::nickname)
      .def_rw("cognate", &Weights::cognate)
      .def_rw("cognate_weight", &Weights::cognate_weight)
      .def_rw("apart", &Weights::apart)
      .def_rw("vowelless", &Weights::vowelless)
      .def_rw("initial", &Weights::initial)
      .def_rw("joined", &Weights::joined)
      .def_rw("spare_person", &Weights::spare_person)
      .def_rw("spare_single", &Weights::spare_single)
      .def_rw("spare_other", &Weights::spare_other)
      .def_rw("spare_conflict", &Weights::spare_conflict)
      .def_rw("spare_doubt", &Weights::spare_doubt)
      .def_rw("spare_floor", &Weights::spare_floor)
      .def_rw("spare_trade", &Weights::spare_trade)
      .def_rw("spare_letter", &Weights::spare_letter)
      .def_rw("spare_father", &Weights::spare_father)
      .def_rw("spare_form", &Weights::spare_form)
      .def_rw("spare_generation", &Weights::spare_generation)
      .def_rw("acronym", &Weights::acronym)
      .def_rw("thin_support", &Weights::thin_support)
      .def_rw("thin_cost", &Weights::thin_cost)
      .def_rw("thin_fade", &Weights::thin_fade)
      .def_rw("alone_weight", &Weights::alone_weight)
      .def_rw("order", &Weights::order)
      .def_rw("lineage", &Weights::lineage)
      .def_rw("sharpness", &Weights::sharpness)
      .def_rw("ceiling", &Weights::ceiling);

  nb::class_<MappedIndex>(module, "Index")
      .def(nb::init<const std::map<std::string, nb::object>&, const Weights&, bool>(),
           nb::arg("sections"), nb::arg("weights"), nb::arg("known_whole") = false)
      .def_prop_ro("names", [](const MappedIndex& self) { return self.get().name_count(); })
      .def_prop_ro("words", [](const MappedIndex& self) { return self.get().word_count(); })
      .def(
          "search_many",
          [](const MappedIndex& self, const std::vector<PreparedReadings>& queries, double floor,
             bool weak_aliases, std::size_t most, std::size_t threads) {
            const std::vector<Query> parsed(queries.begin(), queries.end());
            const auto options = make_options(floor, weak_aliases, most);
            std::vector<std::vector<Found>> answers;
            {
              const nb::gil_scoped_release released;
              answers = self.search_many(parsed, options, threads);
            }
            std::vector<std::vector<FoundTuple>> shown;
            for (std::size_t k = 0; k < answers.size(); ++k) {
              shown.push_back(self.to_tuples(answers[k], parsed[k]));
            }
            return shown;
          },
          nb::arg("queries"), nb::arg("floor"), nb::arg("weak_aliases"), nb::arg("most"),
          nb::arg("threads"))
      .def(
          "search_parties",
          [](const MappedIndex& self, const std::vector<PreparedReadings>& queries, double floor,
             bool weak_aliases, std::size_t most, std::size_t threads) {
            const std::vector<Query> parsed(queries.begin(), queries.end());
            std::vector<std::vector<Found>> answers;
            {
              const nb::gil_scoped_release released;
              answers = self.search_many(parsed, make_options(floor, weak_aliases, most), threads);
            }
            return MappedIndex::to_columns(self.get(), answers);
          },
          nb::arg("queries"), nb::arg("floor"), nb::arg("weak_aliases"), nb::arg("most"),
          nb::arg("threads"))
      .def(
          "search_all",
          [](const MappedIndex& self, const PreparedReadings& query, double floor,
             bool weak_aliases) {
            const Query parsed(query);
            const auto options = make_options(floor, weak_aliases, 0);
            return self.to_tuples(search_all(self.get(), parsed.readings, options), parsed);
          },
          nb::arg("query"), nb::arg("floor"), nb::arg("weak_aliases"));

  module.def("build", &build, nb::arg("prepared"), nb::arg("owners"), nb::arg("flags"),
             nb::arg("weights"));
  module.def("compare", &compare, nb::arg("query"), nb::arg("listed"), nb::arg("weights"),
             nb::arg("person"), nb::arg("index").none());
  module.def("looks_like_organisation", [](const nb::bytes& prepared) {
    return looks_like_organisation(Prepared(as_view(prepared)).tokens());
  });
  module.def("edit_distance", [](const std::string& left, const std::string& right) {
    return edit_distance(decode(left), decode(right));
  });
  module.def("word_similarity",
             [](const std::string& left, const std::string& right, double skeleton_base) {
               return word_similarity(decode(left), decode(right), skeleton_base);
             });
  module.def("checksum", [](nb::object data) {
    const Held held(data);
    return hash64(held.view().data(), held.view().size());
  });
}
