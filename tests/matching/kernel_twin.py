"""A plain Python twin of the scorer, written from the rules, not from the C++: its oracle."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from ostraka.names.tokens import Reading, Token, TokenRole

CONTENT = frozenset(TokenRole) - {TokenRole.PARTICLE, TokenRole.TITLE, TokenRole.LEGAL_FORM}
NOT_ALIKE = frozenset({TokenRole.LEGAL_FORM, TokenRole.NUMBER})


@dataclass(frozen=True)
class TwinWeights:
    """The kernel's weights as plain numbers."""

    role: dict[TokenRole, float]
    background: float
    rarity_floor: float
    accept: float
    skeleton_base: float
    variant: float
    variant_short: float
    initial: float
    joined: float
    spare_person: float
    spare_single: float
    spare_other: float
    spare_conflict: float
    spare_doubt: float
    spare_floor: float
    alone_weight: float
    order: float
    sharpness: float
    ceiling: float


def edit_distance(left: str, right: str) -> int:
    """Optimal string alignment distance by the textbook table."""
    rows = [
        [max(i, j) if 0 in (i, j) else 0 for j in range(len(right) + 1)]
        for i in range(len(left) + 1)
    ]
    for i, a in enumerate(left, start=1):
        for j, b in enumerate(right, start=1):
            best = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                best = min(best, rows[i - 2][j - 2] + 1)
            rows[i][j] = best
    return rows[-1][-1]


def edit_limit(length: int) -> int:
    for limit, longest in ((0, 2), (1, 5), (2, 8), (3, 12)):
        if length <= longest:
            return limit
    return 4


def skeleton(word: str) -> str:
    if any(not "a" <= letter <= "z" for letter in word):
        return ""
    folded = {"q": "k", "c": "k", "w": "v", "f": "v", "z": "s"}
    kept, position = "", 0
    while position < len(word):
        letter, before = word[position], word[position - 1] if position else ""
        if word.startswith("ph", position):
            kept += "v"
            position += 2
            continue
        if letter in "aeiouy":
            kept += "a" if position == 0 else ""
        elif letter == "h" and position and before not in "aeiouysch":
            pass
        else:
            heard = folded.get(letter, letter)
            doubled = kept.endswith(heard) and position and folded.get(before, before) == heard
            kept += "" if doubled else heard
        position += 1
    return kept


def word_similarity(left: str, right: str, base: float) -> float:
    if left == right:
        return 1.0
    longer, shorter = max(len(left), len(right)), min(len(left), len(right))
    limit = edit_limit(longer)
    if limit == 0 or longer - shorter > limit + 2:
        return 0.0
    edits = edit_distance(left, right)
    kept = 1.0 - edits / longer
    by_edits = kept if edits <= limit else 0.0
    if any(
        left == right[:k] + right[k + 1] + right[k] + right[k + 2 :] for k in range(len(right) - 1)
    ):
        by_edits = max(by_edits, 1.0 - 0.6 / longer)
    if shorter > 1 and len(left) != len(right) and _squeeze(left) == _squeeze(right):
        by_edits = max(by_edits, 0.93)
    sounds = skeleton(left)
    if shorter < 5 or len(sounds) < 2 or sounds != skeleton(right):
        return by_edits
    return max(by_edits, base + (1.0 - base) * kept)


def _squeeze(word: str) -> str:
    return "".join(letter for letter, _ in itertools.groupby(word))


def align(query: Reading, listed: Reading, weights: TwinWeights, *, person: bool) -> float:
    """The score of two readings whose words are all equally rare but for their role."""
    sides = query.tokens, listed.tokens
    options = _options(sides, weights)
    pairs, places, agreeing, used = _choose(options, sides, weights)
    whole = len(used[0]) == len(sides[0]) and len(used[1]) == len(sides[1])
    if agreeing == 0 and not (whole and all(similarity == 1 for similarity, _ in pairs)):
        words = [option for option in options if not _is_letter(option, sides)]
        pairs, places, agreeing, used = _choose(words, sides, weights)
    spare = [
        [k for k in range(len(side)) if k not in done]
        for side, done in zip(sides, used, strict=True)
    ]
    content = [
        any(side[k].role in CONTENT for k in rest) for side, rest in zip(sides, spare, strict=True)
    ]
    agreed = sum(s**weights.sharpness * weight for s, weight in pairs)
    everything = sum(weight for _, weight in pairs)
    doubt = 1 - agreed / everything if everything else 0.0
    telling = [token for token in sides[0] if token.role in CONTENT]
    rare = any(s == 1 and weight / 2 >= weights.alone_weight for s, weight in pairs)
    alone = person and len(telling) == 1 and agreeing == 1 and rare
    cost = _cost(weights, both=all(content), person=person, agreeing=2 if alone else agreeing)
    cost *= 1 + weights.spare_doubt * doubt
    for side, rest in zip(sides, spare, strict=True):
        for k in rest:
            number = side[k].role is TokenRole.NUMBER
            factor = max(cost, weights.spare_conflict) if number else cost
            weight = _weight(side, [k], weights)
            if agreeing < 2 and not alone and side[k].role in {TokenRole.WORD, TokenRole.GIVEN}:
                weight = max(weight, weights.spare_floor)
            everything += factor * weight
    order = 1.0 if _is_rotation([place for _, place in sorted(places)]) else weights.order
    return weights.ceiling * order * agreed / everything if everything else 0.0


