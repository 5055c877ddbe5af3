"""Documents that mean harm: what they hold must be shown as text, wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.document import Document, document_id

CLOSING = "</script><script>window.harmed=1</script>"
HANDLER = '"><img src=x onerror="window.harmed=1">'
LINK = "javascript:window.harmed=1"
OVERRIDE = "\u202etxet desrever\u202c"
LONG = "x" * 5000
ACT = "Le ministre des Affaires étrangères du Cap-Vert, Adérito {name}, a reçu mardi à Praia l'ambassadeur du Viêt Nam, Quoc Lam."
_HARMS = {"closing": CLOSING, "handler": HANDLER, "link": LINK, "override": OVERRIDE, "long": LONG}


def hostile_documents() -> Iterator[Document]:
    """One document for each kind of harm, which stands in its text, title, publisher and address."""
    for number, (name, harm) in enumerate(_HARMS.items()):
        text = f"{harm}\n\n{ACT.format(name='Fontainhas')} {harm} Ils ont convenu de rouvrir l'ambassade « {harm} » en 2025.\n\n{harm}\n"
        uri = LINK if name == "link" else f"https://example.org/{number}/{harm[:200]}"
        published = f"2024-05-{16 + number}"
        yield Document(
            id=document_id(text),
            text=text,
            uri=uri,
            title=f"Harm {name} {harm}",
            publisher=f"P {harm[:300]}",
            published=published,
            language="fr",
        )
