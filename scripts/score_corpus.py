"""Read a corpus with dragoman and print how well it was read.

    score_corpus.py CORPUS_DIR [--worst N] [--only ID ...] [--variants N] [--json FILE] [--html FILE] [--readings FILE] [--colour]

CORPUS_DIR holds `documents.jsonl` and `gold.jsonl`, or `NAME.documents.jsonl` and `NAME.gold.jsonl` pairs.
`--only` reads just these documents and lists them; `--variants` reads N variants of each document in its place (other states, persons,
days, words); `--readings` writes the readings as JSONL.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from dragoman import flow
from dragoman.errors import DragomanError
from dragoman.evaluation import Corpus, GoldDocument, SourceDocument, evaluate, load_corpus
from dragoman.evaluation.corpus import names_of
from dragoman.evaluation.variants import variants
from dragoman.model.reading import Reading


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list the N documents with the lowest fact F1")
    parser.add_argument("--only", nargs="+", default=[], metavar="ID", help="read only the documents with these ids")
    parser.add_argument("--variants", type=int, default=0, metavar="N", help="read N variants of each document instead")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--html", type=Path, metavar="FILE")
    parser.add_argument("--readings", type=Path, metavar="FILE")
    parser.add_argument("--colour", action="store_true", default=sys.stdout.isatty())
    return parser.parse_args(argv)


def chosen(corpus: Corpus, only: Sequence[str]) -> Corpus:
    if not only:
        return corpus
    documents = tuple(d for d in corpus.documents if set(names_of(d.uri)) & set(only))
    return Corpus(documents, tuple(g for g in corpus.gold if g.id in only))


def varied(corpus: Corpus, n: int) -> Corpus:
    documents: list[SourceDocument] = []
    gold: list[GoldDocument] = []
    by_name = {name: d for d in corpus.documents for name in names_of(d.uri)}
    for annotated in corpus.gold:
        for made, facts in variants(by_name[annotated.id].as_document(), annotated, n, seed=1):
            documents.append(
                SourceDocument(uri=facts.id, text=made.text, title=made.title, publisher=made.publisher, published=made.published)
            )
            gold.append(facts)
    return Corpus(tuple(documents), tuple(gold))


def read(document: SourceDocument) -> Reading | None:
    """The document's reading; None, with the trace on standard error, where the reader fails: the document counts as unread."""
    try:
        return flow.read(document.text, published=document.published, publisher=document.publisher, title=document.title, uri=document.uri)
    except Exception:
        print(f"{document.uri} could not be read:\n{traceback.format_exc()}", file=sys.stderr)
        return None


def main(argv: Sequence[str] | None = None) -> int:
    args = arguments(argv)
    try:
        corpus = chosen(load_corpus(args.corpus), args.only)
        corpus = varied(corpus, args.variants) if args.variants else corpus
    except DragomanError as error:
        print(error, file=sys.stderr)
        return 1
    readings = [reading for document in corpus.documents if (reading := read(document)) is not None]
    evaluation = evaluate(corpus.gold, readings)
    if args.readings:
        args.readings.write_bytes(b"".join(r.to_json() + b"\n" for r in readings))
    if args.json:
        args.json.write_text(evaluation.to_json() + "\n", encoding="utf-8")
    if args.html:
        args.html.write_text(evaluation.to_html(), encoding="utf-8")
    print(evaluation.to_text(worst=len(corpus.gold) if args.only else args.worst, colour=args.colour), end="")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
