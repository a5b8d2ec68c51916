"""A plain Python twin of the scorer, written from the rules, not from the C++: its oracle."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import log

from matching.word_twin import SAME_SOUND, squeeze, vowelless_similarity, word_similarity
from ostraka.model.hit import Alignment
from ostraka.names.tokens import Reading, Token, TokenRole

CONTENT = frozenset(TokenRole) - {TokenRole.PARTICLE, TokenRole.TITLE, TokenRole.LEGAL_FORM}
EXACT = frozenset({TokenRole.LEGAL_FORM, TokenRole.NUMBER})
NAMES = frozenset({TokenRole.WORD, TokenRole.GIVEN})
FIRST_COGNATE, FIRST_NICKNAME = 2_000_000, 3_000_000
FIRST_SYLLABLE, FIRST_PLACE, FIRST_GENERATION = 4_000_000, 5_000_000, 6_000_000
AS_GOOD_AS_EQUAL = (
    0.95  # two words that make one say more than one of them that is equal to a third
)
MOST_JOINED, SHORTEST_JOIN, SHORT_WORD = 3, 4, 3
THIN_POWER = 4  # two common words are still a name, one is next to nothing
WHOLE_NAME = 0.85


@dataclass(frozen=True)
class TwinWeights:
    """The kernel's weights as plain numbers."""

    role: dict[TokenRole, float]
    background: float
    rarity_floor: float
    accept: float
    accept_short: float
    skeleton_base: float
    variant: float
    variant_short: float
    nickname: float
    cognate: float
    cognate_weight: float
    apart: float
    vowelless: float
    initial: float
    joined: float
    spare_person: float
    spare_single: float
    spare_other: float
    spare_conflict: float
    spare_doubt: float
    spare_floor: float
    spare_trade: float
    spare_letter: float
    spare_father: float
    spare_form: float
    spare_generation: float
    acronym: float
    thin_support: float
    thin_cost: float
    thin_fade: float
    alone_weight: float
    order: float
    lineage: float
    sharpness: float
    ceiling: float


@dataclass(frozen=True)
class _Name:
    """The words of a name and what each weighs."""

    tokens: tuple[Token, ...]
    weights: tuple[float, ...]

    def weigh(self, words: Sequence[int]) -> float:
        return sum(self.weights[k] for k in words)


@dataclass(frozen=True)
class _Option:
    """Words of the query that may correspond to words of the listed name."""

    alignment: Alignment
    query: Sequence[int]
    listed: Sequence[int]
    similarity: float
    gain: float


@dataclass
class _Chosen:
    """The correspondences taken, and what their words say."""

    options: list[_Option] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    query_used: set[int] = field(default_factory=set)
    listed_used: set[int] = field(default_factory=set)
    places: list[tuple[int, int]] = field(default_factory=list)
    agreeing: int = 0
    exchanged: int = 0
    support: float = 0.0


def align(query: Reading, listed: Reading, weights: TwinWeights, *, person: bool) -> float:
    """The score of two readings whose words are as rare as their role and commonness say."""
    if query.script and query.script == listed.script:
        return 0.0
    sides = _weigh(query, weights), _weigh(listed, weights)
    options = _gather_options(*sides, weights)
    chosen = _choose(options, *sides, weights)
    if chosen.agreeing == 0 and not _is_whole(chosen, *sides):
        words = [option for option in options if not _is_letter(option, sides[0])]
        chosen = _choose(words, *sides, weights)
    agreed, everything = _agree(chosen, weights)
    quality = agreed / everything if everything else 1.0
    thin = max(0.0, 1.0 - chosen.support / weights.thin_support)
    everything += sum(_Spares(*sides, chosen, weights, person).costs(quality, thin))
    support = 1.0 - weights.thin_fade * thin**THIN_POWER
    if chosen.agreeing >= 2 and _is_whole(chosen, *sides):
        support = max(support, WHOLE_NAME)
    order = _judge_order(chosen, weights)
    return weights.ceiling * order * support * agreed / everything if everything else 0.0


def rarity(count: int, parties: int, commonness: int, weights: TwinWeights) -> float:
    """Rarity of a word that `count` parties and `commonness` of 100,000 people bear."""
    everything = parties + weights.background
    bearers = max(count, everything * commonness / 100_000)
    return max(weights.rarity_floor, log(everything / (1 + bearers)) / log(everything))


