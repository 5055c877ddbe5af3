"""Gold carried along when a text's states and persons change."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from dragoman.evaluation.gold import GoldAct, GoldDocument, GoldParticipant
from dragoman.evaluation.names import OFFICE_NAMES

KeyMap = Callable[[str], str]


def countries_of(gold: GoldDocument) -> list[str]:
    """The states that the gold's keys and places name, by alpha-3, in the order of the gold."""
    found = [side_code(key) for key in keys_of(gold)] + [a.place.rpartition("@")[2] for a in gold.acts if a.place]
    return list(dict.fromkeys(code for code in found if code))


def keys_of(gold: GoldDocument) -> list[str]:
    """Every key of the gold, once, in its order."""
    keys = [k for a in gold.acts for w in a.who for k in (w.key, w.on_behalf_of) if k]
    keys += [k for a in gold.acts if not isinstance(a.sources, msgspec.UnsetType) for k in a.sources]
    keys += [k for st in gold.statements for k in st.speakers]
    keys += [k for r in gold.relations for k in (r.subject, r.object)]
    return list(dict.fromkeys(keys))


def side_code(key: str) -> str | None:
    """The alpha-3 code in a key, None for an organisation's and for a plain word."""
    code = key.rsplit("@", 1)[-1]
    return code if len(code) == 3 and code.isupper() and not key.startswith("org:") else None


def is_person(key: str) -> bool:
    """Whether a key names a person by surname."""
    name, at, _ = key.rpartition("@")
    return bool(at) and not name.startswith("inst:") and name not in OFFICE_NAMES and bool(name)


def with_keys(gold: GoldDocument, key: KeyMap, place: KeyMap) -> GoldDocument:
    """The gold with every key and every place put through a map."""
    return msgspec.structs.replace(
        gold,
        acts=tuple(_act(a, key, place) for a in gold.acts),
        statements=tuple(msgspec.structs.replace(st, speakers=tuple(map(key, st.speakers))) for st in gold.statements),
        relations=tuple(msgspec.structs.replace(r, subject=key(r.subject), object=key(r.object)) for r in gold.relations),
    )


def _act(act: GoldAct, key: KeyMap, place: KeyMap) -> GoldAct:
    sources = act.sources if isinstance(act.sources, msgspec.UnsetType) else tuple(map(key, act.sources))
    who = tuple(_participant(w, key) for w in act.who)
    return msgspec.structs.replace(act, who=who, place=place(act.place) if act.place else act.place, sources=sources)


def _participant(who: GoldParticipant, key: KeyMap) -> GoldParticipant:
    behalf = key(who.on_behalf_of) if who.on_behalf_of else None
    return GoldParticipant(key=key(who.key), role=who.role, on_behalf_of=behalf)