_Option = tuple[float, float, list[int], list[int]]


def _choose(
    options: Sequence[_Option], sides: tuple[Sequence[Token], Sequence[Token]], weights: TwinWeights
) -> tuple[list[tuple[float, float]], list[tuple[int, int]], int, tuple[set[int], set[int]]]:
    used: tuple[set[int], set[int]] = set(), set()
    pairs, places, agreeing = [], [], 0
    for option in options:
        similarity, _, qs, ls = option
        if used[0] & set(qs) or used[1] & set(ls):
            continue
        used[0].update(qs)
        used[1].update(ls)
        weight = 2 * min(_weight(sides[0], qs, weights), _weight(sides[1], ls, weights))
        pairs.append((similarity, weight))
        if sides[0][qs[0]].role in CONTENT:
            places.append((qs[0], ls[0]))
            agreeing += 0 if _is_letter(option, sides) else max(len(qs), len(ls))
    return pairs, places, agreeing, used


def _is_letter(option: _Option, sides: tuple[Sequence[Token], Sequence[Token]]) -> bool:
    similarity, _, qs, ls = option
    roles = {sides[0][qs[0]].role, sides[1][ls[0]].role}
    if sides[0][qs[0]].role is TokenRole.INITIAL:
        return True
    return TokenRole.INITIAL in roles and similarity < 1 and len(qs) == len(ls) == 1


def _options(
    sides: tuple[Sequence[Token], Sequence[Token]], weights: TwinWeights
) -> list[tuple[float, float, list[int], list[int]]]:
    query, listed = sides
    options = [
        (similarity, [q], [k])
        for q, one in enumerate(query)
        for k, other in enumerate(listed)
        if (similarity := _correspond(one, other, weights)) > 0
    ]
    options += [(s, many, [one]) for s, many, one in _joins(query, listed, weights)]
    options += [(s, [one], many) for s, many, one in _joins(listed, query, weights)]
    weighed = [
        (s, s * (_weight(query, q, weights) + _weight(listed, k, weights)), q, k)
        for s, q, k in options
    ]
    return sorted(weighed, key=lambda option: (-option[0], -option[1]))


def _correspond(one: Token, other: Token, weights: TwinWeights) -> float:
    if one.text == other.text:
        return 1.0
    if one.role in NOT_ALIKE or other.role in NOT_ALIKE:
        return 0.0
    if set(one.groups) & set(other.groups):
        short = min(len(one.text), len(other.text)) <= 4
        return weights.variant_short if short else weights.variant
    for letter, word in ((one, other), (other, one)):
        if (
            letter.role is TokenRole.INITIAL
            and len(word.text) > 1
            and word.text[0] == letter.text[0]
        ):
            return weights.initial
    similarity = word_similarity(one.text, other.text, weights.skeleton_base)
    return similarity if similarity >= weights.accept else 0.0


def _joins(
    many: Sequence[Token], one: Sequence[Token], weights: TwinWeights
) -> Iterator[tuple[float, list[int], int]]:
    for count in (2, 3):
        for start in range(len(many) - count + 1):
            text = "".join(token.text for token in many[start : start + count])
            for k, token in enumerate(one):
                near = abs(len(text) - len(token.text)) <= 2
                if len(text) >= 4 and near and _squeeze(text) == _squeeze(token.text):
                    alike = word_similarity(text, token.text, weights.skeleton_base)
                    yield alike * weights.joined, list(range(start, start + count)), k


def _weight(side: Sequence[Token], positions: Sequence[int], weights: TwinWeights) -> float:
    return sum(weights.role[side[k].role] for k in positions)


def _cost(weights: TwinWeights, *, both: bool, person: bool, agreeing: int) -> float:
    if both:
        return weights.spare_conflict
    if agreeing < 2:
        return weights.spare_single
    return weights.spare_person if person else weights.spare_other


def _is_rotation(positions: Sequence[int]) -> bool:
    falls = sum(after < before for before, after in itertools.pairwise(positions))
    return falls == 0 or (falls == 1 and positions[-1] < positions[0])


def rarity(count: int, names: int, weights: TwinWeights) -> float:
    everything = names + weights.background
    return max(weights.rarity_floor, log(everything / (1 + count)) / log(everything))
