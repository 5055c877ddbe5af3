"""Gold facts as the reading that tells them, with names, offices and words as the document has them."""

from __future__ import annotations

import msgspec

from dragoman.evaluation.actors import ReadActors
from dragoman.evaluation.gold import GoldAct
from dragoman.evaluation.gold_reading import gold_reading
from dragoman.evaluation.gold_words import plain_key, telling_span, written_names
from dragoman.evaluation.matching import match
from dragoman.evaluation.names import fold, has_words
from dragoman.evaluation.record_gold import RecordDocument
from dragoman.model.act import Act
from dragoman.model.actor import Actor
from dragoman.model.document import Document
from dragoman.model.reading import Reading


def told_reading(gold: RecordDocument, document: Document, read: Reading) -> Reading:
    """The reading that tells exactly the gold's acts.

    Gold has keys and no words: the names of its persons are as the text writes them, their offices those that the reader found of the name,
    the words of its acts the reader's where the two agree, else the sentence that tells most of it.
    """
    plain = gold_reading(gold)
    actors = ReadActors(read)
    names = written_names({a.id.removeprefix("per:") for a in plain.actors if a.kind == "person" and not a.offices}, document.text)
    found = tuple(_as_told(actor, names, read) for actor in plain.actors)
    pairs = match(gold.acts, read.acts, actors)
    acts = tuple(
        _with_words(act, gold.acts[k], read.acts[pairs[k]] if k in pairs else None, document.text) for k, act in enumerate(plain.acts)
    )
    return msgspec.structs.replace(plain, document=document, actors=found, acts=acts, statements=read.statements)


def _as_told(actor: Actor, names: dict[str, str], read: Reading) -> Actor:
    if actor.kind != "person" or actor.offices:
        return actor
    key = actor.id.removeprefix("per:")
    surname, name = fold(plain_key(key).rpartition("@")[0]), names[key]
    called = [a for a in read.actors if a.kind == "person" and has_words(surname, fold(a.name))]
    same = [a for a in called if fold(a.name) == fold(name)] or [a for a in called if a.country == actor.country]
    offices = tuple(msgspec.structs.replace(o, of=_of(o.of, same[0], actor)) for o in same[0].offices) if same else ()
    return msgspec.structs.replace(actor, name=name or (same[0].name if same else actor.name), offices=offices)


def _of(of: str | None, read: Actor, gold: Actor) -> str | None:
    """Whose office it is: the gold's state where the reader took another for the person's own."""
    return gold.country if of == read.country else of


def _with_words(act: Act, gold: GoldAct, read: Act | None, text: str) -> Act:
    if read is not None:
        return msgspec.structs.replace(act, evidence=read.evidence, topics=read.topics or act.topics)
    span = telling_span(gold, text)
    return act if span is None else msgspec.structs.replace(act, evidence=(span,))
