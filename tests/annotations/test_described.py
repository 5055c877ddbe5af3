from __future__ import annotations

import pytest
from casts import cast_of, mention

GUEST = "La garde a rendu les honneurs à Kwabena Ofori-Mensa. Le président ghanéen est attendu demain à Lomé."


def test_an_office_alone_is_that_of_the_name_told_alone_before_it() -> None:
    assert mention(GUEST, "Le président ghanéen").actors == ("per:ofori-mensa@GHA",)
    assert mention(GUEST, "Kwabena Ofori-Mensa").actors == ("per:ofori-mensa@GHA",)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kwabena Ofori-Mensa a rencontré le président ghanéen à Lomé.", id="one sentence tells of two"),
        pytest.param("Le chanteur Kwabena Ofori-Mensa est à Lomé. Le président ghanéen y arrivera demain.", id="a noun tells what he is"),
        pytest.param("Marie Ofori-Mensa est à Lomé. Le président ghanéen y arrivera demain.", id="a woman is no président"),
        pytest.param(
            "Kwabena Ofori-Mensa est à Lomé. Le président ghanéen, Yaw Boakye-Darko, y arrivera demain.", id="the office has a holder"
        ),
    ],
)
def test_it_is_nobody_else_s(text: str) -> None:
    assert "per:ofori-mensa@GHA" not in cast_of(text).actors


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        pytest.param(
            "Le ministre cubain Ramón Echarte part lundi. À Luanda, il s'entretiendra avec le président Zeca Malungo.",
            "le président Zeca Malungo",
            "per:malungo@AGO",
            id="whom a traveller meets where he is",
        ),
        pytest.param(
            "La ministre sénégalaise Awa Thioune est attendue lundi à Juba. Elle y rencontrera le président Akol Dut.",
            "le président Akol Dut",
            "per:dut@SSD",
            id="whom a traveller meets there",
        ),
        pytest.param(
            "L'Italie a livré huit ambulances au Niger. L'ambassadeur, Paolo Ferrandi, en a remis les clés.",
            "L'ambassadeur, Paolo Ferrandi",
            "per:ferrandi@ITA",
            id="the envoy of the state that opened the sentence before",
        ),
    ],
)
def test_whose_officer_a_title_without_a_state_means(text: str, words: str, meant: str) -> None:
    assert mention(text, words).actors == (meant,)
