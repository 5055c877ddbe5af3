"""Take pictures of the reading room on the example record: docs/room-*.png, and the README's.

make_room_pictures.py [FOLDER]

It needs chromium, and the dependency group `pictures`: python -m pip install --group pictures
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import sync_playwright

from dragoman.views.web.serve_command import example_record

FOLDER = Path("docs")
CHROMIUM = "/usr/bin/chromium"
SIZE = {"width": 1200, "height": 800}
COLOURS = 128
LARGEST = 150_000


def main(argv: Sequence[str]) -> int:
    """The command."""
    folder = Path(argv[0]) if argv else FOLDER
    with tempfile.TemporaryDirectory() as kept, served(example_record(str(Path(kept) / "example.record"))) as address:
        for name, path in addresses(address).items():
            file = folder / f"room-{name}.png"
            take(address + path, file)
            print(f"{file} {file.stat().st_size // 1000} kB  {path}")
            if file.stat().st_size > LARGEST:
                print(f"{file} is larger than {LARGEST // 1000} kB", file=sys.stderr)
                return 1
    return 0


@contextmanager
def served(record: str) -> Iterator[str]:
    """The room on a record, at its address."""
    command = [sys.executable, "-m", "dragoman", "serve", "--record", record, "--port", "0", "--no-open"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            found = re.search(r"http://127\.0\.0\.1:\d+", process.stderr.readline() if process.stderr else "")
            if not found:
                raise SystemExit("the room did not open")
            yield found[0]
        finally:
            process.terminate()


def addresses(address: str) -> dict[str, str]:
    """The pages worth a picture: of the pair that did most together, and of the act told most often."""
    tie = told(address, "/api/v1/acts/network")["edges"][0]
    acts = [act for act in told(address, "/api/v1/acts?limit=200")["acts"] if act.get("source")]
    act = max(acts, key=lambda one: (one["reports"], one["disagree"]))
    return {
        "home": "/",
        "pair": f"/pair/{tie['a']}/{tie['b']}",
        "act": f"/act/{quote(act['ident'], safe='')}",
        "document": f"/document/{quote(act['source']['document'], safe='')}",
        "promises": "/promises",
        "review": "/review",
    }


def told(address: str, path: str) -> Any:
    """What the room's API answers."""
    with urlopen(address + path, timeout=60) as answer:
        return json.load(answer)


def take(address: str, file: Path) -> None:
    """Take the picture of a page as it first shows, in few colours, so that it stays small."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, locale="en-GB", color_scheme="light")  # type: ignore[arg-type]
        page.goto(address, wait_until="networkidle")
        page.screenshot(path=file)
        browser.close()
    with Image.open(file) as taken:
        taken.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
