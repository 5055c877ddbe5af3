"""What the values of the record's fields are called in a language."""

from __future__ import annotations

from dragoman.views.web.days import day
from dragoman.views.web.languages import Language
from dragoman.views.web.local_names import actor_name

_VOCABULARY = {"type": "act", "status": "status", "topic": "topic", "follow_up": "state", "order": "order"}
_ACTORS = ("country", "place_country", "organisation")


def label(t: Language, key: str, value: str, name: str | None = None) -> str:
    """What a value of a field (`type`, `status`, `country`, `topic`, `since`...) is called; `name` where the record knows one."""
    if key in _ACTORS:
        return actor_name(t, value, name)
    if key in ("since", "until", "year"):
        return day(t, value)
    if key == "pair":
        return " – ".join(actor_name(t, side) for side in value.split(","))
    said = f"vocabulary.{_VOCABULARY[key]}.{value}" if key in _VOCABULARY else ""
    if said and t.has(said):
        return t(said)
    return name or value or t("parts.unnamed")


def reason(t: Language, name: str, value: object) -> str:
    """What a feature of a likeness says, by how it came out (`blocs_same`), else by its name (`words`, whose value is how many)."""
    return next((t(f"reason.{word}") for word in (value, name) if t.has(f"reason.{word}")), name)
