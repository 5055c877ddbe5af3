"""Measure the corpora of the gate and pin their scores: the one command after the reader has become better.

    pin_scores.py [--lower REASON] [--date YYYY-MM-DD]

Raises the floors in tests/evaluation/pinned.json to what was measured, adds a row for each corpus to docs/evaluation-history.csv, and
writes the figures and the pages that show them. A floor is lowered only with `--lower`, and the reason is written beside it; without it a
score that has fallen too far fails and nothing is written.
"""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Sequence

import msgspec
from make_evaluation_page import CHECKOUT, write_pages

from dragoman import __version__
from dragoman.errors import DragomanError
from dragoman.evaluation.pins import FIGURES, Pins, gate_corpora, pinned, read_pins, write_pins
from dragoman.evaluation.published_figures import CorpusFigures, append_history, corpus_figures, read_figures, write_figures
from dragoman.evaluation.reading_corpora import evaluated


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lower", metavar="REASON", help="lower the floors that are not reached, for this reason")
    parser.add_argument("--date", default=datetime.date.today().isoformat(), help="the day to write into the history (today)")
    return parser.parse_args(argv)


def measured() -> tuple[Pins, dict[str, CorpusFigures]]:
    """Of each corpus what a fresh pin would be, and its figures."""
    pins: Pins = {}
    corpora: dict[str, CorpusFigures] = {}
    for name, load in gate_corpora(CHECKOUT.root).items():
        corpus = load()
        evaluation = evaluated(corpus)
        pins[name] = pinned(name, None, corpus.digest, evaluation.figures)
        corpora[name] = corpus_figures(corpus.digest, evaluation)
    return pins, corpora


def main(argv: Sequence[str] | None = None) -> int:
    args = arguments(argv)
    try:
        fresh, corpora = measured()
        old = read_pins(CHECKOUT.pins)
        pins = {name: pinned(name, old.get(name), pin.digest, pin.figures, args.lower) for name, pin in fresh.items()}
        figures = msgspec.structs.replace(read_figures(CHECKOUT.figures), version=__version__, corpora=corpora)
    except DragomanError as error:
        print(error, file=sys.stderr)
        return 1
    write_pins(CHECKOUT.pins, pins)
    write_figures(CHECKOUT.figures, figures)
    append_history(CHECKOUT.history, __version__, args.date, corpora)
    write_pages()
    for name, pin in pins.items():
        print(name, *(f"{f} {fresh[name].figures[f]:.4f} (floor {pin.figures[f]:.4f})" for f in FIGURES))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
