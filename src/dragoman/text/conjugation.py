"""The third persons of French verbs in `-er`, and their participle: what a reporting clause needs."""

from __future__ import annotations

import re
from typing import NamedTuple

_LIGHT_VOWEL = re.compile(r"[eé]([bcdfghjklmnpqrstvz]{1,2})$")
_DOUBLING = ("appel", "jet")


class Forms(NamedTuple):
    """The finite forms of the third person, and the masculine participle."""

    finite: tuple[str, ...]
    participle: str


def regular_forms(lemma: str) -> Forms:
    """The forms of a verb in `-er` (`suggérer`: `suggère`, `suggèrent`, `suggérait`, ..., `suggéré`) or in `-ir` with `-iss-`."""
    if lemma.endswith("ir"):
        stem = lemma[:-1]
        return Forms(tuple(stem + e for e in ("t", "ssent", "ssait", "ssaient", "ra", "ront", "rait", "rent")), stem)
    if lemma.endswith("re"):
        stem = lemma[:-2]
        return Forms(tuple(stem + e for e in ("", "ent", "ait", "aient", "it", "irent", "ra", "ront")), stem + "u")
    stem = lemma[:-2]
    stressed, soft = _stressed(stem), _soft(stem)
    future = stressed + "er" if stem.endswith(_DOUBLING) else lemma
    present = (stressed + "e", stressed + "ent")
    past = (soft + "ait", soft + "aient", soft + "a", stem + "èrent")
    return Forms((*present, *past, future + "a", future + "ont", future + "ait", future + "aient"), stem + "é")


def _stressed(stem: str) -> str:
    """The stem before a silent ending: `rappell-`, `suggèr-`, `balai-`."""
    if stem.endswith("appel"):
        return stem + "l"
    if stem.endswith("ay"):
        return stem[:-1] + "i"
    return _LIGHT_VOWEL.sub(r"è\1", stem) if not stem.endswith(("ess", "ell", "ett", "est", "ert", "err")) else stem


def _soft(stem: str) -> str:
    """The stem before an `a`: `annonç-`, `juge-`."""
    if stem.endswith("c"):
        return stem[:-1] + "ç"
    return stem + "e" if stem.endswith("g") else stem