def _weigh(reading: Reading, weights: TwinWeights) -> _Name:
    return _Name(
        reading.tokens,
        tuple(
            weights.role[token.role] * rarity(0, 0, token.commonness, weights)
            for token in reading.tokens
        ),
    )


# ---- which words correspond


def _gather_options(query: _Name, listed: _Name, weights: TwinWeights) -> list[_Option]:
    """Every correspondence of words, the most alike first, then the heaviest."""
    found = [
        *_find_single(query.tokens, listed.tokens, weights),
        *_find_joined(query.tokens, listed.tokens, weights),
        *((k, q, many, s) for k, many, q, s in _find_joined(listed.tokens, query.tokens, weights)),
    ]
    options = [
        _Option(kind, q, k, alike, alike * (query.weigh(q) + listed.weigh(k)))
        for kind, q, k, alike in found
        if alike > 0
    ]
    return sorted(
        options, key=lambda option: (-min(option.similarity, AS_GOOD_AS_EQUAL), -option.gain)
    )


_Correspondence = tuple[Alignment, Sequence[int], Sequence[int], float]


def _find_single(
    query: Sequence[Token], listed: Sequence[Token], weights: TwinWeights
) -> Iterator[_Correspondence]:
    for (q, one), (k, other) in itertools.product(enumerate(query), enumerate(listed)):
        kind, alike = correspond(one, other, weights)
        yield kind, (q,), (k,), alike


def _find_joined(
    many: Sequence[Token], single: Sequence[Token], weights: TwinWeights
) -> Iterator[_Correspondence]:
    """Two or three words that are one word of the other name, but for two doubled letters."""
    for words, (k, token) in itertools.product(_find_runs(len(many)), enumerate(single)):
        text = "".join(many[place].text for place in words)
        exact = any(_is_exact(one) or one.syllabic for one in (many[words[0]], token))
        if len(text) >= SHORTEST_JOIN and _is_joined(text, token.text, exact=exact):
            alike = word_similarity(text, token.text, weights.skeleton_base)
            yield Alignment.JOINED, words, (k,), alike * weights.joined


def _find_runs(length: int) -> Iterator[tuple[int, ...]]:
    """Places of two or three words that stand together, behind the last word the first."""
    for count in range(2, min(MOST_JOINED, length) + 1):
        starts = length if count == 2 else length - count + 1
        for start in range(starts):
            yield tuple((start + k) % length for k in range(count))


def _is_joined(text: str, word: str, *, exact: bool) -> bool:
    if exact:
        return text == word
    return abs(len(text) - len(word)) <= 2 and squeeze(text) == squeeze(word)


def correspond(one: Token, other: Token, weights: TwinWeights) -> tuple[Alignment, float]:
    """Which kind of correspondence two words have, with similarity 0 where none.

    An acronym stands for a word that is no acronym: two long names of the same first letters are
    two names.
    """
    if TokenRole.ACRONYM in {one.role, other.role}:
        stands_for = one.text == other.text and one.role is not other.role
        return Alignment.VARIANT, weights.acronym if stands_for else 0.0
    if one.text == other.text:
        return Alignment.EQUAL, 1.0
    if TokenRole.LEGAL_FORM in {one.role, other.role}:
        return Alignment.SIMILAR, 0.0
    if shared := _find_kin(one, other):
        return Alignment.VARIANT, _by_kinship(shared, one, other, weights)
    if _is_exact(one) or _is_exact(other):
        return Alignment.SIMILAR, 0.0
    if _is_initial_of(one, other) or _is_initial_of(other, one):
        return Alignment.INITIAL, weights.initial
    return Alignment.SIMILAR, _by_letters(one, other, weights)


def _is_exact(token: Token) -> bool:
    """Limited is not Inc., Vessel 1 is not Vessel 2, the second is not the third."""
    return token.role in EXACT or _is_generation(token)


def _find_kin(one: Token, other: Token) -> set[int]:
    """The classes both are in; two short forms of one name are none of each other."""
    either = {*one.groups, *other.groups}
    return {
        group
        for group in {*one.groups} & {*other.groups}
        if not FIRST_NICKNAME <= group < FIRST_SYLLABLE or group - FIRST_NICKNAME in either
    }


def _by_kinship(shared: set[int], one: Token, other: Token, weights: TwinWeights) -> float:
    """The closest kinship holds: a spelling before a short form before another language's form."""
    if any(group < FIRST_COGNATE or group >= FIRST_SYLLABLE for group in shared):
        short = min(len(one.text), len(other.text)) <= 4
        certain = one.syllabic or other.syllabic
        return weights.variant_short if short and not certain else weights.variant
    return weights.nickname if max(shared) >= FIRST_NICKNAME else weights.cognate


