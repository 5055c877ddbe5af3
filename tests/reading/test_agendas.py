from __future__ import annotations

import pytest

from dragoman.flow import read

TALKS = "Le ministre sénégalais des Affaires étrangères, Moussa Ndour, a reçu mardi à Dakar l'ambassadeur du Pérou, Luis Tello. "


@pytest.mark.parametrize(
    ("kind", "text", "wanted"),
    [
        ("meeting", TALKS + "Les discussions ont porté sur la pêche.", {"fisheries"}),
        ("meeting", TALKS + "Il a été question des visas.", {"consular"}),
        ("meeting", TALKS + "Le diplomate a dit l'intérêt de son pays pour le cacao.", {"agriculture"}),
        ("meeting", TALKS + "Le ministre des Transports assistait à la rencontre.", set()),
        ("meeting", TALKS + "\n\nLe festival de théâtre ouvre jeudi.", set()),
        ("agreement", "Le Togo et le Pérou ont signé trois accords à Lomé. Ils portent, entre autres, sur la pêche.", {"fisheries"}),
        ("agreement", "Le Togo et le Pérou ont signé trois accords à Lomé. La récolte de riz a été bonne.", set()),
        ("aid", "Le Japon a accordé une aide de deux millions de dollars au Mozambique.", {"humanitarian"}),
        ("aid", "Le Japon a accordé une aide de deux millions de dollars au Mozambique, dont les lycées ont souffert.", {"education"}),
    ],
)
def test_what_stands_further_off_tells_what_an_act_is_about(kind: str, text: str, wanted: set[str]) -> None:
    acts = [a for a in read(text, published="2024-03-06").acts if a.type == kind]
    assert [set(a.topics) for a in acts] == [wanted]
