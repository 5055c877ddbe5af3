"""Words that a page broke: split by a space, hyphenated at a line's end, spelled out letter by letter, glued together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.text.edits import Edit
from dragoman.text.lexicons import repair_lexicon
from dragoman.text.vocabulary import RARE, accented_forms, frequencies, frequency

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_FRAGMENT = 14
_LONGEST_WORD = 40
_JOINED_RARE = 3e-7
_COMMON = 2e-5
_BOND = 1000.0
"""Two fragments are one word where that word is seen this many times more often than chance would put them side by side."""


def broken_word_edits(text: str) -> Iterator[Edit]:
    """The edits that close a word split by one space: `prés ident`; clean words are never joined."""
    words = _WORD.findall(text)
    heads = _heads(words)
    if not heads:
        return
    places = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    done = 0
    for i, word in enumerate(words):
        if i < done or word not in heads:
            continue
        count = _joined_from(text, places, i)
        for k in range(count):
            yield Edit(places[i + k][1], places[i + k + 1][0], "")
        done = i + count


def _heads(words: list[str]) -> set[str]:
    """The words that make a known word with the one or two behind them somewhere, whatever stands between: the quick look."""
    suspects = {word for word in set(words) if len(word) <= _LONGEST_FRAGMENT and _is_fragment(word)}
    padded = ["", *words, ""]
    around = {(padded[i], word, padded[i + 2]) for i, word in enumerate(words) if word in suspects}
    known = frequencies()
    heads: set[str] = set()
    for before, word, behind in around:
        if (before + word).lower() in known and _is_one_word([before, word]):
            heads.add(before)
        if (word + behind).lower() in known and _is_one_word([word, behind]):
            heads.add(word)
        if (before + word + behind).lower() in known and _is_one_word([before, word, behind]):
            heads.add(before)
    return heads


def _is_fragment(word: str) -> bool:
    return frequency(word.lower()) < _COMMON


def _joined_from(text: str, words: list[tuple[int, int]], i: int) -> int:
    """How many gaps from word `i` on are to be closed: 0, 1 or 2."""
    fragments = [text[words[i][0] : words[i][1]]]
    for k in (1, 2):
        if i + k >= len(words) or words[i + k][0] - words[i + k - 1][1] != 1 or text[words[i + k - 1][1]] != " ":
            break
        fragments.append(text[words[i + k][0] : words[i + k][1]])
    for k in (2, 1):
        if k < len(fragments) and _is_one_word(fragments[: k + 1]):
            return k
    return 0


def _is_one_word(fragments: list[str]) -> bool:
    first, rest = fragments[0], fragments[1:]
    if not all(fragment.islower() for fragment in rest) or not (first.islower() or first.istitle()):
        return False
    parts = [frequency(fragment.lower()) for fragment in fragments]
    whole = frequency("".join(fragments).lower())
    if whole < _JOINED_RARE or len("".join(fragments)) < 4:
        return False
    if not all(fragments):
        return False
    if min(parts) >= RARE and not (max(parts) < _COMMON and whole > _COMMON and first.islower()):
        return False
    if first.istitle() and whole < _COMMON:
        return False
    if len(fragments) == 3 and whole < _COMMON:
        return False
    product = 1.0
    for part in parts:
        product *= max(part, 1e-9)
    return whole > _BOND ** (len(fragments) - 1) * product


_HYPHEN = re.compile(r"-\n(?=([^\W\d_]{2,14}))")
_LAST_WORD = re.compile(r"[^\W\d_]{1,14}$")


def hyphenation_edits(text: str) -> Iterator[Edit]:
    """The edits that close a word hyphenated at the end of a line."""
    for match in _HYPHEN.finditer(text):
        left, right = _LAST_WORD.search(text[max(0, match.start() - 15) : match.start()]), match[1]
        if not left or not right.islower():
            continue
        first, whole = left[0].lower(), frequency(left[0].lower() + right)
        one_word = whole >= RARE and whole > 10 * min(frequency(first), frequency(right))
        yield Edit(match.start() if one_word else match.end() - 1, match.end(), "")  # else the hyphen is its own: `vice-président`
        space = text.find(" ", match.end(), match.end() + _LONGEST_WORD)
        if space > 0 and "\n" not in text[match.end() : space]:
            yield Edit(space, space + 1, "\n")  # the line ends behind the word


_SPELLED = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,20}[^\W\d_](?!\S)")


def spelled_word_edits(text: str) -> Iterator[Edit]:
    """The edits that close a word set letter by letter: `C O M M U N I Q U E`."""
    for match in _SPELLED.finditer(text):
        word = match[0].replace(" ", "").lower()
        if len(word) >= 5 and (frequency(word) >= RARE or word in accented_forms()):
            yield from (Edit(i, i + 1, "") for i in range(match.start() + 1, match.end(), 2))


_GLUED_STOP = re.compile(r"[.!?…](?=([A-ZÀÂÄÇÈÉÊËÎÏÔÖÙÛÜ][^\W\d_]*)[' ,])")
_GLUED_MARK = re.compile(r"[,;](?=[^\W\d_])|\)(?=[A-Z][a-zéè])")
_BEFORE = re.compile(r"(?:[^\W\d_]{2,30}|\d|[)»”\]])$")
_ADDRESS = re.compile(r"(?:https?:|www\.|@)\S{0,200}$", re.IGNORECASE)


def glued_sentence_edits(text: str) -> Iterator[Edit]:
    """The edits that put the space back after a full stop or a comma: `communiqué.Le`, `mercredi,un`."""
    edits = []
    for match in _GLUED_STOP.finditer(text):
        left = _before(text, match.start())
        if left and (frequency(match[1].lower()) >= RARE or (left.islower() and frequency(left) >= RARE)):
            edits.append(Edit(match.end(), match.end(), " "))
    for match in _GLUED_MARK.finditer(text):
        if match[0] == ")" or _before(text, match.start()):
            edits.append(Edit(match.end(), match.end(), " "))
    yield from sorted(edits)


def _before(text: str, at: int) -> str:
    """The word or the closing mark that a mark is glued to; empty where there is none, and within an address of the web."""
    found = _BEFORE.search(text[max(0, at - 30) : at])
    if not found or _ADDRESS.search(text[max(0, at - 200) : at]):
        return ""
    return found[0]


_PARTED = re.compile(r"(?<=[^\W\d_]') (?=[^\W\d_])")


def parted_elision_edits(text: str) -> Iterator[Edit]:
    """The edits that close an elided word to the next one: `l' Algérie`."""
    elided = repair_lexicon().elided
    for match in _PARTED.finditer(text):
        word = elided.search(text, max(0, match.start() - 9), match.start() - 1)
        if word and (word.start() == 0 or text[word.start() - 1] not in "'’"):
            yield Edit(match.start(), match.end(), "")


_INVERSION = re.compile(r"t[-–' ](?=([^\W\d_]{2,5})\b)")


def inversion_edits(text: str) -> Iterator[Edit]:
    """The edits that write an inverted pronoun with its hyphens: `a t-il`, `a-t'il`, `at-il`."""
    lexicon = repair_lexicon()
    for match in _INVERSION.finditer(text):
        if match[1] not in lexicon.inverted_pronouns:
            continue
        start = match.start()
        before = text[start - 1 : start]
        joined = before not in ("-", "–", " ")
        word = _LAST_WORD.search(text, max(0, start - 16), start - (not joined))
        if not word or (before == "-" and match[0][1] == "-"):
            continue
        certain = word[0] in lexicon.inverting if joined or match[0][1] == " " else word[0][-1] in "aec"
        if certain:
            yield Edit(start - (not joined), match.end(), "-t-")


_GLUED_WORD = re.compile(r"(?<!\S)[lde](?:es?|a|u|t)[a-zà-ÿœ]{6,30}")


def glued_word_edits(text: str) -> Iterator[Edit]:
    """The edits that part an article from its noun where nothing else is possible: `leministre`."""
    for match in _GLUED_WORD.finditer(text):
        word = match[0]
        if frequency(word) > 0 or word in accented_forms():
            continue
        for article in repair_lexicon().glued:
            if word.startswith(article) and frequency(word[len(article) :]) >= 5e-5:
                yield Edit(match.start() + len(article), match.start() + len(article), " ")
                break
