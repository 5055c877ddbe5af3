"""What more frames cost: words a second with a third of the act frames, with all, and with a thousand.

    frames.py [--documents N] [--rounds N] [--json FILE]

The frames beyond our own are made of the most frequent French verbs that none of ours uses, each with two states in it: the worst case,
since every common verb then makes a clause worth a parse. A last row has as many frames of rare verbs. Speeds are of processor time on
the communiqués of `speed.py`, beside bare spaCy in the same run.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from speed import streams
from wordfreq import top_n_list

from dragoman.grammar.engine import Engine
from dragoman.grammar.frames import ActFrame, FrameFile, Frames, load_frames
from dragoman.model.document import Document
from dragoman.reading.reader import Reader, make_document
from dragoman.reading.selection import Selection

INFINITIVES = ("er", "ir", "re")
SMALL, LARGE = 100, 1000


def made_frames(frames: Frames, count: int, *, rare: bool) -> tuple[ActFrame, ...]:
    """So many frames more, of verbs that no frame has: the most frequent ones, or ones from far down the list of French words."""
    words = top_n_list("fr", 60_000)
    verbs = [w for w in words if w.endswith(INFINITIVES) and len(w) > 4 and w not in frames.act_verbs]
    chosen = verbs[-count:] if rare else verbs[:count]
    return tuple(
        ActFrame(
            id=f"made.{n}",
            act="cooperation",
            verb=(verb,),
            roles={"agent": ("subject",), "counterpart": ("object", "to", "with")},
            needs=("agent", "counterpart"),
        )
        for n, verb in enumerate(chosen)
    )


def sets() -> Iterator[tuple[str, Frames]]:
    """The sets of frames to compare, with a name each; all have the same modal, reporting and adjunct frames."""
    ours = load_frames("fr")
    rest = FrameFile(modals=ours.modals, reports=ours.reports, adjuncts=ours.adjuncts)
    step = len(ours.acts) // SMALL
    some = ours.acts[::step][:SMALL]
    yield f"{len(some)} of ours", Frames([rest, FrameFile(acts=some)])
    yield f"all {len(ours.acts)}", ours
    for name, rare in (("frequent", False), ("rare", True)):
        more = made_frames(ours, LARGE - len(ours.acts), rare=rare)
        acts = ours.acts + more
        yield f"{len(acts)}, with {len(more)} {name} verbs", Frames([rest, FrameFile(acts=acts)])


def with_frames(reader: Reader, frames: Frames) -> None:
    """Give a reader other frames; its model stays loaded."""
    reader.frames = frames
    reader.engine = Engine(frames, reader.syntax)
    reader.selection = Selection(frames, reader.language)


def processor_seconds(work: Callable[[], Iterable[object]], rounds: int) -> float:
    times = []
    for _ in range(rounds + 1):
        start = time.process_time()
        for _ in work():
            pass
        times.append(time.process_time() - start)
    return statistics.median(times[1:])


def measure(count: int, rounds: int) -> list[dict[str, Any]]:
    texts = streams(count)["communiques"]
    documents: list[Document] = [make_document(t, published="2025-04-10", language="fr") for t in texts]
    words = sum(len(t.split()) for t in texts)
    reader = Reader()
    bare = words / processor_seconds(lambda: reader.nlp.pipe(texts), rounds)
    rows = []
    for name, frames in sets():
        with_frames(reader, frames)
        speed = words / processor_seconds(lambda: reader.pipe(documents), rounds)
        acts = sum(len(r.acts) for r in reader.pipe(documents))
        rows.append({"frames": name, "words_per_second": round(speed), "ratio": round(speed / bare, 2), "acts": acts})
        print(f"{name:32} {speed:8,.0f} words/s  {speed / bare:.2f} of bare spaCy  {acts} acts", file=sys.stderr)
    return rows


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=150, metavar="N")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument("--json", type=Path, metavar="FILE")
    args = parser.parse_args(argv)
    rows = measure(args.documents, args.rounds)
    if args.json:
        args.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
