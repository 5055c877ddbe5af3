from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from dragoman.model import vocabulary
from dragoman.record.follow_table import follow_table
from dragoman.record.likeness_table import likeness_table
from dragoman.record.person_table import person_table
from dragoman.views.web.labels import reason
from dragoman.views.web.languages import LANGUAGES, language

WEB = Path(str(files("dragoman.views.web")))
SOURCES = [p for p in WEB.parent.rglob("*") if p.suffix in (".html", ".py")]
KEY = re.compile(r"""['"]([a-z_]+(?:\.[a-z_0-9]+)+\.?)['"]""")
CODED = ("error.", "day.months.", "vocabulary.", "reason.")
"""Keys that code makes of what it has in hand; the record's own words are all said, whether a page shows them or not."""


def literal_keys() -> set[str]:
    return {key for path in SOURCES for key in KEY.findall(path.read_text(encoding="utf-8"))}


def test_all_languages_have_the_same_strings() -> None:
    keys = {code: set(language(code).strings) for code in LANGUAGES}
    assert keys["fr"] == keys["en"]
    for key in keys["fr"]:
        fields = [set(re.findall(r"\{(\w+)\}", language(code)(key))) for code in LANGUAGES]
        assert fields[0] == fields[1], key


def test_every_string_that_is_asked_for_is_there() -> None:
    strings = set(language("en").strings)
    asked = re.compile(r"""\b(?:t|say|t\.many)\(\s*['"]([a-z_.0-9]+)['"]\s*[,)]""")
    for path in SOURCES:
        for key in asked.findall(path.read_text(encoding="utf-8")):
            assert key in strings or f"{key}.other" in strings, (path.name, key)


def test_no_string_is_unused() -> None:
    used = literal_keys()
    prefixes = tuple(key for key in used if key.endswith(".")) + CODED
    for key in language("en").strings:
        plain = re.sub(r"\.(one|other)$", "", key)
        assert plain in used or key in used or key.startswith(prefixes), key


def test_every_word_of_the_record_is_said() -> None:
    groups = {
        "act": vocabulary.ACT_TYPES,
        "status": vocabulary.STATUSES,
        "role": vocabulary.ROLES,
        "office": vocabulary.OFFICES,
        "topic": vocabulary.TOPICS,
        "relation": vocabulary.RELATIONS,
        "form": tuple(form for forms in vocabulary.FORMS.values() for form in forms),
        "state": ("open", "due_soon", "overdue", "fulfilled", "renewed", "called_off"),
    }
    for code in LANGUAGES:
        for group, words in groups.items():
            assert all(language(code).has(f"vocabulary.{group}.{word}") for word in words), (code, group)


def test_every_reason_of_a_likeness_is_said() -> None:
    counted = {"words_each", "words_most", "matter_each", "matter_most"}
    points = {*likeness_table().points, *follow_table().points, *person_table().points} - counted
    for code in LANGUAGES:
        assert [point for point in sorted(points) if not language(code).has(f"reason.{point}")] == []
        assert reason(language(code), "words", "3") == language(code)("reason.words")
    assert reason(language("en"), "unheard", None) == "unheard"


def test_numbers_and_countries() -> None:
    assert language("fr").many("search.acts", 1234) == "1\u202f234 actes"
    assert language("fr").many("search.acts", 0) == "0 acte"
    assert language("en").many("search.acts", 0) == "0 acts"
    assert language("en").many("search.acts", 1) == "1 act"
    assert language("fr").country("DZA") == "Algérie"
    assert language("en").country("XQQ") == "XQQ"
