"""The dated result of a run."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"


def keep_figures(
    result: Mapping[str, Any], day: str, *, quick: bool = False, part: str = ""
) -> Path:
    """The file that now holds the figures, those of an earlier run of that day gone."""
    path = RESULTS / f"{day}{f'-{part}' if part else ''}{'-quick' if quick else ''}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path
