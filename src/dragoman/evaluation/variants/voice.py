"""Saying a plain passive in the active, and a plain active in the passive."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from functools import cache

from dragoman.evaluation.variants.edits import Edit
from dragoman.evaluation.variants.rules import rules

_SHARE = 0.7
_NOUN_PHRASE = r"[^,;:.!?\n\"«»“”()]{3,90}?"
_NAMED = rf"{_NOUN_PHRASE}(?:, [^,;:!?\n\"«»“”()]{{3,60}}?)?"
"""A noun phrase, perhaps with a name or a title in apposition."""


def voice_edits(text: str, anchors: Sequence[int], chance: random.Random) -> list[Edit]:
    """Edits that turn sentences of one clause with subject, verb and object, or agent, and nothing else but a day behind them."""
    edits: list[Edit] = []
    for pattern, turn in ((_passive(), _to_active), (_active(), _to_passive)):
        for hit in pattern.finditer(text):
            new = turn(hit)
            if new and not any(hit.start() < a < hit.end() for a in anchors) and chance.random() < _SHARE:
                edits.append(Edit(hit.start("subject"), hit.end(), new))
    return edits


def _to_active(hit: re.Match[str]) -> str | None:
    agent, patient = hit["agent"], hit["subject"]
    plural = _plural(agent)
    if plural is None or not _plain(agent, patient) or not _begins(patient):
        return None
    verb = next((v for v in rules().turned if hit["verb"].startswith(v)), None)
    return verb and f"{_capital(agent)}{_close(agent)} {rules().auxiliaries['active'][plural]} {verb}{hit['day']} {_lowered(patient)}"


def _to_passive(hit: re.Match[str]) -> str | None:
    agent, patient = hit["subject"], hit["object"]
    ending = next((e for word, e in rules().singular.items() if _starts(patient, word)), None)
    if ending is None or not _plain(agent, patient) or not _begins(agent):
        return None
    verb = f"{rules().auxiliaries['passive'][0]} {hit['verb']}{ending}{hit['day']}"
    return f"{_capital(patient)}{_close(patient)} {verb} {rules().by} {_lowered(agent)}"


@cache
def _passive() -> re.Pattern[str]:
    verbs = "|".join(rules().turned)
    auxiliary = "|".join(rules().auxiliaries["passive"])
    subject = rf"{_START}(?P<subject>[A-ZÀ-Þ]{_NAMED}),?"
    return re.compile(rf"{subject} (?:{auxiliary}) (?P<verb>(?:{verbs})e?s?){_day()} {rules().by} (?P<agent>{_NAMED}){_end()}")


@cache
def _active() -> re.Pattern[str]:
    verbs = "|".join(rules().turned)
    auxiliary = "|".join(rules().auxiliaries["active"])
    return re.compile(rf"{_START}(?P<subject>[A-ZÀ-Þ]{_NAMED}),? (?:{auxiliary}) (?P<verb>{verbs}){_day()} (?P<object>{_NAMED}){_end()}")


_START = r"(?:(?<=[.!?] )|(?<=\n)|^)"


def _day() -> str:
    return rf"(?P<day>(?:,? (?:{'|'.join(rules().weekdays)}),?)?)"


def _end() -> str:
    return r"(?=\.(?:\s|$))"


def _plain(*phrases: str) -> bool:
    return not any(set(re.findall(r"[\w'’]+", p.lower())) & set(rules().hindrances) for p in phrases)


def _begins(phrase: str) -> bool:
    """Whether a phrase at the front of its sentence is a noun phrase by its first word."""
    return any(_starts(phrase, word) for word in (*rules().singular, *rules().plural)) or bool(re.match(r"[Ll]['’]", phrase))


def _starts(phrase: str, word: str) -> bool:
    return phrase.lower().startswith(word.lower() + " ")


def _plural(phrase: str) -> bool | None:
    if any(_starts(phrase, word) for word in rules().plural):
        return True
    return False if _begins(phrase) else None


def _close(phrase: str) -> str:
    """The comma that ends an apposition in front of the verb."""
    return "," if "," in phrase else ""


def _capital(phrase: str) -> str:
    return phrase[0].upper() + phrase[1:]


def _lowered(phrase: str) -> str:
    first = re.split(r"(?<=['’])|[ \u00a0]", phrase, maxsplit=1)[0].replace("’", "'")
    return phrase[0].lower() + phrase[1:] if first in rules().lowered else phrase
