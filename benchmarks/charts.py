"""The charts of a result, as SVG files: Vega-Lite specifications, drawn by vl-convert."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import vl_convert

from benchmarks.run_traditions import WHOLE
from benchmarks.scale.charts import chart_recall_at_speed, chart_speed
from benchmarks.vega import Chart, frame, number, word

COLOURS = {"ostraka": "#1b6e53", "nomenklatura logic-v2": "#b5541c", "token-sort ratio": "#8a8a8a"}
_ENGINE = {
    "field": "engine",
    "type": "nominal",
    "title": None,
    "scale": {"domain": list(COLOURS), "range": list(COLOURS.values())},
    "legend": {"orient": "bottom"},
}


def write_charts(result: Mapping[str, Any], folder: Path) -> list[Path]:
    """Every chart that the result has figures for."""
    folder.mkdir(parents=True, exist_ok=True)
    charts: dict[str, Chart] = {}
    if "screening" in result:
        charts["recall"] = chart_recall(result["screening"]["compared"])
    if "calibration" in result:
        charts["calibration"] = chart_calibration(result["calibration"]["scores_of_pairs"])
        charts["weights"] = chart_weights(result["calibration"]["weight_shares"])
    if "traditions" in result:
        charts["traditions"] = chart_traditions(result["traditions"]["alerts"])
    if "scale" in result:
        charts["scale_speed"] = chart_speed(result["scale"]["sizes"])
        charts["scale_recall"] = chart_recall_at_speed(result["scale"]["sizes"])
    return [_write(chart, folder / f"{name}.svg") for name, chart in charts.items()]


def _write(chart: Chart, path: Path) -> Path:
    svg = vl_convert.vegalite_to_svg(chart)
    path.write_text(svg + "\n", encoding="utf-8")
    return path


def chart_recall(engines: Mapping[str, Any]) -> Chart:
    """Recall of altered names against alerts per 1,000 nobodies, a point for each threshold."""
    rows = [
        {"engine": name, **point}
        for name, engine in engines.items()
        for point in engine["ordering"]["name only"]["curve"]
        if 0 < point["alerts_per_thousand"] <= 100
    ]
    encoding = {
        "x": number("alerts_per_thousand", "alerts per 1,000 invented people", type="log"),
        "y": number("recall", "altered UN names found, name only", zero=False),
        "color": _ENGINE,
        "order": {"field": "threshold", "type": "quantitative"},
    }
    return frame(rows, {"mark": {"type": "line", "point": True}, "encoding": encoding})


def chart_calibration(engines: Mapping[str, Any]) -> Chart:
    """The share of labelled pairs that are one party, by score, with 95 % intervals."""
    rows = [
        {"engine": name, "low": band["interval"][0], "high": band["interval"][1], **band}
        for name, bands in engines.items()
        for band in bands
        if name != "token-sort ratio"
    ]
    share = "share of labelled pairs that are one party"
    lines = {"mark": {"type": "line", "point": True}, "encoding": {"y": number("true", share)}}
    rules = {
        "mark": {"type": "rule", "opacity": 0.4},
        "encoding": {"y": number("low", share), "y2": {"field": "high"}},
    }
    encoding = {"x": number("stated", "score"), "color": _ENGINE}
    return frame(rows, {"encoding": encoding, "layer": [rules, lines]})


def chart_weights(shares: Mapping[str, Mapping[str, float]]) -> Chart:
    """The mean weight of each kind of evidence, in hits that are true and in others."""
    rows = [
        {"hits": hits, "evidence": evidence, "weight": weight}
        for hits, own in shares.items()
        for evidence, weight in own.items()
    ]
    encoding = {
        "x": number("weight", "mean weight in the score of a hit"),
        "y": word("evidence", sort="-x"),
        "yOffset": {"field": "hits"},
        "color": word("hits", legend={"orient": "bottom"}),
    }
    return frame(rows, {"mark": "bar", "encoding": encoding})


def chart_traditions(alerts: Mapping[str, Mapping[str, Any]]) -> Chart:
    """Alerts per 1,000 invented people by tradition and script, with 95 % intervals."""
    rows = [
        {
            "script": script,
            "tradition": name,
            "per_thousand": one["per_thousand"],
            "low": one["interval"][0],
            "high": one["interval"][1],
            "whole": name == WHOLE,
        }
        for script, groups in alerts.items()
        for name, one in groups.items()
    ]
    title = "alerts per 1,000 invented people, name only"
    rules = {"mark": "rule", "encoding": {"x": number("low", title), "x2": {"field": "high"}}}
    shape = {"field": "whole", "type": "nominal", "legend": None}
    points = {
        "mark": {"type": "point", "filled": True, "size": 50},
        "encoding": {"x": number("per_thousand", title), "shape": shape},
    }
    encoding = {
        "y": word("tradition"),
        "yOffset": {"field": "script"},
        "color": word("script", legend={"orient": "bottom"}),
    }
    return frame(rows, {"encoding": encoding, "layer": [rules, points]})
