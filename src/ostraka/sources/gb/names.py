"""Names of the United Kingdom's lists: six parts, of which the sixth is the family name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ostraka.model.name import Name, NameKind
from ostraka.model.origin import Origin
from ostraka.sources.entry import kind_by_script
from ostraka.sources.gb.regimes import letters_of
from ostraka.sources.gb.texts import clean
from ostraka.sources.packed_names import is_acronym
from ostraka.sources.tables import iter_table

_TYPES = {
    "": NameKind.PRIMARY,
    "primaryname": NameKind.PRIMARY,
    "primealias": NameKind.PRIMARY,
    "primarynamevariation": NameKind.ALIAS,
    "alias": NameKind.ALIAS,
    "aka": NameKind.ALIAS,
    "fka": NameKind.FORMER,
    "formername": NameKind.FORMER,
}
_STRENGTHS = ("", "goodquality", "goodqualityaka", "lowquality", "lowqualityaka")


def read_name(
    row: Mapping[str, str], origin: Origin, *, person: bool
) -> tuple[Name | None, tuple[str, ...]]:
    """The name of a row and what about it is new; `None` where the row has none.

    Of a person Name 6 is the family name and comes last; of everything else it is the whole name.
    """
    given = " ".join(filter(None, (clean(row.get(f"name_{n}", "")) for n in range(1, 6))))
    family = clean(row.get("name_6", ""))
    text = " ".join(filter(None, (given, family) if person else (family, given)))
    if not text:
        return None, ()
    stated, strength = (letters_of(row.get(f"name_{x}", "")) for x in ("type", "strength"))
    kind = _TYPES.get(stated, NameKind.ALIAS)
    if strength.startswith("low") or (kind is NameKind.ALIAS and is_acronym(text)):
        kind = NameKind.WEAK_ALIAS
    odd = tuple(_odd_words(row, stated, strength))
    parts = (given, family) if person else ("", "")
    kind = kind_by_script(text, kind)
    return Name(text, kind, origin, given=parts[0], family=parts[1]), odd


def read_native(row: Mapping[str, str], origin: Origin) -> Name | None:
    """The name in another script that a row states; it belongs to no Latin name in particular."""
    text = clean(row.get("native", ""))
    if not text:
        return None
    language = clean(row.get("native_language", ""))
    script = clean(row.get("native_script", ""))
    words = _load_scripts()
    by_language = words.get(letters_of(language), ("", ""))
    code = words.get(letters_of(script), by_language)[0] or by_language[0]
    raw = Origin(origin.source, origin.record, "; ".join(filter(None, (script, language))))
    return Name(text, NameKind.ORIGINAL_SCRIPT, raw, script=code, language=by_language[1])


def _odd_words(row: Mapping[str, str], stated: str, strength: str) -> Iterator[str]:
    if stated not in _TYPES:
        yield f"name type {clean(row['name_type'])!r} is new; read as an alias"
    if strength not in _STRENGTHS:
        yield f"alias strength {clean(row['name_strength'])!r} is new; read as good"


@cache
def _load_scripts() -> dict[str, tuple[str, str]]:
    rows = iter_table(__package__, "scripts.csv")
    return {letters_of(row["word"]): (row["script"], row["language"]) for row in rows}
