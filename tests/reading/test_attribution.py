"""Who says what."""

from __future__ import annotations

import pytest

from dragoman.flow import read
from dragoman.model.reading import Reading


def reading(text: str) -> Reading:
    return read(text, published="2024-05-16", language="fr")


def speakers(text: str, starts: str) -> tuple[str, ...]:
    """Who speaks in the statement that starts so."""
    found = [s for s in reading(text).statements if s.content[0].text.startswith(starts)]
    assert found, [s.content[0].text for s in reading(text).statements]
    return found[0].speakers


LEAD = "Le président du Mali, Oumar Sangaré, a reçu mardi à Bamako le ministre japonais des Affaires étrangères, Kenji Mori. "
HOST, GUEST = ("per:sangare@MLI",), ("per:mori@JPN",)


@pytest.mark.parametrize(
    ("rest", "speaker"),
    [
        pytest.param("« Nous travaillons à une paix durable », a déclaré M. Mori.", GUEST, id="trailing"),
        pytest.param("M. Mori a déclaré : « Nous travaillons à une paix durable. »", GUEST, id="colon"),
        pytest.param("« Nous travaillons, a souligné M. Mori, à une paix durable. »", GUEST, id="inserted"),
        pytest.param("M. Mori a souligné que « Nous travaillons à une paix durable ».", GUEST, id="in a sentence"),
        pytest.param("Le président Sangaré a déclaré : « Nous travaillons à une paix durable. »", HOST, id="by title"),
        pytest.param("M. Mori a pris la parole. « Nous travaillons à une paix durable », a-t-il déclaré.", GUEST, id="pronoun"),
        pytest.param("Il a pris la parole. « Nous travaillons à une paix durable », a-t-il déclaré.", HOST, id="a sentence that goes on"),
        pytest.param("M. Mori a remercié le Mali. « Nous travaillons à une paix durable », a lancé le diplomate.", GUEST, id="described"),
        pytest.param(
            "« Nous travaillons à une paix durable », a résumé la déléguée syndicale, Awa Diarra.", ("per:diarra@",), id="in apposition"
        ),
        pytest.param("« Nous travaillons à une paix durable », raconte Hanta, 34 ans.", ("per:hanta@",), id="a first name alone"),
        pytest.param("« Nous travaillons à une paix durable », a glissé un diplomate.", (), id="somebody"),
        pytest.param(
            "M. Mori a claqué la porte, déplorant, selon ses mots, « Nous perdons la paix, et pour longtemps ».", GUEST, id="his words"
        ),
        pytest.param(
            "Dans un bref discours, il a lancé « Nous travaillons à une paix durable ».", HOST, id="a pronoun within the sentence"
        ),
        pytest.param(
            "La France s'en félicite, a annoncé le ministère français des Affaires étrangères dans un communiqué. "
            "« Nous travaillons à une paix durable », précise le texte, qui salue M. Mori.",
            ("inst:foreign_ministry@FRA",),
            id="the text of who said something in it",
        ),
        pytest.param(
            "« Nous travaillons à une paix durable », a confié l'attachée de presse de l'ambassade du Ghana, Ama Mensah.",
            ("per:mensah@GHA", "inst:embassy@GHA"),
            id="who speaks for an embassy",
        ),
        pytest.param(
            "« Nous travaillons à une paix durable », assure-t-on à la présidence ghanéenne.", ("inst:presidency@GHA",), id="whose house"
        ),
        pytest.param("« Nous travaillons à une paix durable », a confié à la presse un diplomate.", (), id="somebody, to the press"),
        pytest.param(
            "Le ministère ghanéen des Affaires étrangères indique que M. Mori a déclaré : « Nous travaillons à une paix durable ».",
            GUEST,
            id="innermost before a colon",
        ),
        pytest.param("Le visiteur a confié : « Nous travaillons à une paix durable ».", GUEST, id="a visitor"),
        pytest.param("Le Kenya a réagi. « Nous travaillons à une paix durable », a ajouté M. Mori.", GUEST, id="a state before"),
        pytest.param("\n\n« Nous travaillons à une paix durable. » M. Mori s'est dit satisfait.", GUEST, id="opens a paragraph"),
        pytest.param(
            "Dans une note à M. Sangaré, M. Mori refuse l'accord, « Nous travaillons à une paix durable ».", GUEST, id="free subject"
        ),
        pytest.param("Le président du Mali a ajouté que « Nous travaillons à une paix durable ».", HOST, id="article, no pronoun"),
    ],
)
def test_the_speaker_of_a_quotation(rest: str, speaker: tuple[str, ...]) -> None:
    assert speakers(LEAD + rest, "Nous") == speaker


def test_a_quotation_without_a_cue_stays_with_the_speaker_before() -> None:
    text = LEAD + "« Nous travaillons à une paix durable », a déclaré M. Mori. « Notre amitié est ancienne et très solide. »"
    assert speakers(text, "Notre amitié") == GUEST


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Selon Kenji Mori, ministre japonais des Affaires étrangères, le Mali a reçu l'ambassadeur du Kenya.", GUEST),
        ("Le Mali a reçu l'ambassadeur du Kenya, a indiqué Kenji Mori, ministre japonais des Affaires étrangères.", GUEST),
        ("Kenji Mori, ministre japonais des Affaires étrangères, a indiqué que le Mali a reçu l'ambassadeur du Kenya.", GUEST),
        ("Le Mali a reçu l'ambassadeur du Kenya.", ()),
    ],
)
def test_the_sources_of_an_act(text: str, sources: tuple[str, ...]) -> None:
    (act,) = (a for a in reading(text).acts if a.type == "meeting")
    assert act.sources == sources


def test_sources_come_outermost_first() -> None:
    text = "Le Kenya indique que le Japon a affirmé que le Mali a condamné l'attaque contre le Ghana."
    (act,) = (a for a in reading(text).acts if a.type == "condemnation")
    assert act.sources == ("KEN", "JPN")


def test_a_spokesperson_speaks_for_an_institution() -> None:
    text = "« Nous saluons cet accord avec le Kenya », a déclaré le porte-parole du ministère japonais des Affaires étrangères, Kenji Mori."
    assert set(speakers(text, "Nous saluons")) == {"per:mori@JPN", "inst:foreign_ministry@JPN"}


def test_who_answers_in_an_interview() -> None:
    text = (
        "Entretien avec Awa Sangaré, ministre malienne des Affaires étrangères\n\n"
        "Question : Que dites-vous de la visite du président ghanéen ?\n\n"
        "Réponse : « Nous travaillons à une paix durable. »"
    )
    assert speakers(text, "Nous") == ("per:sangare@MLI",)


def test_a_counterpart_in_apposition_to_a_name_is_one_person() -> None:
    text = LEAD + "M. Mori a rencontré Koffi Agbeko, son homologue togolais. « Nous travaillons à une paix durable », a dit M. Agbeko."
    assert speakers(text, "Nous") == ("per:agbeko@TGO",)