def _is_initial_of(letter: Token, word: Token) -> bool:
    is_letter = letter.role is TokenRole.INITIAL and len(word.text) > 1
    return is_letter and letter.text[0] == word.text[0]


def _by_letters(one: Token, other: Token, weights: TwinWeights) -> float:
    if one.syllabic or other.syllabic:
        return 0.0
    alike = word_similarity(one.text, other.text, weights.skeleton_base)
    short = max(len(one.text), len(other.text)) == SHORT_WORD
    if alike < (weights.accept_short if short else weights.accept):
        alike = 0.0
    if one.vowelless or other.vowelless:
        heard = vowelless_similarity(one.text, other.text, weights.vowelless)
        return max(alike, heard if heard >= weights.accept else 0.0)
    apart = alike < SAME_SOUND and _is_known(one) and _is_known(other)
    return min(alike, weights.apart) if apart else alike


def _is_known(token: Token) -> bool:
    return token.commonness > 0 or token.role is TokenRole.GIVEN


# ---- which correspondences are taken


def _choose(
    options: Iterable[_Option], query: _Name, listed: _Name, weights: TwinWeights
) -> _Chosen:
    """Takes the best option whose words are still free, until none is left."""
    chosen = _Chosen()
    for option in options:
        taken = chosen.query_used & {*option.query} or chosen.listed_used & {*option.listed}
        if not taken and _may_slip(option, chosen.agreeing, weights):
            _take(chosen, option, query, listed, weights)
    return chosen


def _may_slip(option: _Option, agreeing: int, weights: TwinWeights) -> bool:
    """A slip in a word of three letters passes where two other words agree, and agree well."""
    slip = weights.accept_short <= option.similarity < weights.accept
    return option.alignment is not Alignment.SIMILAR or not slip or agreeing >= 2


def _take(
    chosen: _Chosen, option: _Option, query: _Name, listed: _Name, weights: TwinWeights
) -> None:
    """Notes a correspondence; it counts as the lighter of its sides: a slip makes nothing rare."""
    lighter = min(query.weigh(option.query), listed.weigh(option.listed))
    cognate = option.alignment is Alignment.VARIANT and option.similarity < weights.accept_short
    weight = max(lighter, weights.cognate_weight) if cognate else lighter
    chosen.options.append(option)
    chosen.weights.append(weight)
    chosen.query_used.update(option.query)
    chosen.listed_used.update(option.listed)
    asked, known = query.tokens[option.query[0]], listed.tokens[option.listed[0]]
    if asked.role not in CONTENT:
        return
    chosen.places.append((option.query[0], option.listed[0]))
    chosen.support += option.similarity**weights.sharpness * lighter
    chosen.exchanged += asked.descent != known.descent
    if option.similarity >= weights.accept_short and not _is_letter(option, query):
        chosen.agreeing += max(len(option.query), len(option.listed))


def _is_letter(option: _Option, query: _Name) -> bool:
    asked = query.tokens[option.query[0]]
    single = len(option.query) == len(option.listed) == 1
    return option.alignment is Alignment.INITIAL or (single and asked.role is TokenRole.INITIAL)


def _is_whole(chosen: _Chosen, query: _Name, listed: _Name) -> bool:
    """Whether every word of both names is equal to one of the other."""
    used = len(chosen.query_used), len(chosen.listed_used)
    equal = all(option.alignment is Alignment.EQUAL for option in chosen.options)
    return equal and used == (len(query.tokens), len(listed.tokens))


def _agree(chosen: _Chosen, weights: TwinWeights) -> tuple[float, float]:
    """How much of the weight of the corresponding words agrees, and that weight, on both sides."""
    pairs = list(zip(chosen.options, chosen.weights, strict=True))
    agreed = sum(2 * weight * option.similarity**weights.sharpness for option, weight in pairs)
    return agreed, sum(2 * weight for _, weight in pairs)


def _judge_order(chosen: _Chosen, weights: TwinWeights) -> float:
    """Less than 1 where the words stand in another order than rotated, much less for a lineage."""
    if chosen.exchanged >= 2:
        return weights.lineage
    positions = [place for _, place in sorted(chosen.places)]
    falls = sum(after < before for before, after in itertools.pairwise(positions))
    rotated = falls == 0 or (falls == 1 and positions[-1] < positions[0])
    return 1.0 if rotated else weights.order


