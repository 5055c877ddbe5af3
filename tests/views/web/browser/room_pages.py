"""The pages of the room, with what the record holds put into their addresses."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote
from urllib.request import urlopen

from dragoman.views.web.page_modules import routers

PLAIN = ("/", "/search", "/search/documents?text=ministre", "/promises", "/review", "/review/second", "/review/agreement", "/read", "/api")
_OF_ONE = {
    "pair": "/pair/{one}/{other}",
    "country": "/country/{one}",
    "brief": "/pair/{one}/{other}/brief",
    "person": "/person/{person}",
    "organisation": "/organisation/{organisation}",
    "map": "/map",
    "network": "/network",
}


def told(served: str, path: str) -> Any:
    """What the API answers."""
    with urlopen(served + path, timeout=30) as answer:
        return json.load(answer)


def addresses(served: str) -> dict[str, str]:
    """Each page's address by its name; pages that this room has not are left out."""
    acts = told(served, "/api/v1/acts?limit=200")["acts"]
    act = next(act for act in acts if act.get("source"))
    tie = told(served, "/api/v1/acts/network")["edges"][0]
    actors = [side["actor"] for found in acts for side in found["sides"]]
    values = {"one": tie["a"], "other": tie["b"]}
    for kind in ("person", "organisation"):
        values[kind] = next((quote(who["ident"], safe="") for who in actors if who["kind"] == kind), "")
    found = {path.partition("?")[0].strip("/").replace("/", "-") or "home": path for path in PLAIN}
    found["act"] = "/act/" + quote(act["ident"], safe="")
    found["document"] = "/document/" + quote(act["source"]["document"], safe="")
    return found | {name: path.format(**values) for name, path in _OF_ONE.items() if _is_there(name) and "//" not in path.format(**values)}


def _is_there(name: str) -> bool:
    paths = (str(getattr(route, "path", "")) for router in routers() for route in router.routes)
    return any(path.strip("/").split("/")[-1 if name == "brief" else 0] == name for path in paths)
