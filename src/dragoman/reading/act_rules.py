"""What holds of every act of a type, whatever words tell of it: `tables/acts.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from dragoman.model.vocabulary import Role


class ActRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rules of one type of act; see the head of `tables/acts.yaml` for what each means."""

    alike: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    willed: bool = False
    two_sided: bool = False
    fewest: int = 1
    state: tuple[str, ...] = ()
    host: str | None = None
    each: str | None = None
    reacts: bool = False
    placeless: bool = False
    in_person: bool = False
    at_home: bool = False
    lasts: bool = False
    answers: bool = False
    at_host: bool = False
    asks: bool = False
    apart: bool = False
    of_subject: tuple[Role, ...] = ()
    of_post: tuple[Role, ...] = ()
    of_home: tuple[Role, ...] = ()
    drops_subject: bool = False
    opposed: bool = False
    decided: bool = False
    between: bool = False
    focused: bool = False
    topics: dict[str, str] = {}
    alone: Role | None = None

    def is_alike(self, form: str | None) -> bool:
        """Whether the sides of an act of this form are alike (parties)."""
        return form in self.alike or ("*" in self.alike and form not in self.unlike)


@cache
def act_rules() -> dict[str, ActRules]:
    """The rules of every type of act."""
    return msgspec.yaml.decode(files("dragoman").joinpath("tables/acts.yaml").read_bytes(), type=dict[str, ActRules])
