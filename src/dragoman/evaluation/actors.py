"""The actors of a reading, asked in the terms of gold keys."""

from __future__ import annotations

from dragoman.evaluation.names import OFFICE_NAMES, fold, has_words, side_of_key
from dragoman.model.actor import Actor
from dragoman.model.reading import Reading


class ReadActors:
    """The actors of one reading, by id."""

    def __init__(self, reading: Reading) -> None:
        self._by_id = {actor.id: actor for actor in reading.actors}

    def side(self, actor_id: str) -> str:
        """The country or organisation that an actor stands for: '' where none is known."""
        actor = self._by_id.get(actor_id)
        if actor is None:
            return ""
        if actor.kind == "country":
            return actor.id
        if actor.kind == "organisation":
            return side_of_key(actor.id) if actor.id.startswith("org:") else "org " + fold(actor.id)
        return actor.country or ""

    def is_key(self, actor_id: str, key: str) -> bool:
        """Whether the actor read is the one that the gold key names.

        Which institution it is, is a matter of naming: whose it is must be right, and a country may stand for its institution.
        """
        actor = self._by_id.get(actor_id)
        if actor is None:
            return False
        if key.startswith("org:"):
            return self._is_organisation(actor, key)
        if key.startswith("inst:") or "@" not in key:
            return actor.kind in ("institution", "country") and self.side(actor_id) == side_of_key(key)
        return self._is_person(actor, key)

    def _is_organisation(self, actor: Actor, key: str) -> bool:
        if actor.kind != "organisation":
            return False
        return self.side(actor.id) == side_of_key(key) or has_words(fold(key[4:]), fold(actor.name))

    def _is_person(self, actor: Actor, key: str) -> bool:
        wanted, country = key.rsplit("@", 1)
        if actor.kind != "person" or (country and self.side(actor.id) not in ("", country)):
            return False
        if wanted in OFFICE_NAMES:
            return any(held.office == wanted for held in actor.offices)
        return has_words(fold(wanted), fold(actor.name))
