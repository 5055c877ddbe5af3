"""Making variants: one way through the changes, each carried over to the gold."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

import msgspec

from dragoman.evaluation.gold import GoldDocument
from dragoman.evaluation.variants.choosing import choose_moves, move_gold
from dragoman.evaluation.variants.days import choose_shift, day_edits, shift_gold, shift_published
from dragoman.evaluation.variants.edits import Anchored, Edit, apply
from dragoman.evaluation.variants.moving import move_edits
from dragoman.evaluation.variants.order import order_edits
from dragoman.evaluation.variants.persons import choose_names, name_edits, rename_gold
from dragoman.evaluation.variants.voice import voice_edits
from dragoman.evaluation.variants.wording import portfolio_edits, wording_edits
from dragoman.model.document import Document, document_id

_TRIES_EACH = 3
_FOUR_WORDS = re.compile(r"\S+(?:\s+\S+){0,3}")


@dataclass(frozen=True, slots=True)
class _Draft:
    """A variant under way; the anchors are where the gold's quotations begin, in their order."""

    body: Anchored
    title: str
    publisher: str
    published: str | None
    gold: GoldDocument


def variants(document: Document, gold: GoldDocument, n: int, seed: int) -> list[tuple[Document, GoldDocument]]:
    """`n` variants of an annotated French document: other states, persons and days, ministries, cues, order and voice.

    The same arguments give the same variants. Fewer than `n` come back where the document leaves too little to change. A variant's gold id
    and uri are the document's with `-v01`, `-v02` and so on; every variant is marked as fiction.
    """
    out: list[tuple[Document, GoldDocument]] = []
    seen = {document.text}
    for attempt in range(n * _TRIES_EACH):
        if len(out) == n:
            break
        draft = _changed(_draft(document, gold), random.Random(f"{seed}/{gold.id}/{attempt}"))
        if draft.body.text not in seen:
            seen.add(draft.body.text)
            out.append(_finished(document, draft, f"{gold.id}-v{len(out) + 1:02}"))
    return out


def _draft(document: Document, gold: GoldDocument) -> _Draft:
    anchors = tuple(document.text.find(st.starts) for st in gold.statements)
    return _Draft(Anchored(document.text, anchors), document.title or "", document.publisher or "", document.published, gold)


def _changed(draft: _Draft, chance: random.Random) -> _Draft:
    draft = _shifted(_moved(draft, chance), chance)
    text = draft.body.text
    body = apply(draft.body, [*portfolio_edits(text, chance), *wording_edits(text, draft.gold, chance)])
    body = apply(body, voice_edits(body.text, body.anchors, chance))
    body = apply(body, order_edits(body.text, body.anchors, chance))
    return _Draft(body, draft.title, draft.publisher, draft.published, draft.gold)


def _moved(draft: _Draft, chance: random.Random) -> _Draft:
    """The draft with other states and persons."""
    texts = (draft.body.text, draft.title, draft.publisher)
    moves = choose_moves(texts, draft.gold, chance)
    gold = move_gold(draft.gold, moves)
    names = choose_names(texts, draft.gold, gold, chance)

    def edits(text: str) -> list[Edit]:
        return [*move_edits(text, moves), *name_edits(text, names)] if moves.states else name_edits(text, names)

    title, publisher = (apply(Anchored(text), edits(text)).text for text in (draft.title, draft.publisher))
    return _Draft(apply(draft.body, edits(draft.body.text)), title, publisher, draft.published, rename_gold(gold, names))


def _shifted(draft: _Draft, chance: random.Random) -> _Draft:
    """The draft at another time, where its dates can be moved."""
    published = draft.gold.published
    shift = choose_shift((draft.body.text, draft.title), published, chance)
    if shift is None or published is None:
        return draft
    title = apply(Anchored(draft.title), day_edits(draft.title, published, shift)).text
    body = apply(draft.body, day_edits(draft.body.text, published, shift))
    return _Draft(body, title, draft.publisher, shift_published(draft.published, shift), shift_gold(draft.gold, shift))


def _finished(document: Document, draft: _Draft, name: str) -> tuple[Document, GoldDocument]:
    text = draft.body.text
    statements = tuple(
        msgspec.structs.replace(st, starts=_first_words(text, anchor) if anchor >= 0 else st.starts)
        for st, anchor in zip(draft.gold.statements, draft.body.anchors, strict=True)
    )
    gold = msgspec.structs.replace(draft.gold, id=name, statements=statements)
    made = Document(
        id=document_id(text),
        uri=name,
        title=draft.title or None,
        publisher=draft.publisher or None,
        language=document.language,
        published=draft.published,
        text=text,
        fiction=True,
    )
    return made, gold


def _first_words(text: str, start: int) -> str:
    hit = _FOUR_WORDS.match(text, start)
    return hit.group() if hit else ""
