"""How fast documents are read, beside spaCy's bare pipeline on the same texts in the same run.

    speed.py [--documents N] [--rounds N] [--json FILE]

Two streams: communiqués only, and one communiqué in twenty news texts. The figure to watch is `ratio`: the reader's words a second
divided by those of `nlp.pipe` of the very pipeline that the reader parses with. The documents are drawn from a few dozen paragraphs, each
of which comes back many times: both sides gain by what they remember of words.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

NEWS_PER_COMMUNIQUE = 20


def paragraphs(texts: Iterable[str]) -> list[str]:
    return [" ".join(p.split()) for text in texts for p in text.split("\n\n") if len(p.split()) > 15]


def drawn(pool: Sequence[str], number: int, count: int) -> str:
    """Document `number` of a stream: some paragraphs of the pool, another choice each time, the same on every run."""
    step = 1 + number % (len(pool) - 1)
    chosen = [pool[(number + step * k) % len(pool)] for k in range(count)]
    return "\n\n".join([*chosen, f"Ce texte porte le numéro {number}."])


def streams(count: int) -> dict[str, list[str]]:
    folder = files("dragoman").joinpath("examples")
    told = paragraphs(e.read_text(encoding="utf-8") for e in sorted(folder.iterdir(), key=lambda e: e.name) if e.name.endswith(".txt"))
    news = paragraphs([Path(__file__).with_name("news.txt").read_text(encoding="utf-8")])
    mixed = [drawn(news if n % (NEWS_PER_COMMUNIQUE + 1) else told, n, 4) for n in range(count)]
    return {"communiques": [drawn(told, n, 4) for n in range(count)], "mixed": mixed}


def seconds(work: Callable[[], Iterable[object]]) -> float:
    start = time.perf_counter()
    for _ in work():
        pass
    return time.perf_counter() - start


def peak_mib() -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20


def measure(count: int, rounds: int) -> dict[str, Any]:
    start = time.perf_counter()
    from dragoman.flow import reader as make_reader
    from dragoman.reading.reader import make_document

    reader = make_reader()
    first = streams(1)["communiques"][0]
    reader.read(make_document(first, published="2025-04-10", language="fr"))
    out: dict[str, Any] = {"python": platform.python_version(), "load_seconds": round(time.perf_counter() - start, 2), "streams": {}}
    sets = {
        name: (texts, [make_document(t, published="2025-04-10", language="fr") for t in texts]) for name, texts in streams(count).items()
    }
    for _, documents in sets.values():
        seconds(lambda documents=documents: reader.pipe(documents))  # type: ignore[misc]
    out["peak_mib"] = round(peak_mib())
    for name, (texts, documents) in sets.items():
        ours, theirs = [], []
        for _ in range(rounds):
            ours.append(seconds(lambda documents=documents: reader.pipe(documents)))  # type: ignore[misc]
            theirs.append(seconds(lambda texts=texts: reader.nlp.pipe(texts)))  # type: ignore[misc]
        words = sum(len(t.split()) for t in texts)
        fast, bare = words / statistics.median(ours), words / statistics.median(theirs)
        out["streams"][name] = {
            "documents": len(texts),
            "words": words,
            "reader_words_per_second": round(fast),
            "spacy_words_per_second": round(bare),
            "ratio": round(fast / bare, 2),
        }
    return out


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=210, metavar="N", help="documents in each stream")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="the median of N rounds counts")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here instead of standard output")
    args = parser.parse_args(argv)
    figures = measure(args.documents, args.rounds)
    text = json.dumps(figures, indent=2)
    if args.json:
        args.json.write_text(text + "\n", encoding="utf-8")
    else:
        print(text)
    for name, s in figures["streams"].items():
        print(
            f"{name}: {s['reader_words_per_second']:,} words/s, spaCy alone {s['spacy_words_per_second']:,}: ratio {s['ratio']}",
            file=sys.stderr,
        )
    print(f"loads in {figures['load_seconds']} s, peak memory {figures['peak_mib']} MiB", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
