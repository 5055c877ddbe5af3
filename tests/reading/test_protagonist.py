"""Meetings told with the other side alone, in our own words."""

from __future__ import annotations

import pytest

from dragoman.flow import make_document
from dragoman.reading.reader import Reader

VISIT = "Le ministre algérien des Affaires étrangères, Ahmed Benhadid, s'est rendu lundi à Sotchi. "
ECHOES = (
    "Quant aux entretiens avec le ministre rwandais, Olivier Nkurunziza, ils ont été centrés sur la santé.",
    "Avec le ministre rwandais, Olivier Nkurunziza, les discussions ont porté sur la santé.",
    "Les échanges avec le ministre rwandais, Olivier Nkurunziza, ont permis d'aborder la santé.",
)


@pytest.mark.parametrize("echo", ECHOES)
def test_whom_the_text_is_about_meets_the_other(reader: Reader, echo: str) -> None:
    told = reader.read(make_document(VISIT + echo, published="2024-11-12")).acts
    (meeting,) = [act for act in told if act.type == "meeting"]
    assert {p.actor for p in meeting.participants} == {"per:nkurunziza@RWA", "per:benhadid@DZA"}


def test_nobody_is_made_up_where_the_text_is_about_nobody(reader: Reader) -> None:
    assert not reader.read(make_document(ECHOES[0], published="2024-11-12")).acts


def test_a_day_that_nothing_places_in_time_is_no_other_act_s_day(reader: Reader) -> None:
    text = "Le ministre algérien Ahmed Benhadid a entamé mercredi une visite à Abuja. Une réunion est prévue à Niamey le 27 novembre 2020."
    (visit,) = [act for act in reader.read(make_document(text)).acts if act.type == "visit"]
    assert visit.date is None
