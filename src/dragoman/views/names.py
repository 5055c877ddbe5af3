"""How a reading's actors are called where people read: by name, with what tells two of a name apart."""

from __future__ import annotations

from dragoman.model.actor import Actor
from dragoman.model.document import Document
from dragoman.model.reading import Reading
from dragoman.views.terminal import visible

Names = dict[str, str]


def names(reading: Reading) -> Names:
    """What to call each actor, by its id: `Ilham Aliyev (AZE)`, `Algérie (DZA)`, `Union africaine (AU)`."""
    return {actor.id: _name(actor) for actor in reading.actors}


def _name(actor: Actor) -> str:
    mark = actor.country if actor.kind in ("person", "institution") else actor.id.removeprefix("org:")
    name = visible(actor.name)
    return f"{name} ({mark})" if mark and mark != name else name


def document_name(document: Document) -> str:
    """What to call a document in a line about it: where it came from, else its title, else its id."""
    return document.uri or document.title or document.id
