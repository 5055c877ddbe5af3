"""Write the generated parts of docs/evaluation.md and of evaluation/fr/DATASHEET.md.

    make_evaluation_page.py [--duckling FILE] [--asfalda FILE] [--ablations FILE] [--codebook]

The figures come from docs/evaluation.json, where `pin_scores.py` writes those of our corpora. The options measure the public gold data
and the codebook's examples again, or take the ablations that `benchmarks/ablations.py --json FILE` wrote.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from dragoman.errors import DragomanError
from dragoman.evaluation import asfalda, dates_duckling
from dragoman.evaluation.published_figures import AblationRow, PublishedFigures, read_figures, write_figures
from dragoman.views.generated_pages import Checkout, generated_pages

CHECKOUT = Checkout(Path(__file__).parents[1])


def arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--duckling", type=Path, metavar="FILE", help="measure the dates on Duckling's French corpus")
    parser.add_argument("--asfalda", type=Path, metavar="FILE", help="measure the speakers on ASFALDA's frames")
    parser.add_argument("--ablations", type=Path, metavar="FILE", help="take these ablations")
    parser.add_argument("--codebook", action="store_true", help="read the codebook's examples")
    return parser.parse_args(argv)


def updated(figures: PublishedFigures, args: argparse.Namespace) -> PublishedFigures:
    replace = msgspec.structs.replace
    if args.duckling:
        figures = replace(figures, duckling={k: v for k, v in dates_duckling.measure(args.duckling).items() if k != "wrong"})
    if args.asfalda:
        figures = replace(figures, asfalda=asfalda.measure(args.asfalda))
    if args.ablations:
        figures = replace(figures, ablations=msgspec.json.decode(args.ablations.read_bytes(), type=tuple[AblationRow, ...]))
    if args.codebook:
        from dragoman.views.codebook_examples import measure

        figures = replace(figures, codebook=measure())
    return figures


def write_pages() -> None:
    for path, text in generated_pages(CHECKOUT).items():
        path.write_text(text, encoding="utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    args = arguments(argv)
    try:
        write_figures(CHECKOUT.figures, updated(read_figures(CHECKOUT.figures), args))
        write_pages()
    except DragomanError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
