from __future__ import annotations

import pytest
from casts import actors, cast_of, told


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        (
            "Le président kényan Peter Odhiambo a reçu le Premier ministre éthiopien Girma Tadesse. Ce dernier a remercié le Kenya.",
            "Ce dernier",
            ("per:tadesse@ETH",),
        ),
        (
            "Le président kényan Peter Odhiambo a reçu le président ougandais Moses Okello. Les deux chefs d'État ont parlé.",
            "Les deux chefs d'État",
            ("per:odhiambo@KEN", "per:okello@UGA"),
        ),
        ("Le Mali et le Niger se rapprochent. Les deux pays signeront un accord.", "Les deux pays", ("MLI", "NER")),
        (
            "L'Espagne, l'Irlande et la Norvège ont agi. Israël et la France ont réagi. Les trois pays persistent.",
            "Les trois pays",
            ("ESP", "IRL", "NOR"),
        ),
        ("L'ambassadrice de Suède, Karin Lund, est partie. La diplomate a dit sa joie.", "La diplomate", ("per:lund@SWE",)),
        (
            "Le ministre kényan de la Défense, Peter Odhiambo, a reçu son homologue. "
            "La ministre éthiopienne de la Défense, Sara Tadesse, a souri.",
            "son homologue",
            ("per:tadesse@ETH",),
        ),
        ("Le président kényan Peter Odhiambo a dit que son pays enverra une aide.", "son pays", ("KEN",)),
        ("Il a dépêché un émissaire au Qatar. L'émirat a répondu.", "L'émirat", ("QAT",)),
        (
            "La Ligue arabe, par la voix de son secrétaire général, Sami Haddad, a réagi.",
            "son secrétaire général, Sami Haddad",
            ("per:haddad@org:Arab_League",),
        ),
    ],
)
def test_who_is_pointed_at(text: str, words: str, meant: tuple[str, ...]) -> None:
    assert set(actors(text, words)) == set(meant)


def test_a_bare_president_without_anybody_before_is_nobody() -> None:
    assert not [a for _, meant in told("Me Haddad a remis au président une lettre.") for a in meant if "head_of_state" in a]


def test_no_president_is_called_the_sovereign() -> None:
    text = "SM le Roi Karim III a félicité le président cubain, M. Juan Prado. Message du Souverain à sa famille."
    assert actors(text, "Souverain") == ("per:karim-iii@MAR",) or actors(text, "Souverain")[0].startswith("per:karim-iii")


def test_unnamed_counterparts_get_the_office() -> None:
    text = "Le ministre kényan des Affaires étrangères, Peter Odhiambo, a appelé son homologue tchadien."
    assert actors(text, "son homologue tchadien") == ("per:foreign_minister@TCD",)


def test_those_of_other_states_hold_the_same_office() -> None:
    text = "Les ambassadeurs du Chili et du Pérou lui ont remis leurs lettres. Ceux du Ghana et du Togo prennent congé."
    assert actors(text, "Ceux du Ghana et du Togo") == ("per:ambassador@GHA", "per:ambassador@TGO")


def test_in_the_quality_of_means_the_sentences_subject() -> None:
    text = (
        "Le ministre kényan de la Défense, Peter Odhiambo, a été reçu par le président togolais, Koffi Mensah, "
        "en sa qualité d'envoyé spécial du président kényan, Joseph Kiplagat."
    )
    assert actors(text, "envoyé spécial du président kényan, Joseph Kiplagat") == ("per:odhiambo@KEN",)


def test_a_family_name_alone_is_the_person_named_in_full() -> None:
    text = "Odhiambo reçu à Lomé\nLe ministre kényan de la Défense, Peter Odhiambo, est arrivé."
    assert actors(text, "Odhiambo") == ("per:odhiambo@KEN",)


def test_names_behind_a_list_of_states_go_with_them() -> None:
    text = "Il a reçu les ambassadeurs du Nigeria et du Botswana. Sani Danladi et Neo Modise présentaient leurs lettres."
    assert actors(text, "Sani Danladi") == ("per:danladi@NGA",)
    assert actors(text, "Neo Modise") == ("per:modise@BWA",)


