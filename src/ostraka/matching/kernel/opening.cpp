#include "opening.hpp"

#include <algorithm>
#include <numeric>

#include "limits.hpp"

namespace ostraka {
namespace {

constexpr double rounding = 1e-6;  // weights of names are kept in single precision
// How many times the names marked so far a common word may have to be marked as well: measured.
constexpr std::size_t worth_marking = 4;
// Names looked at for each that is aligned at the most: names of nothing but common words are many.
constexpr std::size_t looks_a_name = 16;
constexpr std::size_t looks_a_ranked_name = 4;  // where no score is asked for, the nearest will do
constexpr std::size_t ahead = 8;  // names that are fetched while one is looked at

// One query on its way through the index: its words are given bits, names are marked with the words
// they have, and those whose words may do are looked at.
class Opening {
 public:
  Opening(const Index& index, const Weighed& query, const SearchOptions& options,
          Scratch& scratch)
      : index_(index), query_(query), options_(options), scratch_(scratch) {}

  void run() {
    scratch_.found.clear();
    scratch_.candidates.clear();
    assign_bits();
    find_words();
    scratch_.bounds.begin(query_, index_, scratch_.found);
    known_.assign(std::size_t{1} << most_word_bits, unknown);
    choose_words();
    for (const auto& list : marked_) mark(list);
    for (const auto name : index_.same_words(query_.tokens)) take_whole(name);
    take_joined();
    for (const auto& list : marked_) collect(list);
    look();
  }

 private:
  // Names that have one of some words, and the words of the query those stand for.
  struct Marking {
    Span<std::uint32_t> names;
    WordSet words;
  };
  static constexpr double unknown = -1;

  // The heaviest words have a bit each; the others share the last one.
  void assign_bits() {
    const std::size_t size = query_.tokens.size();
    std::vector<std::size_t> order(size);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return query_.weights[a] > query_.weights[b];
    });
    bits_.assign(size, 0);
    for (std::size_t k = 0; k < size; ++k) {
      bits_[order[k]] = static_cast<WordSet>(1u << std::min(k, most_word_bits - 1));
    }
  }

  void find_words() {
    neighbours_.assign(query_.tokens.size(), nullptr);
    for (std::size_t k = 0; k < query_.tokens.size(); ++k) {
      if (query_.tokens[k].role == Role::initial) {
        assumed_ |= bits_[k];  // stands for many words; counted for every name
        continue;
      }
      neighbours_[k] = &scratch_.neighbours(query_.tokens[k]);
      for (const auto& word : neighbours_[k]->words) stand(word.word, k, 1, word.similarity);
    }
    for (std::size_t from = 0; from < query_.tokens.size(); ++from) find_joined(from);
  }

  void stand(std::uint32_t word, std::size_t from, std::size_t count, double similarity) {
    scratch_.found.add(word, static_cast<std::uint16_t>(from), static_cast<std::uint16_t>(count),
                       similarity);
  }

  // Listed words that several words of the query are, from this one on; behind the last word comes
  // the first, for two words only.
  void find_joined(std::size_t from) {
    const std::size_t size = query_.tokens.size();
    if (size < 2) return;
    text_.assign(query_.tokens[from].points);
    WordSet words = bits_[from];
    for (std::size_t count = 2; count <= most_joined && count <= size; ++count) {
      if (from + count > size && count > 2) break;
      const auto last = (from + count - 1) % size;
      text_ += query_.tokens[last].points;
      words |= bits_[last];
      if (text_.size() < shortest_join) continue;
      for (const auto word : index_.same_letters(text_)) {
        stand(word, from, count, 1.0);
        marked_.push_back({index_.postings(word), words});
      }
    }
  }

