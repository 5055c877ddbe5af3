"""Whom a dossier is of: its address, its acts' filter, what the record answers."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from dragoman.errors import UnknownError
from dragoman.record.act_filter import ActFilter
from dragoman.record.answers import Dossier
from dragoman.record.questions import Questions
from dragoman.views.web.addresses import path_part

KINDS = ("pair", "country", "organisation", "person")


@dataclass(frozen=True)
class Subject:
    """One actor, or two countries or organisations."""

    kind: str
    idents: tuple[str, ...]

    @property
    def path(self) -> str:
        """The dossier's address."""
        return f"/{self.kind}/" + "/".join(path_part(ident) for ident in self.idents)

    @property
    def twin(self) -> str:
        """The address of the dossier as JSON: institutions answer as persons do."""
        return f"/api/v1{self.path}" if not self._acts_itself else f"/api/v1/person/{path_part(self.idents[0])}"

    @property
    def _acts_itself(self) -> bool:
        return self.kind == "person" or self.idents[0].startswith("inst:")

    def asked(self, asked: ActFilter) -> ActFilter:
        """A filter narrowed to the acts of the subject."""
        if self.kind == "pair":
            return msgspec.structs.replace(asked, pair=(self.idents[0], self.idents[1]))
        if self._acts_itself:
            return msgspec.structs.replace(asked, persons=(*asked.persons, *self.idents))
        return msgspec.structs.replace(asked, **self._one_bloc(asked))

    def query(self) -> dict[str, str]:
        """The parameters by which lists of acts are narrowed to the subject."""
        if self.kind == "pair":
            return {"pair": ",".join(self.idents)}
        return {"person" if self._acts_itself else self.kind: self.idents[0]}

    def dossier(self, ask: Questions, as_of: str | None) -> Dossier:
        """What the record holds of the subject. Raises UnknownError where that is nothing."""
        one = self.idents[0]
        if self.kind == "pair":
            return ask.pair(*self.idents, as_of=as_of)
        if self._acts_itself:
            return ask.person(one, as_of=as_of)
        return ask.country(one, as_of=as_of) if self.kind == "country" else ask.organisation(one, as_of=as_of)

    def _one_bloc(self, asked: ActFilter) -> dict[str, tuple[str, ...]]:
        if self.kind == "country":
            return {"countries": (*asked.countries, *self.idents)}
        return {"organisations": (*asked.organisations, *self.idents)}


def subject(kind: str, *idents: str) -> Subject:
    """The subject of an address; codes of countries in capitals. Raises UnknownError for what cannot be an ident."""
    if any(not ident.isprintable() for ident in idents):
        raise UnknownError("an identifier is made of letters and signs")
    return Subject(kind, tuple(ident.upper() if len(ident) == 3 else ident for ident in idents))
