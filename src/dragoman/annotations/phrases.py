"""What one phrase of the text says of a person, before it is known who that is."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.annotations.courtesy import Courtesy
from dragoman.annotations.names import Name
from dragoman.annotations.page import Page
from dragoman.annotations.titles import Title
from dragoman.annotations.word_sets import WordSet

DETERMINERS = WordSet("determiners")
QUALITY = "qualite"
"""The determiner of `en sa qualité d'envoyé spécial`: the sentence's subject is meant."""
CONTRACTED = {"du": "le", "au": "le", "des": "les", "aux": "les"}


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A noun that points at a person told elsewhere: `homologue`, `hôte`, `diplomate`."""

    noun: str
    kind: str
    feminine: bool | None
    plural: bool
    offices: tuple[str, ...]


MAJESTY = Anaphor("majesté", "majesty", None, False, ("head_of_state", "deputy_head_of_state"))
"""`Sa Majesté` alone: the sovereign told before, or that of home."""


@dataclass(slots=True)
class Phrase:
    """A person phrase by word indexes: titles, names (several after a plural title), courtesy, and whom the person acts for.

    `of_states` is true where they come with `de` (`l'hôte de l'Algérie`), `unknown_state` where the word beside the anaphor is no known
    nationality.
    `states` are nationalities told beside the name or the anaphor itself (`le Samoan X`, `son homologue tunisien`). `loose_name` is true
    where
    title and name are only a comma apart, so that they may turn out to be two persons.
    """

    first: int
    last: int
    titles: list[Title] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    courtesy: Courtesy | None = None
    anaphor: Anaphor | None = None
    states: tuple[str, ...] = ()
    of_states: bool = False
    unknown_state: bool = False
    name_states: dict[int, str] = field(default_factory=dict)
    principal: Phrase | None = None
    determiner: str = ""
    former: bool = False
    loose_name: bool = False
    depth: int = 0
    """How many titles it stands in: 1 for a principal."""

    @property
    def plural(self) -> bool:
        """Whether the phrase means several persons."""
        if self.determiner in ("les", "ses", "leurs", "nos", "vos", "ces", "des"):
            return True
        noun = any(t.plural for t in self.titles[:1]) or (self.anaphor is not None and self.anaphor.plural)
        return noun or len(self.names) > 1 or (self.courtesy is not None and self.courtesy.plural)

    @property
    def feminine(self) -> bool:
        """Whether the phrase is in the feminine, as far as determiner, courtesy and noun tell."""
        if self.determiner in ("la", "une", "sa", "cette"):
            return True
        if self.determiner in ("le", "un", "ce", "cet"):
            return False
        if self.courtesy is not None and self.courtesy.feminine is not None:
            return self.courtesy.feminine
        for title in self.titles:
            if title.word.feminine is not None:
                return title.word.feminine
        if self.anaphor is not None and self.anaphor.feminine is not None:
            return self.anaphor.feminine
        return any(_given_feminine(name) for name in self.names[:1])

    def head(self, page: Page) -> tuple[int, int]:
        """Where the name stands, else the office noun: offsets in the text."""
        if len(self.names) == 1:
            return page.starts[self.names[0].first], page.ends[self.names[0].last - 1]
        if self.titles:
            return page.starts[self.titles[0].first], page.ends[self.titles[0].first]
        if self.names:
            return page.starts[self.names[0].first], page.ends[self.names[-1].last - 1]
        return page.starts[self.first], page.ends[self.last - 1]


def _given_feminine(name: Name) -> bool:
    from dragoman.annotations.names import given_names

    return len(name.words) > 1 and given_names().get(name.folded[0]) == "f"
