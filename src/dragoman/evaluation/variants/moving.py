"""Moving a text to other states: names with articles and prepositions, nationalities with agreement, capitals and towns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.annotations.gazetteer import NameMatch, find_names
from dragoman.annotations.table import rows
from dragoman.evaluation.variants.edits import Edit
from dragoman.evaluation.variants.elision import elides, fitted, same_case
from dragoman.evaluation.variants.folded import FoldedText, fold
from dragoman.evaluation.variants.rules import rules
from dragoman.evaluation.variants.states import Country, adjective_forms, is_official


@dataclass(frozen=True, slots=True)
class Moves:
    """Which state becomes which, by alpha-3 of the source, and which town (GeoNames' name, as the text writes it) which."""

    states: Mapping[str, tuple[Country, Country]]
    towns: Mapping[str, str]


class CannotMoveError(Exception):
    """The text says something of a state that cannot be said of the other in the same place."""


_CONTEXT = 40
_PREPOSITION = re.compile(r"(?<![\w'’-])((?:à|de) la |(?:à|de) l['’]|(?:au|aux|du|des|en|à|de|le|la|les) |[dl]['’])$", re.IGNORECASE)


def move_edits(text: str, moves: Moves) -> list[Edit]:
    """The edits that move a text; raises `CannotMoveError` where a state's new name would not fit."""
    names = find_names(text)
    edits = [e for name in names if set(name.ids) & set(moves.states) for e in _name_edits(text, name, moves)]
    covered = [(n.start, n.end) for n in names]
    return [*edits, *_capital_edits(text, moves, covered), *_town_edits(text, moves, covered), *_agency_edits(text, moves)]


def _name_edits(text: str, name: NameMatch, moves: Moves) -> Iterator[Edit]:
    if name.kind == "country":
        yield _country_edit(text, name, *moves.states[name.ids[0]])
    elif name.kind == "compound_nationality":
        yield _compound_edit(text, name, moves)
    elif name.kind in ("nationality", "people"):
        moved = [i for i in name.ids if i in moves.states]
        source, target = moves.states[moved[0]]
        written = text[name.start : name.end]
        yield fitted(text, name.start, name.end, same_case(written, _adjective(text, name, written, source, target)))


def _country_edit(text: str, name: NameMatch, source: Country, target: Country) -> Edit:
    written = text[name.start : name.end]
    if is_official(written):
        if target.official is None:
            raise CannotMoveError(f"{target.name}: no official name for {written}")
        return fitted(text, name.start, name.end, same_case(written, target.official))
    if written.isupper() and len(written) <= 4 and len(source.name) > 4:
        raise CannotMoveError(f"{source.name}: {written} is an abbreviation")
    hit = _PREPOSITION.search(text, max(0, name.start - 8), name.start)
    if hit is None:
        return fitted(text, name.start, name.end, same_case(written, target.name))
    phrase = _phrase(hit.group(1).replace("’", "'").lower().rstrip(), source, target)
    head, tail = phrase[: -len(target.name)], target.name
    return Edit(hit.start(), name.end, same_case(hit.group(1)[0], head) + same_case(written, tail))


def _phrase(preposition: str, source: Country, target: Country) -> str:
    """The new state's name behind what stands before the old one's."""
    first, _, article = preposition.partition(" ")
    if article:
        return target.after(first)
    if preposition in ("l'", "la", "le", "les"):
        return target.definite()
    if preposition in ("d'", "de"):
        return target.complement()
    if preposition in ("du", "des"):
        return target.after("de")
    if preposition in ("au", "aux"):
        if source.kind != target.kind:
            raise CannotMoveError(f"{preposition} {source.name}: a place or a recipient")
        return target.located()
    if preposition == "à" and source.state.preposition != "à":
        return f"à {target.name}"
    return target.located()


def _compound_edit(text: str, name: NameMatch, moves: Moves) -> Edit:
    written = text[name.start : name.end]
    prefix, dash, adjective = written.partition("-")
    if not dash or len(name.ids) != 2 or "-" in adjective:
        raise CannotMoveError(f"{written}: a compound of other than two")
    first, second = name.ids
    if first in moves.states:
        new = moves.states[first][1].prefix
        if new is None:
            raise CannotMoveError(f"{moves.states[first][1].name} opens no compound")
        prefix = same_case(prefix, new)
    if second in moves.states:
        source, target = moves.states[second]
        adjective = same_case(adjective, _adjective(text, name, adjective, source, target))
    return fitted(text, name.start, name.end, f"{prefix}-{adjective}")


def _adjective(text: str, name: NameMatch, written: str, source: Country, target: Country) -> str:
    """The new adjective in the form that the old one has; where that is two forms at once, the context decides, if it can."""
    if target.adjective is None:
        raise CannotMoveError(f"{target.name} has no adjective")
    wanted = fold(written)
    found = {i for forms in adjective_forms(source.state.alpha3) for i in range(4) if fold(forms[i]) == wanted}
    new = {target.adjective[i] for i in found}
    if len(new) > 1:
        found = {i for i in found if (i >= 2) == name.plural} or found
        new = {target.adjective[i] for i in found}
    if len(new) > 1 and (feminine := _is_feminine(text, name.start)) is not None:
        new = {target.adjective[i] for i in found if (i % 2 == 1) == feminine} or new
    if len(new) != 1:
        raise CannotMoveError(f"{written}: gender or number cannot be told")
    return new.pop()


def _is_feminine(text: str, start: int) -> bool | None:
    """The gender that the nearest article to the left tells, None where it tells none."""
    words = re.findall(r"[\w'’]+|[.;:\n]", text[max(0, start - _CONTEXT) : start])
    genders = rules().determiners
    for word in reversed(words[-4:]):
        if not word[0].isalnum():
            return None
        gender = genders.get(word.lower())
        if gender:
            return gender == "f"
        if word.lower()[:2] in ("l'", "d'", "l’", "d’"):
            return None
    return None


def _capital_edits(text: str, moves: Moves, covered: list[tuple[int, int]]) -> Iterator[Edit]:
    folded = FoldedText.of(text)
    for source, target in moves.states.values():
        capitals = {fold(c): c for c in source.state.capitals if fold(c) != fold(source.name)}
        new = target.state.capitals[0]
        for start, end, _ in folded.find(capitals, behind_hyphen=True):
            if text[start].isupper() and not _inside(start, covered):
                yield fitted(text, start, end, same_case(text[start:end], new))
        for capital in capitals.values():
            article, _, rest = capital.partition(" ")
            for preposition, contracted in _contracted(article):
                for start, end, _ in folded.find([f"{contracted} {fold(rest)}"] if rest else []):
                    yield Edit(start, end, _behind(preposition, same_case(text[end - len(rest) : end], new)))


def _contracted(article: str) -> Iterator[tuple[str, str]]:
    for preposition, by_article in rules().contractions.items():
        if article.lower() in by_article:
            yield preposition, by_article[article.lower()]


def _behind(preposition: str, name: str) -> str:
    return f"d'{name}" if preposition == "de" and elides(name) else f"{preposition} {name}"


def _town_edits(text: str, moves: Moves, covered: list[tuple[int, int]]) -> Iterator[Edit]:
    folded = FoldedText.of(text)
    for old, new in moves.towns.items():
        for start, end, _ in folded.find([fold(old)], behind_hyphen=True):
            if text[start].isupper() and not _inside(start, covered):
                yield fitted(text, start, end, same_case(text[start:end], new))


def _agency_edits(text: str, moves: Moves) -> Iterator[Edit]:
    for code, (_, target) in moves.states.items():
        for written in _agencies(code):
            for hit in re.finditer(rf"(?<![\w-]){re.escape(written)}(?![\w-])", text):
                new = next(iter(sorted(_agencies(target.state.alpha3), key=lambda a: (not a.isupper(), a))), None)
                if new is None:
                    raise CannotMoveError(f"{target.name} has no agency to stand for {written}")
                yield fitted(text, hit.start(), hit.end(), new)


def _agencies(code: str) -> list[str]:
    """The names and acronyms of a state's press agencies."""
    found = [r for r in rows("publishers") if r["country"] == code and r["kind"] == "agency"]
    return [name for r in found for name in (r["name"], *r["aliases"].split("|")) if name]


def _inside(start: int, covered: list[tuple[int, int]]) -> bool:
    return any(a <= start < b for a, b in covered)
