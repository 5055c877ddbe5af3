from __future__ import annotations

import json
import re
from typing import Any

import msgspec
import pytest
from gold_readings import reading_of

from dragoman.errors import MeasureError
from dragoman.evaluation import Evaluation, GoldDocument, evaluate
from dragoman.evaluation.gold_reading import gold_reading

GOLD: dict[str, Any] = {
    "id": "d",
    "phenomena": ["courtesies"],
    "acts": [
        {
            "type": "meeting",
            "status": "done",
            "form": "audience",
            "who": [{"key": "rossi@ITA", "role": "agent"}, {"key": "diallo@SEN", "role": "counterpart", "for": "sarr@SEN"}],
            "date": "2022-08-24",
            "place": "Rome@ITA",
            "topics": ["trade", "energy"],
            "sources": ["inst:foreign_ministry@ITA"],
            "hedged": False,
            "within": 1,
            "codes": {"plover": "CONSULT"},
        },
        {"type": "visit", "status": "done", "who": [{"key": "diallo@SEN", "role": "agent"}, {"key": "ITA", "role": "counterpart"}]},
        {"type": "support", "status": "done", "who": [{"key": "ITA", "role": "agent"}, {"key": "SEN", "role": "counterpart"}]},
    ],
    "statements": [{"starts": "Nous avons parlé de", "speakers": ["rossi@ITA"], "mode": "direct"}],
    "relations": [{"type": "member_of", "subject": "SEN", "object": "org:AU"}],
}


def gold() -> GoldDocument:
    return msgspec.convert(GOLD, GoldDocument)


def evaluated(**changes: Any) -> Evaluation:
    reading = reading_of(GOLD)
    for name, change in changes.items():
        change(reading[name])
    return evaluate([gold()], [reading])


def spoil_acts(acts: list[dict[str, Any]]) -> None:
    acts[0]["date"] = None
    acts[0]["participants"][1]["for"] = None
    acts[0]["topics"] = ["trade"]
    acts[2] |= {"type": "appreciation", "frame": "<b>courtesy.thank</b>"}


def test_listing_tells_what_to_change() -> None:
    text = evaluated(acts=spoil_acts).to_text(worst=1)
    assert "MISSED support done agent=ITA counterpart=SEN   ~ a3 appreciation" in text
    assert "FALSE  a3 appreciation done agent=ITA counterpart=SEN  [<b>courtesy.thank</b>] «A»" in text
    assert "date gold 2022-08-24 read null" in text
    assert "for of diallo@SEN gold sarr@SEN read null" in text
    assert "topics gold energy,trade read trade" in text
    assert re.search(r"1 type +support -> appreciation +d", text)
    assert "\x1b" not in text and "\x1b" in evaluated(acts=spoil_acts).to_text(worst=1, colour=True)


def test_spoilt_quotations_and_relations_are_listed() -> None:
    text = evaluated(statements=lambda s: s[0].update(speakers=["SEN"]), relations=lambda r: r[0].update(type="presides")).to_text(worst=1)
    assert "speakers gold rossi@ITA read SEN" in text
    assert "MISSED relation SEN member_of org:AU" in text and "FALSE  relation SEN presides org:AU" in text
    assert "MISSED quotation «Nous avons parlé de…» by rossi@ITA" in evaluated(statements=list.clear).to_text(worst=1)


def test_optional_fields_are_scored_where_gold_has_them() -> None:
    beyond = evaluated(acts=spoil_acts).beyond
    assert beyond["topics_f1"] == pytest.approx(2 / 3)
    assert beyond["sources_accuracy"] == beyond["within_accuracy"] == beyond["plover_accuracy"] == 0.0
    assert beyond["hedged_accuracy"] == 1.0
    told = evaluate([gold()], [gold_reading(gold())]).beyond
    assert told["topics_f1"] == told["sources_accuracy"] == told["within_accuracy"] == 1.0


def test_json_has_every_part() -> None:
    evaluation = evaluated(acts=spoil_acts)
    data = json.loads(evaluation.to_json())
    assert data["figures"]["documents"] == 1 and data["figures"]["false_acts_per_negative"] is None
    assert data["by_phenomenon"]["courtesies"]["fact_f1"] == data["figures"]["fact_f1"] == data["documents"]["d"]
    assert set(data["by_type"]) == {"meeting", "visit", "support", "appreciation"}
    assert data["confusions"][0] == {"field": "type", "gold": "support", "read": "appreciation", "count": 1, "documents": ["d"]}


def test_page_is_escaped_and_closed() -> None:
    page = evaluated(acts=spoil_acts).to_html()
    assert "&lt;b&gt;courtesy.thank&lt;/b&gt;" in page and "<b>" not in page and "<script" not in page and "http" not in page
    for tag in ("table", "section", "p", "tr", "td", "html", "body"):
        assert len(re.findall(rf"<{tag}[ >]", page)) == page.count(f"</{tag}>"), tag


def test_what_is_no_reading() -> None:
    with pytest.raises(MeasureError, match="no reading"):
        evaluate([gold()], [{"document": {}}])


def test_unread_document_costs_its_facts() -> None:
    figures = evaluate([gold()], []).figures
    assert figures["unread"] == 1 and figures["fact_recall"] == 0.0


def test_perfect_reading_of_gold() -> None:
    figures = evaluate([gold()], [gold_reading(gold())]).figures
    assert figures["fact_f1"] == figures["act_f1"] == figures["quote_recall"] == figures["relation_recall"] == 1.0
