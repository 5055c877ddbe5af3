"""From drafts, whose ranges count in the repaired text, to the reading's objects, whose spans cite the text as handed in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import msgspec

import dragoman
from dragoman.annotations.freeze import unmentioned
from dragoman.model.act import Act, ActDate, ActPlace, FieldEvidence, Participant
from dragoman.model.actor import Actor, Office
from dragoman.model.reading import ReaderVersion
from dragoman.model.span import Span
from dragoman.model.statement import Statement
from dragoman.reading.annotated import Annotated
from dragoman.reading.codes import codes_of
from dragoman.reading.drafts import Draft, DraftParticipant
from dragoman.reading.statements import DraftStatement

Range = tuple[int, int]


@cache
def reader_version() -> ReaderVersion:
    """The reader's name and version: the package's version and a digest of everything that a reading depends on in its data."""
    import hashlib

    digest = hashlib.sha256()
    root = files("dragoman")
    for folder in ("frames/fr", "lexicon/fr", "tables"):
        for entry in sorted(root.joinpath(folder).iterdir(), key=lambda e: e.name):
            if entry.is_file():
                digest.update(entry.read_bytes())
    return ReaderVersion(name="dragoman", version=f"{dragoman.__version__}+{digest.hexdigest()[:12]}")


class Freezer:
    """Freezes the drafts of one document, and remembers which actors they speak of."""

    def __init__(self, item: Annotated) -> None:
        self.item = item
        self.used: dict[str, list[Range]] = {}

    def span(self, range_: Range) -> Span:
        """The citation of a range of the repaired text."""
        return self.item.text.repaired.span(*range_)

    def spans(self, ranges: Iterable[Range]) -> tuple[Span, ...]:
        """Citations of ranges, each once, in the order given."""
        return tuple(dict.fromkeys(self.span(r) for r in ranges if r[1] > r[0]))

    def _optional(self, ranges: Iterable[Range]) -> tuple[Span, ...] | msgspec.UnsetType:
        return self.spans(ranges) or msgspec.UNSET

    def use(self, actor: str, ranges: Iterable[Range]) -> str:
        """Note that an actor is spoken of at these places."""
        self.used.setdefault(actor, []).extend(ranges)
        return actor

    def acts(self, drafts: list[Draft]) -> tuple[Act, ...]:
        """The acts of a document, numbered in text order."""
        ids = {id(d): f"a{number}" for number, d in enumerate(drafts, 1)}
        return tuple(self._act(d, ids) for d in drafts)

    def _act(self, draft: Draft, ids: dict[int, str]) -> Act:
        evidence = list(draft.telling.cue) + [r for t in draft.tellings[1:] for r in t.cue]
        return Act(
            id=ids[id(draft)],
            type=draft.type,
            form=draft.form,
            status=draft.status,
            participants=tuple(self._participant(p) for p in draft.participants),
            date=self._date(draft),
            place=self._place(draft),
            topics=draft.topics,
            sources=tuple(self.use(s, draft.source_words or draft.telling.cue) for s in draft.sources),
            statement=draft.statement,
            codes=codes_of(draft),
            evidence=self.spans(evidence),
            hedged=draft.hedged,
            within=ids.get(id(draft.within)) if draft.within is not None else None,
            frame=draft.telling.frame.id,
            method=draft.method,
            field_evidence=FieldEvidence(
                form=self._optional(draft.telling.form_words),
                status=self._optional(draft.telling.status_words),
                topics=self._optional(draft.topic_words),
                sources=self._optional(draft.source_words),
                hedged=self._optional(draft.telling.status_words) if draft.hedged else msgspec.UNSET,
            ),
        )

    def _participant(self, p: DraftParticipant) -> Participant:
        self.use(p.actor, p.evidence)
        if p.on_behalf_of is not None:
            self.use(p.on_behalf_of, p.evidence)
        return Participant(actor=p.actor, role=p.role, on_behalf_of=p.on_behalf_of, evidence=self._optional(p.evidence))

    def _date(self, draft: Draft) -> ActDate | None:
        if draft.date is None:
            return None
        return ActDate(edtf=draft.date.edtf, evidence=self._optional(draft.date.evidence), basis=draft.date.basis)

    def _place(self, draft: Draft) -> ActPlace | None:
        place = draft.place
        if place is None:
            return None
        return ActPlace(
            name=place.name,
            country=place.country,
            geonames=place.geonames,
            latitude=place.latitude,
            longitude=place.longitude,
            evidence=self._optional(place.evidence),
            basis=place.basis,
        )

    def statements(self, drafts: list[DraftStatement]) -> tuple[Statement, ...]:
        """The statements of a document, numbered in text order."""
        out = []
        for number, draft in enumerate(drafts, 1):
            words = [draft.cue] if draft.cue else draft.content
            out.append(
                Statement(
                    id=f"s{number}",
                    speakers=tuple(self.use(s, words) for s in draft.speakers),
                    addressee=self.use(draft.addressee, words) if draft.addressee is not None else None,
                    mode=draft.mode,
                    cue=self.span(draft.cue) if draft.cue else None,
                    content=self.spans(draft.content),
                    sources=tuple(self.use(s, words) for s in draft.sources),
                )
            )
        return tuple(out)

    def actors(self) -> tuple[Actor, ...]:
        """The actors that the frozen parts speak of, in the order of their first mention."""
        found = [self._actor(actor, ranges) for actor, ranges in self.used.items()]
        return tuple(sorted(found, key=lambda a: (a.mentions[0].start, a.id)))

    def _actor(self, actor: str, ranges: list[Range]) -> Actor:
        known = self.item.cast.actors.get(actor)
        mentions = [(m.start, m.end) for m in self.item.cast.mentions if actor in m.actors and m.kind != "document"]
        spans = tuple(sorted(self.spans(mentions or ranges)))
        if known is None:
            known = unmentioned(actor)
        offices = tuple(
            Office(
                office=o.office, title=self.span((o.start, o.end)).text, of=o.of, former=o.former, evidence=self.spans([(o.start, o.end)])
            )
            for o in known.offices
        )
        return Actor(id=actor, kind=known.kind, name=known.name, country=known.country, offices=offices, mentions=spans)
