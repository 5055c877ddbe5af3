"""From tellings to drafts: whom each part of a telling means, and whether what is left is an act between states."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.annotations.mentions import Cast
from dragoman.grammar.clause_text import Annotations
from dragoman.grammar.engine import Part, Source, Telling
from dragoman.grammar.frames import ActFrame
from dragoman.grammar.references import Reference
from dragoman.model.vocabulary import Role
from dragoman.reading.act_rules import act_rules
from dragoman.reading.drafts import Draft, DraftParticipant
from dragoman.reading.posts import complete
from dragoman.reading.pronouns import Pronouns

Range = tuple[int, int]

VOICING = frozenset(("subject", "possessor", "object.possessor", "holder"))
"""The complements that name who voices a will."""

FILLABLE = {
    "cooperation": 0, "agreement": 0, "restoration": 0, "appreciation": 1, "support": 1, "appeal": 1, "invitation": 1, "message": 1,
    "condolence": 1, "congratulation": 1, "meeting": 0, "visit": 0,
}  # fmt: skip
"""Types that may be told without a side, or without any (`il a été convenu de`): the meeting that they were told of has them."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Resolves the references of one document."""

    annotations: Annotations
    cast: Cast
    pronouns: Pronouns

    def actors(self, reference: Reference, exclude: tuple[str, ...] = (), speakers: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The ids of the actors that a reference means."""
        if reference.kind == "mention" and reference.index is not None:
            return self.annotations.mentions[reference.index].actors
        if reference.kind == "place" and reference.index is not None:
            return (self.annotations.places[reference.index].country,)
        if reference.kind == "speaker":
            return speakers if not reference.possessive else tuple(dict.fromkeys(s for a in speakers if (s := self.side(a))))
        return self.pronouns.antecedent(reference, exclude)

    def side(self, actor: str) -> str | None:
        """The country or organisation that an actor stands for."""
        found = self.cast.actors.get(actor)
        if found is None:
            return actor if len(actor) == 3 and actor.isupper() else None
        if found.kind in ("country", "organisation"):
            return found.id
        if found.country:
            return found.country
        organisation = found.id.partition("@")[2]
        return next((o.of for o in found.offices if o.of), organisation if organisation.startswith("org:") else None)

    def draft(self, telling: Telling, sources: tuple[str, ...]) -> Draft | None:
        """The act that a telling tells, with its participants resolved; None where no act is left."""
        act = telling.frame.act
        out = Draft(act, telling.status, [telling], [], form=telling.form, hedged=telling.hedged, sources=sources, method=telling.method)
        out.weak = isinstance(telling.frame, ActFrame) and telling.frame.weak
        for part in self._settled_first(_voiced(telling)):
            self._place_part(out, part, sources[-1:] if sources else ())
        self._normalise(out)
        complete(out, self.pronouns.text.repaired.text, self.cast.home or self._voice(sources), self.actors, self.side)
        if out.lacking() or self.is_act(out, 1 if act_rules()[out.type].opposed else FILLABLE.get(out.type)):
            return out
        return None

    def _voice(self, sources: tuple[str, ...]) -> str | None:
        """The state whose institution says so (`selon le Quai d'Orsay`), where the text is of no state's own voice."""
        told = [s for a in sources if a.startswith("inst:") and (s := self.side(a)) is not None and not s.startswith("org:")]
        return told[-1] if told else None

    @staticmethod
    def _settled_first(parts: tuple[Part, ...]) -> list[Part]:
        """Names before pronouns, so that a pronoun never means who is already there."""
        return sorted(parts, key=lambda p: (p.reference.kind == "pronoun", p.role == "counterpart"))

    def _place_part(self, out: Draft, part: Part, speakers: tuple[str, ...]) -> None:
        taken = tuple(p.actor for p in out.participants)
        reference = part.reference
        for actor in self.actors(reference, taken, speakers):
            if actor in taken and part.role not in ("principal",):
                continue
            if self._is_for_state(part, out):
                actor = self.side(actor) or actor
            out.add(actor, part.role, [reference.at])

    @staticmethod
    def _is_for_state(part: Part, out: Draft) -> bool:
        """Whether whoever has a role stands for the state: of a state visited, and where the frame says so."""
        frame = out.telling.frame
        told = isinstance(frame, ActFrame) and part.role in frame.states
        return told or (part.role in act_rules()[out.type].state and out.type == "visit")

    def _normalise(self, out: Draft) -> None:
        rules = act_rules()[out.type]
        for p in out.participants:
            if p.role in rules.state:
                p.actor = self.side(p.actor) or p.actor
            if rules.is_alike(out.form) and p.role in ("agent", "counterpart"):
                p.role = "party"
        unique: dict[tuple[str, str], DraftParticipant] = {}
        for p in out.participants:
            kept = unique.setdefault((p.actor, p.role), p)
            if kept is not p:
                kept.evidence.extend(p.evidence)
        out.participants = [p for p in unique.values() if not self._is_stood_for(p, out)]

    def _is_stood_for(self, p: DraftParticipant, out: Draft) -> bool:
        """Whether a bare side stands beside a person of it in the same role: it adds nothing."""
        if self.side(p.actor) != p.actor or p.role == "party":
            return False
        return any(o.role == p.role and o.actor.startswith("per:") and self.side(o.actor) == p.actor for o in out.participants)

    def is_act(self, out: Draft, fewest: int | None = None) -> bool:
        """Whether an act between states or organisations is left: enough sides for its type (or for `fewest`), not all of one state."""
        frame = out.telling.frame
        if not out.participants:
            pointed_at = out.weak and out.type == "meeting"
            settled = not pointed_at and (out.status == "agreed" or out.type == "agreement" or (out.status == "announced" and not out.weak))
            return fewest == 0 and isinstance(frame, ActFrame) and not frame.needs and settled
        sides = set(out.sides(self.side))
        sides |= {a for a in out.actors() if self.side(a) is None and self._holds_office(a)}
        rules = act_rules()[out.type]
        carried = fewest == 1 and bool(out.actors("envoy")) and not out.actors("counterpart")
        if rules.two_sided and len(sides) < 2 and len(out.actors()) >= 2 and not carried:
            return False
        wanted = max(rules.fewest, frame.sides if isinstance(frame, ActFrame) else 2)
        return len(sides) >= (wanted if fewest is None else min(wanted, max(fewest, 1)))

    def _holds_office(self, actor: str) -> bool:
        found = self.cast.actors.get(actor)
        return found is not None and bool(found.offices)

    def chain(self, sources: tuple[Source, ...], outer: tuple[str, ...]) -> tuple[str, ...]:
        """The ids of a chain of sources, outermost first, without repeats."""
        chain = list(outer)
        for source in sources:
            for reference in source.speakers:
                for actor in self.actors(reference, (), tuple(chain[-1:])):
                    if actor not in chain:
                        chain.append(actor)
        return tuple(chain)


def _voiced(telling: Telling) -> tuple[Part, ...]:
    """The parts of a telling; of a will that one side alone voices, it is the agent, and the other side its counterpart."""
    parties = [p for p in telling.parts if p.role == "party"]
    will = telling.status == "intended" and act_rules()[telling.frame.act].willed
    voices = [p for p in parties if p.path in VOICING]
    if not will or not voices or len(voices) == len(parties) or any(p.reference.plural for p in voices):
        return telling.parts
    roles: dict[int, Role] = {id(p): "agent" if p.path in VOICING else "counterpart" for p in parties}
    return tuple(replace(p, role=roles.get(id(p), p.role)) for p in telling.parts)
