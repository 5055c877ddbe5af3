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
