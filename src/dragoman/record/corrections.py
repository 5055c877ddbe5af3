"""A report with the values that a human put right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from dragoman.record.days import days_of
from dragoman.record.report import Report, Side

PLAIN = ("type", "status", "form", "hedged", "topics", "sources")
FIELDS = (*PLAIN, "date", "place", "sides")
"""The fields of a report that can be corrected."""


def corrected(report: Report, values: Mapping[str, Any]) -> Report:
    """The report with these values in place of its own; raises ValueError for a field that cannot be corrected.

    `date` is EDTF or null; `place` is null or an object with `name`, `country` and, where known, `latitude`, `longitude`, `geonames`;
    `sides` is a list of participants as the record writes them.
    """
    for name, value in sorted(values.items()):
        report = _put(report, name, value)
    return report


def _put(report: Report, name: str, value: Any) -> Report:
    if name in PLAIN:
        plain = tuple(value) if name in ("topics", "sources") else value if value is not None else ""
        return msgspec.structs.replace(report, **{name: plain})
    if name == "date":
        first, last = days_of(value)
        return msgspec.structs.replace(report, edtf=value or "", first_day=first, last_day=last, basis="told")
    if name == "place":
        place = value or {}
        return msgspec.structs.replace(
            report,
            place=place.get("name", ""),
            country=place.get("country") or "",
            latitude=place.get("latitude"),
            longitude=place.get("longitude"),
            geonames=place.get("geonames"),
            place_basis="told",
        )
    if name == "sides":
        return msgspec.structs.replace(report, sides=tuple(msgspec.convert(side, type=Side) for side in value))
    raise ValueError(f"{name} cannot be corrected; the fields are {', '.join(FIELDS)}")
