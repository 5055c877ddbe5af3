"""Score what the record makes of corpora of documents that belong together: `score_record.py FOLDER... [--words] [--page]`.

`--page` writes the figures into docs/record.md, where those of other corpora stay;
`--words` shows every pair that is wrong or missed, never of a folder named heldout.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.evaluation.record_gold import RecordCorpus, read_record_corpus
from dragoman.evaluation.record_readings import told_reading
from dragoman.evaluation.record_scores import RecordScores, Score, score
from dragoman.flow import reader
from dragoman.model.reading import Reading
from dragoman.views.blocks import filled, table

PAGE = Path(__file__).parents[1] / "docs/record.md"


def main(arguments: Sequence[str]) -> None:
    words = "--words" in arguments
    totals: dict[str, RecordScores] = {}
    rows: list[tuple[str, str, RecordScores]] = []
    for folder in (Path(a) for a in arguments if not a.startswith("--")):
        corpus = read_record_corpus(folder)
        read = tuple(reader().read(document) for document in corpus.documents)
        for name, readings in (("gold", _told(corpus, read)), ("machine", read)):
            scores = score(corpus, readings)
            _show(f"{folder.name}, {name} readings", scores, words and folder.name != "heldout")
            rows.append((_called(folder), name, scores))
            totals[name] = totals[name] + scores if name in totals else scores
    for name, scores in totals.items():
        _show(f"all, {name} readings", scores, False)
    if "--page" in arguments:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(filled(page, {"record": "\n".join([_table(rows), *_left(page, rows)])}), encoding="utf-8")


def _left(page: str, rows: Sequence[tuple[str, str, RecordScores]]) -> list[str]:
    """The lines of the page's table of corpora that were not measured now."""
    measured = {corpus for corpus, _, _ in rows}
    lines = page.partition("<!-- generated: record -->")[2].partition("<!-- end -->")[0].strip().splitlines()[2:]
    return [line for line in lines if line.split("|")[1].strip() not in measured]


def _called(folder: Path) -> str:
    return "examples" if folder.name == "record" else folder.name.replace("heldout", "held out")


def _table(rows: Sequence[tuple[str, str, RecordScores]]) -> str:
    heads = ("corpus", "readings", "merges P", "R", "pairs", "persons P", "R", "pairs", "follow-ups P", "R", "pairs")
    return table(heads, [(corpus, readings, *_cells(scores)) for corpus, readings, scores in rows])


def _cells(scores: RecordScores) -> Iterator[str]:
    for found in (scores.merges, scores.persons, scores.follow_ups):
        yield from (f"{found.precision:.3f}", f"{found.recall:.3f}", str(found.right + len(found.missed)))


def _told(corpus: RecordCorpus, read: Sequence[Reading]) -> tuple[Reading, ...]:
    return tuple(told_reading(g, d, r) for g, d, r in zip(corpus.gold, corpus.documents, read))


def _show(head: str, scores: RecordScores, words: bool) -> None:
    print(head)
    for name in ("merges", "persons", "follow_ups"):
        found: Score = getattr(scores, name)
        print(f"  {name:10} precision {found.precision:.3f}  recall {found.recall:.3f}  ({found.right} right)", end="")
        print(f"  {scores.offered} of the {len(found.missed)} missed are questions" if name == "merges" else "")
        for what in ("wrong", "missed") if words else ():
            for line in getattr(found, what):
                print(f"      {what}: {line}")


if __name__ == "__main__":
    main(sys.argv[1:])
