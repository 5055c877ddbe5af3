"""Score what the record makes of corpora of documents that belong together: `score_record.py FOLDER... [--words]`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from dragoman.evaluation.record_gold import RecordCorpus, read_record_corpus
from dragoman.evaluation.record_readings import told_reading
from dragoman.evaluation.record_scores import RecordScores, Score, score
from dragoman.flow import reader
from dragoman.model.reading import Reading


def main(arguments: Sequence[str]) -> None:
    words = "--words" in arguments
    totals: dict[str, RecordScores] = {}
    for folder in (Path(a) for a in arguments if not a.startswith("--")):
        corpus = read_record_corpus(folder)
        read = tuple(reader().read(document) for document in corpus.documents)
        for name, readings in (("gold", _told(corpus, read)), ("machine", read)):
            scores = score(corpus, readings)
            _show(f"{folder.name}, {name} readings", scores, words)
            totals[name] = totals[name] + scores if name in totals else scores
    for name, scores in totals.items():
        _show(f"all, {name} readings", scores, False)


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
