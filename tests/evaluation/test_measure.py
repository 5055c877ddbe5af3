"""Every figure is the one that the team's measuring script gives, on whole corpora and on spoilt readings."""

from __future__ import annotations

import copy
import functools
import importlib.util
import json
import math
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from gold_readings import reading_of
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.evaluation import evaluate, read_gold

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT.parent / "shared" / "measure" / "score.py"
GOLD = [ROOT.parent / "shared" / "seed" / "expected.jsonl", ROOT / "evaluation" / "fr" / "develop" / "gold.jsonl"]
ROLES = ("agent", "counterpart", "party", "principal", "envoy", "subject", "attendee")
Json = dict[str, Any]

pytestmark = pytest.mark.skipif(not SCRIPT.exists(), reason="the measuring script is not here")


@functools.cache
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("measuring_script", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@functools.cache
def gold_json() -> list[Json]:
    return [json.loads(line) for path in GOLD if path.exists() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def by_script(gold: list[Json], readings: list[Json], key: str) -> tuple[dict[str, float], dict[str, Counter[str]]]:
    measure = script()
    by_uri = {r["document"]["uri"].rsplit("/", 1)[-1].rsplit(".", 1)[0]: r for r in readings}
    total: Counter[str] = Counter()
    by: dict[str, Counter[str]] = defaultdict(Counter)
    for document in gold:
        reading = by_uri.get(document["id"])
        n: Counter[str] = Counter(documents=1, unread=int(reading is None))
        reading = reading or measure.EMPTY
        actors = measure.Actors(reading)
        measure.score_acts(document, reading, actors, n, by, key)
        measure.score_statements(document, reading, actors, n)
        measure.score_relations(document, reading, actors, n)
        measure.score_evidence(reading, n)
        total.update(n)
    return measure.summary(total), by


def spoil(reading: Json, chance: random.Random) -> Json:
    """The reading with acts dropped, doubled and turned, roles swapped, fields lost, offsets shifted."""
    out: Json = copy.deepcopy(reading)
    ids = [a["id"] for a in out["actors"]] or [""]
    for act in out["acts"]:
        spoil_act(act, ids, chance)
    out["acts"] = [a for a in out["acts"] if chance.random() > 0.15]
    out["acts"] += [copy.deepcopy(chance.choice(out["acts"])) for _ in range(2) if out["acts"] and chance.random() < 0.4]
    out["statements"] = [s for s in out["statements"] if chance.random() > 0.2]
    for statement in out["statements"]:
        if chance.random() < 0.3:
            statement["speakers"] = [chance.choice(ids)]
        if chance.random() < 0.3:
            statement["content"][0]["text"] = "et " + statement["content"][0]["text"]
    out["relations"] = [r for r in out["relations"] if chance.random() > 0.2] + [r for r in out["relations"] if chance.random() < 0.2]
    for actor in out["actors"]:
        if chance.random() < 0.05:
            actor["country"] = None
    chance.shuffle(out["acts"])
    return out


def spoil_act(act: Json, ids: list[str], chance: random.Random) -> None:
    if chance.random() < 0.1:
        act["type"] = chance.choice(["meeting", "visit", "condemnation", "support"])
    if chance.random() < 0.2:
        act["status"] = chance.choice(["done", "announced", "denied"])
    if chance.random() < 0.2:
        act["form"] = None
    if chance.random() < 0.3:
        act["date"] = chance.choice(
            [None, {"edtf": "2022-08-24/2022-08-24"}, {"edtf": "[2022-08-31, 2022-08-03]"}, {"edtf": "2022-08-XX~"}]
        )
    if chance.random() < 0.3:
        act["place"] = chance.choice([None, {"name": "Bakou", "country": "AZE"}, {"name": "Baku", "country": None}])
    for p in act["participants"]:
        if chance.random() < 0.15:
            p["role"] = chance.choice(ROLES)
        if chance.random() < 0.1:
            p["actor"] = chance.choice(ids)
        if chance.random() < 0.1:
            p["for"] = chance.choice(ids)
    act["participants"] = [p for p in act["participants"] if chance.random() > 0.1]


def assert_same(gold: list[Json], readings: list[Json], tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(g) for g in gold), encoding="utf-8")
    ours = evaluate(read_gold(path), readings)
    for key, groups in (("type", ours.by_type), ("status", ours.by_status)):
        figures, by = by_script(gold, readings, key)
        assert list(ours.figures) == list(figures)
        for name, value in figures.items():
            assert ours.figures[name] == pytest.approx(value, nan_ok=True), name
        for name, n in by.items():
            assert all(groups[name][c] == n[c] for c in ("acts.core", "acts.core.found", "acts.right", "acts.read")), name


def test_perfect_readings(tmp_path: Path) -> None:
    readings = [reading_of(g) for g in gold_json()]
    assert_same(gold_json(), readings, tmp_path)
    figures = evaluate(read_gold(tmp_path / "gold.jsonl"), readings).figures
    assert figures["fact_recall"] > 0.98 and figures["quote_recall"] == 1.0


def test_nothing_read(tmp_path: Path) -> None:
    assert_same(gold_json(), [], tmp_path)
    assert math.isnan(evaluate(read_gold(tmp_path / "gold.jsonl"), []).figures["evidence_exact"])


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_spoilt_readings(seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    chance = random.Random(seed)
    gold = chance.sample(gold_json(), min(12, len(gold_json())))
    readings = [spoil(reading_of(g), chance) for g in gold if chance.random() > 0.05]
    assert_same(gold, readings, tmp_path_factory.mktemp("gold"))
