"""What people leave out of a person's name, put into it, or write for it."""

from __future__ import annotations

from functools import cache
from random import Random

from benchmarks.alterations.case import ListedName
from benchmarks.alterations.tables_reading import load_table

_PATRONYMIC = ("ovich", "evich", "ovych", "yovych", "ovna", "evna", "ivna", "avich", "ievich")
_LEAST_LEFT = 2
"""Words that must be left of a name, so that a person could still tell who is meant."""


def drop_middle(name: ListedName, random: Random) -> str:
    """Without one of the given names, but never the first."""
    if len(name.given) < 2:
        return ""
    at = random.randrange(1, len(name.given))
    given = name.given[:at] + name.given[at + 1 :]
    return " ".join(given + name.family) if _tells(given + name.family) else ""


def add_middle(name: ListedName, random: Random) -> str:
    """With one given name more, after the first: one of the other given names of the table."""
    if not name.given or _has_particle(name):
        return ""
    middle = random.choice(load_table("middle_names"))[0]
    return " ".join((name.given[0], middle, *name.given[1:], *name.family))


def drop_patronymic(name: ListedName, random: Random) -> str:  # noqa: ARG001  # one shape for all
    """Without the patronymic of the Russian kind."""
    rest = tuple(word for word in name.given if not _is_patronymic(word))
    is_shorter = len(rest) < len(name.given) and rest
    return " ".join(rest + name.family) if is_shorter and _tells(rest + name.family) else ""


def add_patronymic(name: ListedName, random: Random) -> str:
    """With a patronymic, where the family name has an ending of Russian family names."""
    family = name.family[-1].lower() if len(name.given) == 1 and name.family else ""
    endings = [end for end, _ in load_table("family_endings") if family.endswith(end)]
    if not endings:
        return ""
    is_woman = family.endswith(("a", "aya", "aia"))
    man, woman = random.choice(load_table("patronymics"))
    return " ".join((*name.given, woman if is_woman else man, *name.family))


def make_middle_initials(name: ListedName, random: Random) -> str:
    """Initials for all given names but the first."""
    if len(name.given) < 2 or _has_particle(name):
        return ""
    dot = random.choice(("", "."))
    initials = [word[0].upper() + dot for word in name.given[1:]]
    return " ".join((name.given[0], *initials, *name.family))


def make_first_initial(name: ListedName, random: Random) -> str:
    """An initial for the first given name: "J. Smith", with a family name of five letters or more,
    and what other given names there are in full."""
    if not name.given or _has_particle(name) or len("".join(name.family)) < 5:
        return ""
    dot = random.choice(("", "."))
    return " ".join((name.given[0][0].upper() + dot, *name.given[1:], *name.family))


def use_nickname(name: ListedName, random: Random) -> str:
    """A usual short form for the first given name."""
    if not name.given:
        return ""
    nicknames = _nicknames().get(name.given[0].lower(), ())
    if not nicknames:
        return ""
    return " ".join((random.choice(nicknames), *name.given[1:], *name.family))


def add_title(name: ListedName, random: Random) -> str:
    """With a title in front."""
    return f"{random.choice(load_table('titles'))[0]} {name.text}"


def drop_honorific(name: ListedName, random: Random) -> str:  # noqa: ARG001  # one shape for all
    """Without the honorifics that the list writes into the name."""
    honorifics = {word for (word,) in load_table("honorifics")}
    rest = tuple(word for word in name.words if word.lower().strip(".") not in honorifics)
    return " ".join(rest) if len(rest) < len(name.words) and _tells(rest) else ""


def drop_particle(name: ListedName, random: Random) -> str:
    """Without one particle: al-, bin, de, van."""
    text = name.text.split()
    places = [k for k, word in enumerate(text) if _particle(word)]
    if not places:
        return ""
    at = random.choice(places)
    text[at] = text[at][len(_particle(text[at])) :]
    rest = tuple(filter(None, text))
    return " ".join(rest) if _tells(rest) else ""


def add_particle(name: ListedName, random: Random) -> str:
    """With one more al- before the family name, or bin before it, where the name has one already
    or the table of Arabic given names holds one of its words."""
    arabic = {word for (word,) in load_table("arabic_given")}
    if len(name.given) < 1 or not any(word.lower() in arabic for word in name.given):
        return ""
    if any(_particle(word) for word in name.family):
        return ""
    particle = random.choice(("al-", "Al ", "El-", "bin "))
    return f"{' '.join(name.given)} {particle}{' '.join(name.family)}"


def join_particle(name: ListedName, random: Random) -> str:  # noqa: ARG001  # one shape for all
    """Particles written as one word with what follows: "Alzawahiri", "Vandijk"."""
    found, joined = "", []
    for word in name.text.split():
        bare = word.lower()
        if _particle(word) == word:
            found += word
        elif _particle(word):
            joined.append(found + word.replace("-", "", 1))
            found = ""
        else:
            joined.append(found + (bare if found and not word.isupper() else word))
            found = ""
    return " ".join(joined + [found] * bool(found))


def _particle(word: str) -> str:
    """The particle that the word is or begins with ("al-"), as it is written there."""
    lower = word.lower()
    for particle, is_prefix in load_table("particles"):
        if lower == particle:
            return word
        if is_prefix and lower.startswith(f"{particle}-"):
            return word[: len(particle) + 1]
    return ""


def _has_particle(name: ListedName) -> bool:
    return any(_particle(word) for word in name.words)


def _tells(words: tuple[str, ...]) -> bool:
    """Whether two words of three letters or more are left, with nine letters or more."""
    long = [word for word in words if len(word) >= 3]
    return len(long) >= _LEAST_LEFT and sum(map(len, words)) >= 9


def _is_patronymic(word: str) -> bool:
    return word.lower().endswith(_PATRONYMIC) and len(word) > 6


@cache
def _nicknames() -> dict[str, tuple[str, ...]]:
    rows = load_table("nicknames")
    return {full: tuple(short.split("|")) for names, short in rows for full in names.split("|")}
