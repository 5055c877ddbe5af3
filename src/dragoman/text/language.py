"""Which language a text is in."""

from __future__ import annotations

from functools import cache
from typing import Any

LANGUAGES = ("fr", "en", "ar", "es", "pt", "it", "de", "nl", "ro", "ca", "tr", "ru", "sw", "ht", "mg", "fa", "zh")
"""The languages told apart: those that are read, and enough others that a text in one of them is not taken for French."""

_LONGEST = 4000


def identify(text: str) -> tuple[str, float]:
    """The BCP 47 code of the text's language and how sure that is, 0 to 1; `und` and 0.0 where the text has no letters.

    Only the languages of `LANGUAGES` are told apart; of a long text the first part is looked at.
    """
    sample = text[:_LONGEST].encode("utf-8", "replace").decode("utf-8").strip()
    if not any(character.isalpha() for character in sample):
        return "und", 0.0
    code, sure = _identifier().classify(sample)
    return str(code), float(sure)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(LANGUAGES))
    return identifier
