"""The counted parts of a corpus's datasheet: what its gold holds, and what is found on its pages."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

import msgspec

from dragoman.evaluation.corpus import Corpus, SourceDocument, load_corpus
from dragoman.evaluation.gold import GoldAct, GoldDocument
from dragoman.model.vocabulary import ACT_TYPES, RELATIONS, ROLES, STATUSES
from dragoman.text.repair import repair
from dragoman.views.blocks import table

Test = Callable[[SourceDocument], bool]


class Phenomenon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a page shows where a pattern is found on it so many times."""

    name: str
    pattern: str
    times: int = 1

    def test(self) -> Test:
        """Whether a document shows it."""
        found = re.compile(self.pattern, re.IGNORECASE | re.MULTILINE)
        return lambda d: sum(1 for _ in islice(found.finditer(d.text), self.times)) == self.times


_OF_THE_WHOLE: dict[str, Test] = {
    "no date of publication beside the text": lambda d: d.published is None,
    "no year at the text's head either": lambda d: d.published is None and not re.search(r"\d{4}", d.text[:200]),
    "quotation marks that do not close": lambda d: d.text.count("«") != d.text.count("»") or d.text.count("“") != d.text.count("”"),
    "words that had to be repaired": lambda d: repair(d.text).text != d.text,
    "years long past, told as background": lambda d: _years_apart(d) > 2,
    "one block without a blank line": lambda d: "\n\n" not in d.text.strip(),
    "plain facts of a real event, nobody quoted": lambda d: d.fiction is False,
}


def _years_apart(document: SourceDocument) -> int:
    years = [int(y) for y in re.findall(r"\b(?:19[4-9]|20[0-4])\d\b", f"{document.published or ''} {document.text}")]
    return max(years) - min(years) if years else 0


def datasheet_blocks(folder: Path) -> dict[str, str]:
    """The generated blocks of the datasheet: of `folder/develop`, and of the texts of `folder/test` nothing but their number and length."""
    develop, test = load_corpus(folder / "develop"), load_corpus(folder / "test")
    return {
        "sizes": _sizes({"develop": develop, "test": test}),
        "acts": _acts({"develop": develop.gold, "test": test.gold}),
        "states": _states(develop.gold),
        "publishers": _publishers(develop.documents),
        "phenomena": _phenomena(folder / "phenomena.yaml", develop.documents),
    }


def _phenomena(path: Path, documents: Iterable[SourceDocument]) -> str:
    told = msgspec.yaml.decode(path.read_bytes(), type=tuple[Phenomenon, ...])
    tests = {p.name: p.test() for p in told} | _OF_THE_WHOLE
    documents = list(documents)
    return table(("phenomenon", "documents"), [(name, str(sum(map(test, documents)))) for name, test in tests.items()])


def _sizes(corpora: dict[str, Corpus]) -> str:
    def told(corpus: Corpus) -> Iterable[str]:
        words = sorted(len(d.text.split()) for d in corpus.documents)
        acts = [a for g in corpus.gold for a in g.acts]
        yield from (str(len(words)), f"{sum(words):,}", f"{statistics.median(words):.0f}", f"{words[0]} to {words[-1]}")
        yield str(sum(not g.acts for g in corpus.gold))
        yield from (str(len(acts)), str(sum(a.core for a in acts)), str(sum(len(a.who) for a in acts)))
        yield str(sum(bool(w.on_behalf_of) for a in acts for w in a.who))
        yield from (str(sum(a.date is not None for a in acts)), str(sum(a.place is not None for a in acts)))
        yield str(sum(len(g.statements) for g in corpus.gold))
        yield str(sum(len(g.relations) for g in corpus.gold))

    names = (
        *("documents", "words", "words in a document, median", "from the shortest to the longest", "documents that tell of no act"),
        *("acts", "of these core", "participants", "of these on behalf of somebody", "dates", "places", "quotations", "relations"),
    )
    columns = [list(told(c)) for c in corpora.values()]
    return table(("", *corpora), [(name, *(c[k] for c in columns)) for k, name in enumerate(names)])


def _acts(corpora: dict[str, tuple[GoldDocument, ...]]) -> str:
    acts = {name: [a for g in gold for a in g.acts] for name, gold in corpora.items()}

    def rows(words: Iterable[str], of: Callable[[GoldAct], Iterable[str]]) -> list[tuple[str, ...]]:
        counts = {name: Counter(w for a in told for w in of(a)) for name, told in acts.items()}
        return [(w, *(str(counts[name][w]) for name in corpora)) for w in words]

    relations = {name: Counter(r.type for g in gold for r in g.relations) for name, gold in corpora.items()}
    parts = (
        table(("type", *corpora), rows(ACT_TYPES, lambda a: [a.type])),
        table(("status", *corpora), rows(STATUSES, lambda a: [a.status])),
        table(("role", *corpora), rows(ROLES, lambda a: [w.role for w in a.who])),
        table(("relation", *corpora), [(r, *(str(relations[name][r]) for name in corpora)) for r in RELATIONS]),
    )
    return "\n\n".join(parts)


def _states(gold: Iterable[GoldDocument]) -> str:
    counts: Counter[str] = Counter()
    for document in gold:
        keys = (w.key.rpartition("@")[2] for a in document.acts for w in a.who)
        counts.update({k for k in keys if len(k) == 3 and k.isupper()})
    told = ", ".join(f"{code} {n}" for code, n in sorted(counts.items(), key=lambda c: (-c[1], c[0])))
    return f"{len(counts)} states take part in acts; after each the number of documents: {told}."


def _publishers(documents: Iterable[SourceDocument]) -> str:
    names = {d.publisher for d in documents if d.publisher}
    unnamed = sum(d.publisher is None for d in documents)
    return f"{len(names)} publishers, agencies, papers, ministries, presidencies and embassies; {unnamed} documents name none."
