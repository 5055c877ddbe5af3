"""Documents whose acts may be one or two: pairs that the record asks about."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.document import Document, document_id

_PAIRS = {
    "9 mars 2023 à La Paz": ("chilien", "bolivienne", "Le Chili et la Bolivie"),
    "10 mars 2023 à Accra": ("togolais", "ghanéenne", "Le Togo et le Ghana"),
    "13 mars 2023 à Oslo": ("islandais", "norvégienne", "L'Islande et la Norvège"),
    "14 mars 2023 à Lima": ("uruguayen", "péruvienne", "L'Uruguay et le Pérou"),
}


def doubtful_documents() -> Iterator[Document]:
    """Two documents for each pair: talks of two ministers, and the joint commission of their states on the same day in the same town."""
    for when, (visitor, host, states) in _PAIRS.items():
        talks = f"Le ministre {visitor} des Affaires étrangères a rencontré la ministre {host} des Affaires étrangères le {when}."
        commission = f"{states} ont tenu une commission mixte le {when}."
        for text, publisher in ((talks, "La Gazette"), (commission, "Le Courrier")):
            yield Document(id=document_id(text), text=text, publisher=publisher, published="2023-03-15", language="fr")