  // Which words names are found by: those in few names first, until no name without one of them can
  // score the floor and the next is in too many names to be worth knowing of.
  void choose_words() {
    std::vector<std::size_t> order;
    for (std::size_t k = 0; k < neighbours_.size(); ++k) {
      if (neighbours_[k] != nullptr) order.push_back(k);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return neighbours_[a]->postings < neighbours_[b]->postings;
    });
    WordSet rest = assumed_;
    for (const auto k : order) rest |= bits_[k];
    std::size_t marks = 0;
    for (std::size_t at = 0; at < order.size(); ++at) {
      const auto& next = *neighbours_[order[at]];
      // Where only some names are aligned, those marked by rarer words may be enough.
      const bool is_enough = judge(rest) < floor() || marks >= most_looks();
      if (is_enough && next.postings > worth_marking * (marks + worth_marking)) break;
      for (const auto& word : next.words) {
        marked_.push_back({index_.postings(word.word), bits_[order[at]]});
      }
      marks += next.postings;
      rest = assumed_;
      for (std::size_t later = at + 1; later < order.size(); ++later) rest |= bits_[order[later]];
    }
    assumed_ = rest;
  }

  void mark(const Marking& list) {
    WordSet* const has = scratch_.has.data();
    for (const auto name : list.names) has[name] |= list.words;
  }

  // A name of the same words is always looked at.
  void take_whole(std::uint32_t name) {
    scratch_.has[name] = 0;
    if (!is_left_out(name)) scratch_.candidates.push_back({name, 1.0});
  }

  // Names that have a word of the query in several parts.
  void take_joined() {
    for (const Token& token : query_.tokens) {
      if (token.points.size() < shortest_join) continue;
      for (const auto name : index_.joined(token.points)) {
        scratch_.has[name] = 0;
        consider(name, true);
      }
    }
  }

  // Puts names by the words they have, each once, and takes their marks away.
  void collect(const Marking& list) {
    for (const auto name : list.names) {
      const WordSet words = scratch_.has[name];
      if (words == 0) continue;
      scratch_.has[name] = 0;
      const WordSet all = words | assumed_;
      if (judge(all) < floor()) continue;
      auto& names = scratch_.by_words[all];
      if (names.empty()) kinds_.push_back(all);
      names.push_back(name);
    }
  }

  // The most that a name can score that has these words of the query and no others.
  double judge(WordSet words) {
    double& most = known_[words];
    if (most == unknown) {
      has_.assign(bits_.size(), false);
      for (std::size_t k = 0; k < bits_.size(); ++k) has_[k] = (bits_[k] & words) != 0;
      most = scratch_.bounds.judge_words(has_);
    }
    return most;
  }

  std::size_t most_looks() const {
    return options_.most * (options_.floor > 0 ? looks_a_name : looks_a_ranked_name);
  }

  double floor() const { return options_.floor - rounding; }

  // Looks at the names collected, those with the most promising words first, until as many as are
  // aligned promise more than the rest.
  void look() {
    std::sort(kinds_.begin(), kinds_.end(),
              [&](WordSet a, WordSet b) { return known_[a] > known_[b]; });
    std::size_t looks = 0;
    for (const auto kind : kinds_) {
      auto& names = scratch_.by_words[kind];
      if (looks < most_looks() && find_least_promise() < known_[kind]) {
        const auto most = std::min(names.size(), most_looks() - looks);
        for (std::size_t k = 0; k < most; ++k) {
          if (k + 2 * ahead < most) index_.expect(names[k + 2 * ahead]);
          if (k + ahead < most) index_.expect_words(names[k + ahead]);
          consider(names[k], false);
        }
        looks += most;
      }
      names.clear();
    }
  }

  // The bound of the last of the candidates that are aligned; 0 while there are fewer.
  double find_least_promise() {
    auto& held = scratch_.candidates;
    if (held.size() < options_.most) return -1.0;
    const auto last = held.begin() + static_cast<std::ptrdiff_t>(options_.most - 1);
    std::nth_element(held.begin(), last, held.end(), [](const Candidate& a, const Candidate& b) {
      return a.bound > b.bound;
    });
    return last->bound;
  }

  void consider(std::uint32_t name, bool is_joined) {
    if (is_left_out(name)) return;
    const double bound = scratch_.bounds.judge(name, is_joined);
    if (bound >= floor()) scratch_.candidates.push_back({name, bound});
  }

  bool is_left_out(std::uint32_t name) const {
    return index_.has_flag(name, weak_alias) && !options_.weak_aliases;
  }

  const Index& index_;
  const Weighed& query_;
  const SearchOptions& options_;
  Scratch& scratch_;
  std::vector<WordSet> bits_;  // of each word of the query
  WordSet assumed_ = 0;        // words that every name is taken to have
  std::vector<const Neighbours*> neighbours_;
  std::vector<Marking> marked_;
  std::vector<WordSet> kinds_;
  std::vector<double> known_;  // what `judge` found
  std::vector<bool> has_;
  std::u32string text_;
};

}  // namespace

void open_names(const Index& index, const Weighed& query, const SearchOptions& options,
                Scratch& scratch) {
  Opening(index, query, options, scratch).run();
}

}  // namespace ostraka