# ---- what the words that only one side has cost


_Weighed = list[tuple[Token, float]]


def _is_generation(token: Token) -> bool:
    """Jr., Sr., II: which of several people of one name is meant."""
    return any(group >= FIRST_GENERATION for group in token.groups)


def _each_has(is_such: Callable[[Token], bool], *sides: _Weighed) -> bool:
    return all(any(is_such(token) for token, _ in side) for side in sides)


@dataclass(frozen=True)
class _Spares:
    query: _Name
    listed: _Name
    chosen: _Chosen
    weights: TwinWeights
    person: bool

    def costs(self, quality: float, thin: float) -> Iterator[float]:
        """What each spare word counts against the score."""
        query, listed = self._spare()
        conflict = _each_has(lambda token: token.role in CONTENT, query, listed)
        forms = self.chosen.agreeing < 2 and _each_has(
            lambda token: token.role is TokenRole.LEGAL_FORM, query, listed
        )
        generations = _each_has(_is_generation, query, listed)
        alone = self._asks_for_one_rare_word()
        lonely = self.chosen.agreeing < 2 and not alone
        cost = self._base_cost(thin, conflict=conflict, alone=alone)
        cost *= 1 + self.weights.spare_doubt * (1 - quality)
        for token, weight in (*query, *listed):
            if generations and _is_generation(token):
                yield self.weights.spare_generation
                continue
            least = self._least_weight(token, conflict=conflict, lonely=lonely, forms=forms)
            own = max(cost, self._least_cost(token, alone=alone))
            if own == cost and token.descent and not conflict and not lonely:
                own *= 1.0 if self._decides(token, alone=alone) else self.weights.spare_father
            yield max(weight, least) * own

    def _spare(self) -> tuple[_Weighed, _Weighed]:
        sides = (self.query, self.chosen.query_used), (self.listed, self.chosen.listed_used)
        query, listed = (
            [
                (token, weight)
                for k, (token, weight) in enumerate(zip(name.tokens, name.weights, strict=True))
                if k not in used
            ]
            for name, used in sides
        )
        return query, listed

    def _asks_for_one_rare_word(self) -> bool:
        """Whether a person is asked for by one word, exact and rare enough for a whole name."""
        telling = [token for token in self.query.tokens if token.role in CONTENT]
        rare = any(
            option.alignment is Alignment.EQUAL and weight >= self.weights.alone_weight
            for option, weight in zip(self.chosen.options, self.chosen.weights, strict=True)
        )
        listed = sum(token.role in CONTENT for token in self.listed.tokens)
        may = self.person or (len(self.query.tokens) == 1 and listed <= 2)
        return may and len(telling) == self.chosen.agreeing == 1 and rare

    def _base_cost(self, thin: float, *, conflict: bool, alone: bool) -> float:
        if conflict:
            return self.weights.spare_conflict
        if alone:
            return self.weights.spare_person
        if self.chosen.agreeing < 2:
            return self.weights.spare_single
        usual = self.weights.spare_person if self.person else self.weights.spare_other
        return usual * (1 + self.weights.thin_cost * thin)

    def _least_weight(self, token: Token, *, conflict: bool, lonely: bool, forms: bool) -> float:
        """Beside one agreeing word, or in the place of another, even a common word tells apart."""
        if (lonely or conflict) and token.role in NAMES:
            return self.weights.spare_floor
        if conflict and token.role is TokenRole.INITIAL:
            return self.weights.spare_letter
        if forms and token.role is TokenRole.LEGAL_FORM:
            return self.weights.spare_form
        return 0.0

    def _least_cost(self, token: Token, *, alone: bool) -> float:
        """Another trade is another company, a number tells apart, a syllable more is a name."""
        if token.role is TokenRole.TRADE and not alone:
            return self.weights.spare_trade
        return self.weights.spare_conflict if self._decides(token, alone=alone) else 0.0

    def _decides(self, token: Token, *, alone: bool) -> bool:
        if token.role is TokenRole.TRADE and not alone:
            return True
        syllables = any(one.syllabic for one in (*self.query.tokens, *self.listed.tokens))
        marked = any(FIRST_SYLLABLE <= group < FIRST_PLACE for group in token.groups)
        decides = self.person and syllables and (token.syllabic or marked)
        return decides or token.role in {TokenRole.NUMBER, TokenRole.PLACE}
