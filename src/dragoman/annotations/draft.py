"""A mention in the making, before the actors have their ids."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.annotations.mentions import MentionKind
from dragoman.annotations.scene import Target
from dragoman.annotations.titles import Title


@dataclass(slots=True)
class Draft:
    """A mention by offsets in the text; its actors are persons of the roster and ids of the others."""

    start: int
    end: int
    kind: MentionKind
    actors: list[Target] = field(default_factory=list)
    head: tuple[int, int] = (0, 0)
    anaphoric: bool = False
    plural: bool = False
    feminine: bool = False
    titles: list[Title] = field(default_factory=list)
    behalf: Target | None = None
    label: str | None = None
    inner: list[Draft] = field(default_factory=list)
