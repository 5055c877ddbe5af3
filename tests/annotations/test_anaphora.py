from __future__ import annotations

import pytest
from casts import actors, told


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
            ("per:haddad@org:LAS",),
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
