"""What on a page is no prose: buttons, bylines, captions, read-also lines, comment forms, copyright lines, repeated paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.text.datelines import date_pattern
from dragoman.text.page_lexicon import PageLexicon, page_lexicon
from dragoman.text.segments import Range
from dragoman.text.sentences import find_sentences, trim

_NOT_WORDS = re.compile(r"[\d\W_]+")
_SIGNATURE = re.compile(r"(?:[-–—] ?)?(?:[A-Z]\.\s?-?){1,3}(?:[A-Z][\w'-]{1,20})?$|[-–—/(] ?[A-Z]{2,7}\)?$")
_END_SIGNATURE = re.compile(r"(?<=[.!?»”\"]) ?(?:[-–—/] ?)?\(?((?:[A-Z]\. ?){2,3}|[A-Z][\w-]{1,8}(?:/[A-Z]\w{1,8})?)\)?\.?$")
_TICKER = re.compile(r"[-–•*]\s?\d{1,2}[:h]\d{2}(?!\d)")
_LONGEST_INLINE = 300
_STOP = re.compile(r"[.!?»”](?=\s)")
_SENTENCE_LIKE = 90
_LONGEST_LINE = 600
_LONGEST_TAIL_LINE = 60
_FEWEST_IN_MENU = 8
_PROSE_BESIDE_MENU = 400
_FEWEST_REPEATED = 40
_LARGEST_SEARCHED = 300_000


def not_prose(text: str, start: int, paragraphs: Sequence[Range]) -> list[Range]:
    """The ranges of a text from `start` on that are no prose."""
    return [*_dropped(text, start, paragraphs), *_repeated(text, paragraphs), *_menus(text, start, paragraphs)]


def _dropped(text: str, start: int, paragraphs: Sequence[Range]) -> Iterator[Range]:
    """Paragraphs that are boilerplate, whole or from some word on."""
    lexicon = page_lexicon()
    prose_seen = False
    for first, last in paragraphs:
        first = trim(text, max(first, start), last)[0]
        line = text[first:last]
        if not line:
            continue
        if prose_seen and _is_tail(line, lexicon):
            yield first, len(text)
            return
        if _is_boilerplate(line, lexicon, prose_seen):
            yield first, last
            continue
        inline = _inline(line, lexicon)
        if inline is not None:
            yield first + inline, _inline_end(text, first + inline, last)
        prose_seen = prose_seen or (len(line) > _SENTENCE_LIKE and line[-1] in '.!?»”"')


def _is_tail(line: str, lexicon: PageLexicon) -> bool:
    lower = line.lower().strip(" :.>»-–—|\t0123456789()")
    return len(line) <= _LONGEST_TAIL_LINE and (
        lower in lexicon.tails or any(lower.startswith(t + " ") for t in lexicon.tails if " " in t and len(t) > 12)
    )


def _is_boilerplate(line: str, lexicon: PageLexicon, prose_seen: bool) -> bool:
    if len(line) > _LONGEST_LINE:
        return False
    lower = line.lower()
    if len(line) <= 250 and _starts_so(lower.lstrip("•*[(>|- "), lexicon) and not _tells(line):
        return True
    if lower.startswith((">>", "©", "#")) and len(line) <= 250:
        return True
    if _TICKER.match(line):
        return True
    words = [word for word in _NOT_WORDS.split(lower) if word]
    if not words:
        return True
    if _consists_of(lower, lexicon) or line.strip("-–—()/ .") in lexicon.agencies:
        return True
    return (
        _is_byline(line, lexicon) or (not prose_seen and _is_date(line)) or (prose_seen and len(line) < 40 and bool(_SIGNATURE.match(line)))
    )


def _starts_so(lower: str, lexicon: PageLexicon) -> bool:
    """Whether a line begins with a phrase of boilerplate, whole words only."""
    if not lower.startswith(lexicon.line_starts):
        return False
    for phrase in lexicon.line_starts:
        if lower.startswith(phrase) and not (phrase[-1].isalpha() and lower[len(phrase) : len(phrase) + 1].isalpha()):
            return True
    return False


def _tells(line: str) -> bool:
    """Whether a line that begins like boilerplate goes on like prose."""
    return len(line) > 150 and line[-1] in '.!?»”"' and line.count(" ") > 22


def _consists_of(lower: str, lexicon: PageLexicon) -> bool:
    """Whether a line is a run of the lexicon's phrases: `partager tweeter envoyer par mail`."""
    words = [word for word in re.split(r"[^\w'-]+", lower) if word and not word.isdigit()]
    i = 0
    while i < len(words):
        step = next((n for n in (4, 3, 2, 1) if " ".join(words[i : i + n]) in lexicon.lines and i + n <= len(words)), 0)
        if not step:
            return False
        i += step
    return bool(words)


