"""Standing facts told in passing: who presides, belongs to, hosts, exports; by the patterns of `lexicon/fr/relations.yaml`."""

from __future__ import annotations

from dragoman.model.statement import Relation
from dragoman.reading.annotated import Annotated
from dragoman.reading.freezing import Freezer
from dragoman.reading.relation_reading import RelationReading, Told

Range = tuple[int, int]

SYMMETRIC = frozenset(("neighbour_of", "ally_of"))
"""Relations that hold both ways and are told once."""


def relations(item: Annotated, freezer: Freezer) -> tuple[Relation, ...]:
    """The relations of a document, each once, in text order; both ends of a border or an alliance are one relation."""
    found: dict[tuple[str, str, str], Told] = {}
    for told in sorted(RelationReading.of(item).told(), key=lambda t: t.at):
        key = (told.relation, told.subject[0], told.object[0])
        turned = (told.relation, told.object[0], told.subject[0])
        if key[1] != key[2] and not (told.relation in SYMMETRIC and turned in found):
            found.setdefault(key, told)
    return tuple(_frozen(told, freezer) for told in found.values())


def _frozen(told: Told, freezer: Freezer) -> Relation:
    for actor, ranges in (told.subject, told.object):
        if ranges:
            freezer.use(actor, ranges)
    evidence = [told.at, *(r for r in told.object[1] if not _covers(told.at, r))]
    return Relation(type=told.relation, subject=told.subject[0], object=told.object[0], evidence=freezer.spans(evidence))


def _covers(outer: Range, inner: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