def test_who_came_in_a_quality_is_the_one_named_last() -> None:
    text = (
        "Le président togolais, Koffi Mensah, a accordé une audience à M. Peter Odhiambo, ministre kényan de la Défense, "
        "venu en qualité d'envoyé spécial du président Joseph Kiplagat."
    )
    assert actors(text, "envoyé spécial du président Joseph Kiplagat") == ("per:odhiambo@KEN",)
    assert "per:kiplagat@KEN" in cast_of(text).actors


def test_a_counterpart_is_of_the_state_told_before_it_wherever_the_name_comes_again() -> None:
    text = (
        "Le ministre grec des Affaires étrangères, Nikos Pappas, s'est rendu à Tirana pour s'entretenir avec son homologue Arben Kola.\n"
        "Athènes avait rappelé son ambassadeur. Des tribunaux albanais ont été saisis. M. Kola n'en a rien dit."
    )
    assert "per:kola@ALB" in {actor for _, meant in told(text) for actor in meant}


def test_a_sultan_is_of_no_republic() -> None:
    text = "Le ministre ouzbek des Affaires étrangères a reçu l'envoyé spécial d'Oman, porteur d'un message du sultan Tariq ben Nasser."
    assert actors(text, "sultan Tariq ben Nasser", "Agence ouzbèke de nouvelles") == ("per:ben-nasser@OMN",)


GUESTS = (
    "La ministre des Affaires étrangères du Mali, Awa Sangaré, a reçu l'ambassadeur du Japon, Kenji Mori. "
    "Il a remis à la ministre une lettre. "
)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        pytest.param(GUESTS + "Le diplomate est reparti.", "Le diplomate", "per:mori@JPN", id="no minister of whom la is said"),
        pytest.param(
            "Un émissaire ghanéen à Bamako. Le président du Mali, Oumar Sangaré, a reçu le ministre ghanéen des Transports, Kofi Mensah. "
            "L'émissaire est reparti.",
            "L'émissaire",
            "per:mensah@GHA",
            id="an envoy named later",
        ),
        pytest.param(
            "Il a reçu l'envoyé spécial du président ghanéen, le ministre Kofi Mensah.",
            "l'envoyé spécial du président ghanéen, le ministre Kofi Mensah",
            "per:mensah@GHA",
            id="an envoy with a second title",
        ),
        pytest.param(
            "Le représentant spécial turc pour la paix, l'ambassadeur Cem Aydın, est parti.",
            "Le représentant spécial turc pour la paix, l'ambassadeur Cem Aydın",
            "per:aydin@TUR",
            id="an envoy and the task",
        ),
        pytest.param(
            "L'Union africaine s'en félicite. Son secrétaire général, Paul Traoré, viendra.",
            "Son secrétaire général, Paul Traoré",
            "per:traore@org:AU",
            id="of the organisation that opens the sentence before",
        ),
        pytest.param(
            "La Chine a répondu, par la voix du porte-parole de sa diplomatie, Li Weimin.",
            "porte-parole de sa diplomatie, Li Weimin",
            "per:li@CHN",
            id="a possessive inside the title",
        ),
    ],
)
def test_whom_a_description_means(text: str, words: str, who: str) -> None:
    assert actors(text, words) == (who,)


def test_an_office_at_the_place_before_it_is_not_of_a_holder_of_the_other_gender() -> None:
    text = (
        "La ministre danoise des Affaires étrangères, Mme Astrid Kjeldgaard, a effectué un voyage. Il a commencé à Lilongwe, au Malawi, "
        "où la ministre a vu son homologue, M. Dalitso Mkandawire."
    )
    assert actors(text, "la ministre") == ("per:kjeldgaard@DNK",)


def test_who_hands_over_letters_in_a_quality_is_the_ambassador() -> None:
    text = (
        "Le président de la République, Mourad Bencherif, a reçu à Alger M. Orkhan Sadigli, qui lui a remis ses lettres de créance "
        "en qualité d'ambassadeur d'Azerbaïdjan.\nLe chef de l'État a aussi reçu M. Pham Duc Nghia."
    )
    cast = cast_of(text, dateline="DZA")
    assert {"per:bencherif@DZA", "per:sadigli@AZE"} <= cast.actors.keys()
