"""`dragoman find`: documents by their words, or acts by what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from dragoman.views.options import colour_option
from dragoman.views.record_options import count, filter_options, format_option, make_filter, opened, record_option, tell

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dragoman.record.answers import ActPage
    from dragoman.record.document_answers import HitPage


@click.command(epilog='Example:  dragoman find "commission mixte" --acts --country DZA')
@click.argument("text", required=False)
@click.option("--acts", is_flag=True, help="List the acts told in those documents; so it is where no TEXT is given, too.")
@filter_options
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, metavar="N", help="Show so many at most.")
@click.option("--cursor", metavar="WORD", help="Go on where a page ended.")
@record_option
@format_option
@colour_option
def find(
    text: str | None,
    acts: bool,
    limit: int,
    cursor: str | None,
    where: str | None,
    form: str,
    no_colour: bool,
    **asked: Any,
) -> int:
    """Find documents that hold TEXT: words, "phrases", beginnings*, -words that must not be there. Exit status 1 where nothing is found."""
    filtered = acts or text is None or any(asked.values())
    with opened(where) as record:
        if filtered:
            page = record.questions.acts(make_filter(text=text, limit=limit, cursor=cursor, **asked))
            tell(page, form, _acts, no_colour)
            return 0 if page.acts else 1
        hits = record.questions.find(text or "", limit=limit, cursor=cursor)
        tell(hits, form, _hits, no_colour)
        return 0 if hits.hits else 1


def _acts(page: ActPage) -> RenderableType:
    from rich.console import Group
    from rich.text import Text

    from dragoman.views.act_text import act_list

    return Group(act_list(page.acts), *([Text(f"more: --cursor {page.next}", "dim")] if page.next else []))


def _hits(page: HitPage) -> RenderableType:
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    from dragoman.views.terminal import visible

    parts: list[RenderableType] = [Text(f"{count(page.documents, 'document', '' if page.exact else '+')}", "dim")]
    for hit in page.hits:
        document = hit.document
        named = visible(document.title or document.uri or document.ident)
        told = f"  {visible(document.publisher)} {document.published or ''}  {count(len(hit.acts), 'act')}"
        parts.append(Text.assemble((named, "bold"), told, (f"  [{document.ident[7:23]}]", "dim")))
        snippet = Text()
        for piece in hit.snippet:
            snippet.append(" ".join(visible(piece.text).splitlines()), "bold yellow" if piece.hit else "")
        parts.append(Padding(snippet, (0, 0, 0, 2)))
    return Group(*parts, *([Text(f"more: --cursor {page.next}", "dim")] if page.next else []))
