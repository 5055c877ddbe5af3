"""What a careful human reader found in a document: facts by keys, without offsets, so that any reader can be scored against them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from dragoman.errors import MeasureError
from dragoman.model.vocabulary import ActType, Role, Status

T = TypeVar("T")


class GoldParticipant(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who takes part in an act: a key (`surname@CCC`, `office@CCC`, `inst:what@CCC`, `org:UN`, `CCC`) and a role."""

    key: str
    role: Role
    on_behalf_of: str | None = msgspec.field(default=None, name="for")


class GoldCodes(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The codes that an act has in the trade's schemes; what is left out is not scored."""

    plover: str | msgspec.UnsetType | None = msgspec.UNSET
    plover_mode: str | msgspec.UnsetType | None = msgspec.UNSET
    cameo: str | msgspec.UnsetType | None = msgspec.UNSET
    quad_class: int | msgspec.UnsetType | None = msgspec.UNSET


class GoldAct(msgspec.Struct, frozen=True, kw_only=True):
    """One act. `core` where any careful reader would list it.

    `date` (EDTF) and `place` (`Town@CCC` or `CCC`) are null where nothing tells: null is not scored. `sources` (keys, outermost
    first), `topics`, `within` (the index of the act in whose course this one took place, null for none), `hedged` and `codes`
    are optional: scored only where they are given.
    """

    type: ActType
    status: Status
    form: str | None = None
    who: tuple[GoldParticipant, ...]
    date: str | None = None
    place: str | None = None
    core: bool = True
    sources: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    topics: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    within: int | msgspec.UnsetType | None = msgspec.UNSET
    hedged: bool | msgspec.UnsetType = msgspec.UNSET
    codes: GoldCodes | msgspec.UnsetType = msgspec.UNSET


class GoldStatement(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation of five words or more: its first four words as written, and the keys of those who said or wrote it."""

    starts: str
    speakers: tuple[str, ...]
    mode: Literal["direct", "mixed", "indirect"] = "direct"


class GoldRelation(msgspec.Struct, frozen=True, kw_only=True):
    """A standing fact: the subject's key, the object's key or a plain word."""

    type: str
    subject: str
    object: str


class GoldDocument(msgspec.Struct, frozen=True, kw_only=True):
    """The gold of one document; `id` is its uri, or the last part of it. `phenomena` name what makes it hard to read."""

    id: str
    lang: str = "fr"
    published: str | None = None
    acts: tuple[GoldAct, ...]
    statements: tuple[GoldStatement, ...] = ()
    relations: tuple[GoldRelation, ...] = ()
    phenomena: tuple[str, ...] = ()

    def to_json(self) -> bytes:
        """The gold as one line of JSON in UTF-8."""
        return msgspec.json.encode(self)


def decode_lines(path: Path, kind: type[T], what: str) -> Iterator[T]:
    """The objects of a JSONL file, blank lines skipped; raises `MeasureError` naming file and line where one is not `what`."""
    decoder = msgspec.json.Decoder(kind)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MeasureError(f"{path}: cannot be read: {error.strerror}") from error
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            yield decoder.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise MeasureError(f"{path}, line {number}: no {what}: {error}") from error


def read_gold(path: Path) -> tuple[GoldDocument, ...]:
    """The gold documents of a JSONL file; raises `MeasureError` with file and line where one is wrong or an id comes twice."""
    documents = tuple(decode_lines(path, GoldDocument, "gold document"))
    seen: set[str] = set()
    for document in documents:
        if document.id in seen:
            raise MeasureError(f"{path}: two gold documents have the id {document.id!r}: give each its own")
        seen.add(document.id)
        for act in document.acts:
            if isinstance(act.within, int) and not 0 <= act.within < len(document.acts):
                raise MeasureError(f"{path}: {document.id}: within {act.within}: there is no such act; indices begin at 0")
    return documents