def _is_byline(line: str, lexicon: PageLexicon) -> bool:
    lower = line.lower()
    for opening in lexicon.bylines:
        if lower.startswith(opening + " ") and len(line) <= 90 and line[-1] not in ".!?»":
            rest = line[len(opening) :].strip(" :").split()
            return bool(rest) and len(rest) <= 7 and (rest[0][:1].isupper() or opening.startswith("de notre"))
    return False


def _is_date(line: str) -> bool:
    """Whether a line says when the page was published or changed, and no more."""
    if len(line) > 120 or not any(character.isdigit() for character in line):
        return False
    rest = _dates().sub(" ", line.lower())
    words = [word for word in re.split(r"[\W\d_]+", rest) if word]
    return rest != line.lower() and all(word in page_lexicon().date_words for word in words)


@cache
def _dates() -> re.Pattern[str]:
    return re.compile(rf"{date_pattern()}|\b\d{{1,2}}/\d{{1,2}}/\d{{4}}")


def _inline(line: str, lexicon: PageLexicon) -> int | None:
    """Where in a paragraph of prose boilerplate begins."""
    found = lexicon.inline.search(line)
    if found and found.start() and line[: found.start()].rstrip()[-1:] in '.!?»”"|-–—]…':
        return found.start()
    signature = _END_SIGNATURE.search(line, max(0, len(line) - 30))
    if signature and len(line) > _SENTENCE_LIKE:
        name = signature[1].strip()
        if name in lexicon.agencies or name.lower() == "fin" or "." in name or name.isupper():
            return signature.start()
    return None


def _inline_end(text: str, start: int, end: int) -> int:
    """Where boilerplate within a paragraph ends: with it, or far from its end with the sentence."""
    if end - start <= _LONGEST_INLINE:
        return end
    stop = _STOP.search(text, start + 2, end)
    return stop.end() if stop else end


def _menus(text: str, start: int, paragraphs: Sequence[Range]) -> Iterator[Range]:
    """Long runs of lines without a stop, on a page that also has prose: menus, tickers, lists of other articles."""
    run: list[Range] = []
    found: list[Range] = []
    prose = 0
    for first, last in [*paragraphs, (len(text), len(text))]:
        stops = first == last or text[last - 1] in '.!?:;,»”"' or last - first > 200 or text[first] in "-–•*" or text[first].isdigit()
        if first >= start and not stops:
            run.append((first, last))
            continue
        prose += last - first if last - first > _SENTENCE_LIKE else 0
        if len(run) >= _FEWEST_IN_MENU:
            found.extend(run)
        run = []
    if prose > _PROSE_BESIDE_MENU:
        yield from found


def _repeated(text: str, paragraphs: Sequence[Range]) -> Iterator[Range]:
    """Paragraphs that the text has had before, whole or cut short, and sentences that the paragraph has had before."""
    if len(text) > _LARGEST_SEARCHED:
        return
    for start, end in paragraphs:
        signature = _END_SIGNATURE.search(text, max(start, end - 30), end)
        words = text[start : signature.start() if signature else end].rstrip(" .…[]")
        if len(words) >= _FEWEST_REPEATED and text.find(words, 0, start) >= 0:
            yield start, end
            continue
        seen: set[str] = set()
        for first, last in find_sentences(text, start, end):
            if last - first >= _FEWEST_REPEATED and text[first:last] in seen:
                yield first, last
            seen.add(text[first:last])
