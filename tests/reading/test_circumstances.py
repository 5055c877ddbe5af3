"""When and where an act took place."""

from __future__ import annotations

import pytest

from dragoman.flow import read
from dragoman.model.act import Act

PUBLISHED = "2024-05-16"  # a Thursday
RECEIVED = ("Le président du Mali a reçu hier l'ambassadeur du Japon.", "Le président du Mali a reçu l'ambassadeur du Japon.")


def act(text: str, kind: str, published: str | None = PUBLISHED) -> Act:
    """The first act of a type."""
    found = [a for a in read(text, published=published, language="fr").acts if a.type == kind]
    assert found, [a.type for a in read(text, published=published, language="fr").acts]
    return found[0]


def when(found: Act) -> tuple[str, str] | None:
    return (found.date.edtf, found.date.basis) if found.date is not None else None


def where(found: Act) -> tuple[str, str | None, str] | None:
    return (found.place.name, found.place.country, found.place.basis) if found.place is not None else None


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        pytest.param("Le président du Mali a reçu mardi l'ambassadeur du Japon.", "meeting", ("2024-05-14", "told"), id="weekday"),
        pytest.param("Le président du Mali recevra mardi l'ambassadeur du Japon.", "meeting", ("2024-05-21", "told"), id="weekday to come"),
        pytest.param("Le président du Mali a reçu le 3 mai l'ambassadeur du Japon.", "meeting", ("2024-05-03", "told"), id="day"),
        pytest.param(
            "Le président du Mali a reçu l'ambassadeur du Japon, a indiqué mardi un communiqué du ministère malien.",
            "meeting",
            ("2024-05-14", "report"),
            id="day of the report",
        ),
        pytest.param("Le Mali condamne l'attentat qui a frappé hier le Japon.", "condemnation", ("2024-05-16", "report"), id="of an event"),
        pytest.param(
            "Le président du Mali a achevé mercredi une visite officielle de trois jours au Japon.",
            "visit",
            ("2024-05-13/2024-05-15", "told"),
            id="last day of a stay",
        ),
        pytest.param(
            "Le président du Mali effectuera mardi une visite officielle de trois jours au Japon.",
            "visit",
            ("2024-05-21/2024-05-23", "told"),
            id="first day of a stay",
        ),
        pytest.param(
            "Le président du Mali a annulé la visite qu'il devait effectuer mardi au Japon.",
            "visit",
            ("2024-05-21", "told"),
            id="called off",
        ),
        pytest.param(
            "BAMAKO, 12 mai (AMAP) - Le président du Mali a reçu hier l'ambassadeur du Japon.",
            "meeting",
            ("2024-05-11", "told"),
            id="counted from the dateline",
        ),
        pytest.param(
            "BAMAKO, 12 mai (AMAP) - Le président du Mali a reçu l'ambassadeur du Japon.",
            "meeting",
            ("2024-05-12", "report"),
            id="day of the dateline",
        ),
    ],
)
def test_the_date(text: str, kind: str, date: tuple[str, str]) -> None:
    assert when(act(text, kind)) == date


def test_a_weekday_without_a_publication_is_no_day() -> None:
    found = act("Le président du Mali a reçu mardi l'ambassadeur du Japon.", "meeting", None)
    assert found.date is None or "-" not in found.date.edtf.strip("[]")


def test_a_day_that_stands_alone_is_that_of_what_follows() -> None:
    text = "Lundi 13 mai. Le président du Mali reçoit l'ambassadeur du Japon.\n\nMardi 14. Le Mali et le Ghana signent un accord de pêche."
    assert when(act(text, "agreement")) == ("2024-05-14", "inherited")


def test_what_lies_years_back_is_background() -> None:
    text = "Le président du Mali a reçu mardi l'ambassadeur du Japon. Le Mali avait condamné en 2009 l'attaque du Kenya contre le Ghana."
    assert not [a for a in read(text, published=PUBLISHED, language="fr").acts if a.type == "condemnation"]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        pytest.param("Le président du Mali a reçu à Bamako l'ambassadeur du Japon.", "meeting", ("Bamako", "MLI", "told"), id="town"),
        pytest.param("Le président du Mali effectue une visite au Japon.", "visit", ("Japon", "JPN", "told"), id="host's country"),
        pytest.param("Le président du Mali a reçu l'ambassadeur du Japon.", "meeting", ("Mali", "MLI", "told"), id="host of an audience"),
    ],
)
def test_the_place(text: str, kind: str, place: tuple[str, str, str]) -> None:
    assert where(act(text, kind)) == place


def test_a_call_has_no_place() -> None:
    assert where(act("À Bamako, le président du Mali s'est entretenu au téléphone avec le président du Japon.", "call")) is None


def test_what_is_within_a_meeting_shares_its_day_and_town() -> None:
    text = (
        "Le président du Mali a reçu mardi à Bamako le ministre japonais des Affaires étrangères. "
        "Le ministre a remis au président du Mali un message du président du Japon."
    )
    message = act(text, "message")
    assert when(message) == ("2024-05-14", "inherited")
    assert where(message) == ("Bamako", "MLI", "inherited")


def test_an_act_to_come_inherits_nothing() -> None:
    text = (
        "Le président du Mali a reçu mardi à Bamako le ministre japonais des Affaires étrangères. "
        "Le président du Mali a exprimé sa volonté d'effectuer une visite au Japon."
    )
    assert when(act(text, "visit")) is None


def test_a_meeting_that_nothing_places_took_place_at_home() -> None:
    text = "Le ministre malien des Affaires étrangères, Oumar Diarra, s'est entretenu avec l'ambassadeur du Japon, Kenji Mori."
    found = next(
        a for a in read(text, published=PUBLISHED, publisher="Agence malienne de presse", language="fr").acts if a.type == "meeting"
    )
    assert found.place is not None and found.place.country == "MLI"


def test_what_is_asked_of_a_guest_is_asked_where_he_was_received() -> None:
    text = (
        "Le président du Mali, Oumar Sangaré, a reçu mardi à Bamako l'ambassadeur du Japon. "
        "Le président Sangaré a appelé le Japon à renforcer sa présence."
    )
    found = [a for a in read(text, published=PUBLISHED, language="fr").acts if a.type == "appeal"]
    assert all(a.place is not None and a.place.name == "Bamako" for a in found)


def test_a_noun_beside_old_dates_only_is_background() -> None:
    text = "Le Mali a reçu un message du Ghana mardi. Les deux pays s'étaient brouillés en 1976, avant la médiation de la Guinée en 1988."
    assert "mediation" not in {a.type for a in read(text, published="2024-05-16", language="fr").acts}
