"""The language of a text."""

from __future__ import annotations

import pytest

from dragoman.text.language import identify


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministre a reçu mardi l'ambassadeur et lui a remis un message.", "fr"),
        ("The minister met the ambassador on Tuesday and handed him a message.", "en"),
        ("استقبل الوزير يوم الثلاثاء سفير الجمهورية وسلمه رسالة.", "ar"),
        ("El ministro recibió el martes al embajador y le entregó un mensaje.", "es"),
        ("Der Minister empfing am Dienstag den Botschafter der Republik.", "de"),
    ],
)
def test_tells_languages_apart(text: str, language: str) -> None:
    code, sure = identify(text)
    assert code == language
    assert 0.5 < sure <= 1.0


@pytest.mark.parametrize("text", ["", "12/03/2021", "— … !"])
def test_no_letters_are_no_language(text: str) -> None:
    assert identify(text) == ("und", 0.0)


def test_survives_lone_surrogates() -> None:
    assert identify("Le ministre \ud800 a reçu l'ambassadeur hier soir.")[0] == "fr"
