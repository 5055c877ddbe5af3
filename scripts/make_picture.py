"""Draw docs/picture.svg: the summary of one example, as a terminal shows it.

make_picture.py [EXAMPLE] [FILE]
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from dragoman.flow import reader
from dragoman.views.example_documents import example_documents
from dragoman.views.summary import summary

EXAMPLE = "appel-katmandou.txt"
PICTURE = Path("docs/picture.svg")
WIDTH = 110
SVG_WITHOUT_FONTS = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, monospace; }}
.{unique_id}-matrix {{ font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-family: system-ui, sans-serif; font-size: 18px; font-weight: bold; }}
{styles}</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>
{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def main(argv: Sequence[str]) -> int:
    name = argv[0] if argv else EXAMPLE
    document = next((d for d in example_documents() if d.uri == name), None)
    if document is None:
        print(f"no example is called {name}", file=sys.stderr)
        return 2
    console = Console(file=io.StringIO(), record=True, width=WIDTH, force_terminal=True, color_system="truecolor", highlight=False)
    console.print(summary(reader().read(document)))
    picture = Path(argv[1]) if len(argv) > 1 else PICTURE
    svg = console.export_svg(title="dragoman read --examples", code_format=SVG_WITHOUT_FONTS, unique_id="picture")
    picture.write_text("\n".join(line.rstrip() for line in svg.splitlines()) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
