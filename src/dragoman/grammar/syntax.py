"""The words of a language that the frame engine must know beyond the parse: `lexicon/<language>/syntax.yaml`."""

from __future__ import annotations

import re
from functools import cache, cached_property
from importlib.resources import files

import msgspec


class Syntax(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Prepositions by slot, function words, and what stands in for a name while a clause is parsed."""

    slots: dict[str, tuple[str, ...]]
    contractions: dict[str, str]
    elisions: dict[str, str]
    fusions: dict[str, str]
    articled: frozenset[str]
    placeholders: dict[str, tuple[str, str]]
    bare_country: frozenset[str]
    negations: frozenset[str]
    after_subject: frozenset[str]
    restrictive: frozenset[str]
    reflexive: frozenset[str]
    impersonal: frozenset[str]
    impersonal_inversions: frozenset[str]
    unaccusative: frozenset[str]
    passive_mark: frozenset[str]
    date_stand_in: str
    town_stand_in: str
    adjectives: dict[str, str]
    misread: dict[str, str]
    before_towns: tuple[str, ...]
    before_dates: frozenset[str]
    date_articles: frozenset[str]
    third_person: dict[str, frozenset[str]]
    singular_subjects: dict[str, bool]
    definite_articles: dict[str, bool | None]
    bringing_in: dict[str, tuple[str, ...]]
    complementisers: tuple[str, ...]
    generic_pronouns: frozenset[str]
    turn_labels: dict[str, frozenset[str]]
    indefinite_articles: frozenset[str]
    first_person: frozenset[str]
    our: frozenset[str]
    possessives: frozenset[str]
    plural_possessives: frozenset[str]
    hypothetical: frozenset[str]
    purpose: frozenset[str]
    prior_words: frozenset[str]
    motion: frozenset[str]
    reaching: frozenset[str]
    prospective_adjectives: frozenset[str]
    pairing: frozenset[str]
    conjunctions: frozenset[str]
    seeing: frozenset[str]
    uncounted: frozenset[str]
    list_marks: frozenset[str]
    list_openers: tuple[tuple[str, ...], ...]
    existential: frozenset[str]
    there: frozenset[str]
    impersonal_verbs: frozenset[str]
    places_only: frozenset[str]
    relative_objects: frozenset[str]
    fused_relatives: dict[str, str]
    measures: frozenset[str]
    describing: frozenset[str]
    modals: frozenset[str]
    infinitive_endings: tuple[str, ...]
    repeated_prepositions: frozenset[str]
    light_objects: dict[str, frozenset[str]]
    participle_endings: dict[str, str]
    present_endings: dict[str, str]
    future_endings: frozenset[str]
    conditional_endings: frozenset[str]
    asides: tuple[str, ...]
    deeds: frozenset[str]
    relational: frozenset[str]
    auxiliaries: tuple[str, ...]
    residence: tuple[str, ...]

    @cached_property
    def aside_pattern(self) -> re.Pattern[str]:
        """Where an aside stands `between` commas (they are part of it) or `behind` an auxiliary, or where somebody's `seat` is told."""
        asides = "|".join(re.escape(a) for a in sorted(self.asides, key=len, reverse=True))
        auxiliaries = "|".join(map(re.escape, self.auxiliaries))
        residence = "|".join(map(re.escape, self.residence))
        return re.compile(
            rf"(?i:(?P<between>, (?:{asides}),)(?= )|\b(?:{auxiliaries})(?P<behind> (?:{asides}))(?= ))"
            rf"|(?P<seat>,? (?:{residence}) [A-ZÀ-Þ][\w'-]{{1,30}}(?: [A-ZÀ-Þ][\w'-]{{1,30}})?,?)"
        )

    def adjective_stand_in(self, word: str) -> str:
        """What stands in for an adjective of two nations (`sénégalo-tunisienne`), by how it ends."""
        return next(stand_in for ending, stand_in in self.adjectives.items() if word.endswith(ending))

    @cached_property
    def _slots_by_preposition(self) -> dict[str, frozenset[str]]:
        index: dict[str, set[str]] = {}
        for slot, prepositions in self.slots.items():
            for preposition in prepositions:
                index.setdefault(preposition, set()).add(slot)
        return {p: frozenset(s) for p, s in index.items()}

    @cached_property
    def long_prepositions(self) -> frozenset[tuple[str, ...]]:
        """The prepositions of several words, as words, their own last preposition included."""
        return frozenset(tuple(p.replace("'", "' ").split()) for ps in self.slots.values() for p in ps if " " in p)

    @cached_property
    def single_prepositions(self) -> frozenset[str]:
        """The prepositions of one word, contractions and elisions among them."""
        return frozenset((*(p for ps in self.slots.values() for p in ps if " " not in p), *self.contractions))

    @cached_property
    def addressing(self) -> frozenset[str]:
        """The words that open whom one speaks to: `à` and its contractions."""
        to = self.slots["to"][0]
        return frozenset((to, *(c for c, p in self.contractions.items() if p == to)))

    @cached_property
    def prepositional_nouns(self) -> frozenset[str]:
        """The nouns inside prepositions of several words (`issue` in `à l'issue de`)."""
        return frozenset(w for words in self.long_prepositions for w in words[1:-1] if len(w) > 3)

    def slots_of(self, preposition: str) -> frozenset[str]:
        """The slots that a preposition opens; a slot of the preposition's own name where no slot gathers it."""
        return self._slots_by_preposition.get(preposition) or frozenset((preposition,))


@cache
def load_syntax(language: str) -> Syntax:
    """The syntax words of a language (BCP 47, `fr`)."""
    data = files("dragoman").joinpath(f"lexicon/{language}/syntax.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=Syntax)
