"""The reader without one of its parts at a time: what is left of its accuracy, and what the part costs or saves in time.

    ablations.py [--corpus DIR] [--rounds N] [--json FILE]

Fact F1, act F1 and speakers on the corpus (evaluation/fr/develop), and words a second of processor time on the same documents, the
median of N rounds after one that warms up. The parts:

- placeholders   names are parsed as they are written, not as one short name each
- segmenter      whole sentences are parsed: quotations and reporting clauses stay in them
- selection      every segment is parsed, not only those with a word that may tell of an act
- small model    another model of the same makers, where it is installed
- entity model   the model's own names are computed beside ours: time only, nothing uses them
"""

from __future__ import annotations

import argparse
import math
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from unittest.mock import patch

import msgspec
import spacy

from dragoman.evaluation import Corpus, evaluate, load_corpus
from dragoman.evaluation.published_figures import AblationRow
from dragoman.grammar.clause_text import ClauseText, clause_text
from dragoman.model.document import Document
from dragoman.reading.annotated import Annotated, annotate
from dragoman.reading.pipeline import MODELS
from dragoman.reading.reader import Reader
from dragoman.text.segments import Segment, SegmentedText
from dragoman.text.sentences import find_sentences

SMALL = "fr_core_news_sm"


class WithoutPlaceholders(Reader):
    """Parses names as they are written."""

    def clause(self, item: Annotated, index: int) -> tuple[ClauseText, list[int]]:
        _, indexes = super().clause(item, index)
        segment = item.text.segments[index]
        return clause_text(item.text.repaired.text, segment.pieces, (), (), (), self.syntax), indexes


def whole_sentences(document: Document) -> Annotated | str:
    """A document annotated as ever, its segments whole sentences instead of clauses; nothing is quoted and nobody reports."""
    item = annotate(document)
    if isinstance(item, str):
        return item
    words = item.text.repaired.text
    read = {s.paragraph for s in item.text.segments}
    segments = tuple(
        Segment(((start, end),), number)
        for number, paragraph in enumerate(item.text.paragraphs)
        if number in read
        for start, end in find_sentences(words, *paragraph)
    )
    text = SegmentedText(item.text.repaired, item.text.paragraphs, (), (), segments, item.text.warnings)
    return Annotated(item.document, text, item.front, item.annotations, item.cast)


def every_segment(item: Annotated) -> Iterator[int]:
    return iter(range(len(item.text.segments)))


def ablated() -> Iterator[tuple[str, Callable[[], Reader], str]]:
    """The readers, each made when it is called, with a note."""
    yield "as it is", Reader, ""
    yield "without placeholders", WithoutPlaceholders, "names parsed as they are written"
    yield "without the segmenter", Reader, "whole sentences; no quotations, so no speakers"
    yield "without selection", without_selection, "every segment parsed"
    if find_spec(SMALL):
        yield "with the small model", lambda: with_model(SMALL, ("ner",)), SMALL
    yield "with the entity model", lambda: with_model(MODELS["fr"], ()), "time only: nothing uses it"


def without_selection() -> Reader:
    reader = Reader()
    reader.selection.segments = every_segment  # type: ignore[method-assign]
    return reader


def with_model(name: str, exclude: Sequence[str]) -> Reader:
    reader = Reader()
    reader.nlp = spacy.load(name, exclude=list(exclude))
    return reader


def measured(name: str, make: Callable[[], Reader], note: str, corpus: Corpus, rounds: int) -> AblationRow:
    documents = [d.as_document() for d in corpus.documents]
    words = sum(len(d.text.split()) for d in documents)
    annotator = whole_sentences if name == "without the segmenter" else annotate
    with patch("dragoman.reading.reader.annotate", annotator):
        reader = make()
        figures = evaluate(corpus.gold, reader.pipe(documents)).figures
        times = [timed(reader, documents) for _ in range(rounds)]
    speed = round(words / statistics.median(times), -1)
    fact, act, speakers = (round(figures[k], 4) for k in ("fact_f1", "act_f1", "speaker_accuracy"))
    told = None if math.isnan(speakers) else speakers
    return AblationRow(name=name, fact_f1=fact, act_f1=act, speakers=told, words_per_second=int(speed), note=note)


def timed(reader: Reader, documents: list[Document]) -> float:
    start = time.process_time()
    for _ in reader.pipe(documents):
        pass
    return time.process_time() - start


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=Path(__file__).parents[1] / "evaluation/fr/develop", metavar="DIR")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows here, for scripts/make_evaluation_page.py --ablations")
    args = parser.parse_args(argv)
    corpus = load_corpus(args.corpus)
    rows = []
    for name, make, note in ablated():
        rows.append(measured(name, make, note, corpus, args.rounds))
        row = rows[-1]
        print(f"{name:24} fact F1 {row.fact_f1:.3f}  act F1 {row.act_f1:.3f}  {row.words_per_second:,} words/s", file=sys.stderr)
    if args.json:
        args.json.write_bytes(msgspec.json.encode(rows) + b"\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
