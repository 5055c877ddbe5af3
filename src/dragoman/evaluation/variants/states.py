"""The states as a French text names them: with articles, behind prepositions, as adjectives."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.annotations import lexicon
from dragoman.annotations.table import rows
from dragoman.evaluation.variants.elision import elides
from dragoman.evaluation.variants.folded import fold
from dragoman.evaluation.variants.rules import people, rules

Forms = tuple[str, str, str, str]
"""A nationality: masculine, feminine, masculine plural, feminine plural."""


@dataclass(frozen=True, slots=True)
class Country:
    """A state with what is usually said of it: its official name, its adjective, the prefix that opens compounds."""

    state: lexicon.State
    official: str | None
    adjective: Forms | None
    prefix: str | None

    @property
    def name(self) -> str:
        """The usual name, without the article."""
        return self.state.name

    @property
    def kind(self) -> str:
        """How the name behaves behind a preposition; states of one kind take one another's place without any change but elision."""
        if self.state.article in ("la", "l'") and self.state.gender == "f" and self.state.preposition == rules().bare_places[0]:
            return "feminine"
        if self.state.article == "l'":
            return "vowel"
        return f"{self.state.article}/{self.state.gender}/{self.state.preposition}"

    def definite(self) -> str:
        """The name with its article: `le Mali`, `l'Algérie`, `Cuba`."""
        article, name = self.state.article, self.name
        if article in ("la", "le", "l'"):
            return f"l'{name}" if elides(name) else f"{'la' if self.state.gender == 'f' else 'le'} {name}"
        return f"{article} {name}" if article else name

    def after(self, preposition: str) -> str:
        """The name with its article behind a preposition: `au Mali`, `de l'Algérie`, `à Cuba`."""
        article, _, rest = self.definite().partition(" ")
        run_together = rules().contractions.get(preposition, {}).get(article)
        if run_together:
            return f"{run_together} {rest}"
        if not self.state.article and preposition == "de" and elides(self.name):
            return f"d'{self.name}"
        return f"{preposition} {self.definite()}"

    def complement(self) -> str:
        """The name as a noun's complement: `d'Algérie`, `de Tunisie`, `du Mali`, `de Cuba`."""
        if self.kind in ("feminine", "vowel"):
            return f"d'{self.name}" if elides(self.name) else f"de {self.name}"
        return self.after("de")

    def located(self) -> str:
        """The name as a place: `en Algérie`, `au Mali`, `aux Philippines`, `à Cuba`."""
        return f"{self.state.preposition} {self.name}"


@cache
def country(alpha3: str) -> Country | None:
    """A state of the table, None where there is none of that code."""
    state = lexicon.states().get(alpha3)
    if state is None:
        return None
    home = people().home(alpha3)
    own = [n for n in lexicon.nationalities() if alpha3 in n.states]
    usual = [n for n in own if home and n.masculine == home.adjective] or [n for n in own if n.prefixes] or own
    chosen = usual[0] if usual else None
    return Country(
        state=state,
        official=next((v for v in (state.name, *state.variants) if is_official(v)), None),
        adjective=(chosen.masculine, chosen.feminine, chosen.masculine_plural, chosen.feminine_plural) if chosen else None,
        prefix=chosen.prefixes[0] if chosen and chosen.prefixes else None,
    )


@cache
def _official_words() -> frozenset[str]:
    return frozenset(fold(r["word"]) for r in rows("state_words") if r["kind"] == "noun")


def is_official(name: str) -> bool:
    """Whether a name is a state's official one: it begins with `République`, `Royaume` and so on."""
    first, _, rest = name.partition(" ")
    return bool(rest) and fold(first) in _official_words()


def adjective_forms(alpha3: str) -> list[Forms]:
    """Every adjective of a state, each in its four forms."""
    return [(n.masculine, n.feminine, n.masculine_plural, n.feminine_plural) for n in lexicon.nationalities() if alpha3 in n.states]
