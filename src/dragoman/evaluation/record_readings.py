"""Gold facts as the reading that tells them, with names, offices and words as the document has them."""

from __future__ import annotations

import msgspec

from dragoman.evaluation.actors import ReadActors
from dragoman.evaluation.gold_reading import gold_reading
from dragoman.evaluation.matching import match
from dragoman.evaluation.record_gold import RecordDocument
from dragoman.model.act import Act
from dragoman.model.actor import Actor
from dragoman.model.document import Document
from dragoman.model.reading import Reading


def told_reading(gold: RecordDocument, document: Document, read: Reading) -> Reading:
    """The reading that tells exactly the gold's acts.

    Gold has keys and no words: the names and offices of its persons, and the words of its acts, are those that the reader found where the
    two agree; elsewhere a person is called by the key.
    """
    plain = gold_reading(gold)
    actors = ReadActors(read)
    keys = {actor.id: actor for actor in plain.actors}
    found = {ident: _as_read(actor, read, actors) for ident, actor in keys.items()}
    pairs = match(gold.acts, read.acts, actors)
    acts = tuple(_with_words(act, read.acts[pairs[k]] if k in pairs else None) for k, act in enumerate(plain.acts))
    return msgspec.structs.replace(plain, document=document, actors=tuple(found.values()), acts=acts, statements=read.statements)


def _as_read(actor: Actor, read: Reading, actors: ReadActors) -> Actor:
    if actor.kind != "person" or actor.offices:
        return actor
    key = actor.id.removeprefix("per:")
    for other in read.actors:
        if other.kind == "person" and actors.is_key(other.id, key):
            return msgspec.structs.replace(actor, name=other.name, offices=other.offices, mentions=other.mentions)
    return actor


def _with_words(act: Act, read: Act | None) -> Act:
    return act if read is None else msgspec.structs.replace(act, evidence=read.evidence, topics=read.topics or act.topics)
