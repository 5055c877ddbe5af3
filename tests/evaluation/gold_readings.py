"""Readings and gold in short, for tests; and readings derived from gold, then spoilt."""

from __future__ import annotations

from typing import Any

from dragoman.model.vocabulary import OFFICES

Json = dict[str, Any]


def actor(key: str) -> Json:
    """A read actor that a gold key names."""
    if key.startswith("org:"):
        return {"id": key, "kind": "organisation", "name": key[4:], "country": None}
    if "@" not in key:
        return {"id": key, "kind": "country", "name": key, "country": None}
    name, country = key.rsplit("@", 1)
    if key.startswith("inst:"):
        return {"id": key, "kind": "institution", "name": name[5:], "country": country}
    return {"id": f"per:{key}", "kind": "person", "name": name.title(), "country": None if country.startswith("org:") else country or None}


def full_actor(key: str) -> Json:
    span = {"start": 0, "end": 1, "text": "A"}
    office = key.rsplit("@", 1)[0]
    offices = [{"office": office, "title": office}] if office in OFFICES else []
    return {**actor(key), "offices": offices, "mentions": [span]}


def reading_of(gold: Json) -> Json:
    """The perfect reading of a gold document, every fact citing the letter A."""
    span = [{"start": 0, "end": 1, "text": "A"}]
    keys: dict[str, str] = {}

    def known(key: str) -> str:
        return keys.setdefault(key, full_actor(key)["id"])

    acts = []
    for number, act in enumerate(gold["acts"], start=1):
        who = []
        for w in act["who"]:
            p: Json = {"actor": known(w["key"]), "role": w["role"], "evidence": span}
            if w.get("for"):
                p["for"] = known(w["for"])
            who.append(p)
        town, _, country = (act.get("place") or "").rpartition("@")
        acts.append(
            {
                "id": f"a{number}",
                "type": act["type"],
                "status": act["status"],
                "form": act.get("form"),
                "participants": who,
                "date": {"edtf": act["date"], "evidence": span} if act.get("date") else None,
                "place": {"name": town or country, "country": country} if country else None,
                "evidence": span,
                "frame": f"{act['type']}.test",
            }
        )
    statements = [
        {
            "id": f"s{number}",
            "speakers": [known(k) for k in st["speakers"]],
            "mode": st["mode"],
            "content": [{"start": 0, "end": 1, "text": st["starts"] + " et d'autres mots encore"}],
        }
        for number, st in enumerate(gold.get("statements", []), start=1)
    ]
    relations = [
        {
            "type": r["type"],
            "subject": known(r["subject"]),
            "object": known(r["object"]) if is_key(r["object"]) else r["object"],
            "evidence": span,
        }
        for r in gold.get("relations", [])
    ]
    return {
        "reader": {"name": "test", "version": "0"},
        "document": {"id": "sha256:0", "uri": f"press/{gold['id']}.txt", "language": "fr", "text": "A"},
        "actors": [full_actor(key) for key in keys],
        "acts": acts,
        "statements": statements,
        "relations": relations,
        "warnings": [],
    }


def is_key(word: str) -> bool:
    return "@" in word or word.startswith("org:") or (len(word) == 3 and word.isupper())
