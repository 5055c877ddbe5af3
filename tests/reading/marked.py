"""Sentences with their names marked, as the annotators would find them: `[SEN Le Sénégal] préside [org:AU l'UA]`.

What stands first in a bracket is what the name means: alpha-3, `~`alpha-3 (adjective), `org:`, `per:`, `@`alpha-3 (a town),
`A+B` (a group), `#`a year (a date). A person's name may hold a title `président en exercice de l'UA=org:AU`.
"""

from __future__ import annotations

import re

from dragoman.annotations.mentions import Cast, DateMention, DocumentActor, Mention, MentionKind, OfficeHeld, PlaceMention
from dragoman.grammar.clause_text import Annotations
from dragoman.model.document import Document, document_id
from dragoman.reading.annotated import Annotated
from dragoman.text.header import FrontMatter
from dragoman.text.repaired import RepairedText
from dragoman.text.segments import Segment, SegmentedText

_BRACKET = re.compile(r"\[(\S+) ([^\]]*)\]")
_TITLE = re.compile(r"((?:ancien |ancienne )?président[^,=]*)=(org:\w+|[A-Z]{3})")


def marked(source: str, published: str = "2022-08-24") -> Annotated:
    text, mentions, places, dates, actors = "", [], [], [], {}
    at = 0
    for match in _BRACKET.finditer(source):
        text += source[at : match.start()]
        at, sign, start = match.end(), match[1], len(text)
        words, offices = _offices(match[2], start)
        text += words
        if sign.startswith("@"):
            places.append(PlaceMention(start, len(text), words, sign[1:]))
        elif sign.startswith("#"):
            dates.append(DateMention(start, len(text), sign[1:], sign[1:]))
        else:
            ids = tuple(sign.lstrip("~").split("+"))
            mentions.append(Mention(start, len(text), _kind(sign), ids, (start, len(text)), offices=offices))
            actors.update({i: DocumentActor(i, _actor_kind(i), words, i.partition("@")[2] or None) for i in ids})
    text += source[at:]
    pieces = [(m.start(), m.end()) for m in re.finditer(r"\S.*?(?:[.;](?=\s|$)|$)", text)]
    segments = tuple(Segment((piece,), 0) for piece in pieces)
    document = Document(id=document_id(text), language="fr", published=published, text=text)
    repaired = RepairedText(text, text, range(len(text) + 1))
    cast = Cast(actors, tuple(mentions))
    annotations = Annotations(cast.mentions, tuple(places), tuple(dates))
    return Annotated(document, SegmentedText(repaired, ((0, len(text)),), (), (), segments), FrontMatter(), annotations, cast)


def _offices(words: str, start: int) -> tuple[str, tuple[OfficeHeld, ...]]:
    match = _TITLE.search(words)
    if match is None:
        return words, ()
    plain = words[: match.end(1)] + words[match.end() :]
    former = match[1].startswith("ancien")
    return plain, (OfficeHeld("official", start + match.start(1), start + match.end(1), match[2], former),)


def _kind(sign: str) -> MentionKind:
    if sign.startswith("~"):
        return "adjective"
    if "+" in sign:
        return "group"
    return _actor_kind(sign)


def _actor_kind(actor: str) -> MentionKind:
    prefix = actor.partition(":")[0]
    return {"org": "organisation", "per": "person"}.get(prefix, "country")  # type: ignore[return-value]
