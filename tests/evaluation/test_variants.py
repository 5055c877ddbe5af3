from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.annotations.gazetteer import find_names
from dragoman.evaluation import load_corpus, read_gold
from dragoman.evaluation.gold import GoldAct, GoldDocument, GoldParticipant, GoldStatement
from dragoman.evaluation.variants import variants
from dragoman.evaluation.variants.gold_keys import countries_of, keys_of
from dragoman.model.document import Document, document_id

ROOT = Path(__file__).parents[2]
SEED = ROOT.parent / "shared" / "seed"
TEXT = (
    "Dakar, 24 août 2022 - Le président du Sénégal, Modou Faye Diagne, a reçu, mardi à Dakar, la ministre portugaise de la Défense, "
    "Rita Coutinho.\n\n« Nous voulons renforcer la coopération entre nos deux pays », a déclaré Mme Coutinho. Lors de cette audience, "
    "elle a remis une lettre du président du Portugal."
)
GOLD = GoldDocument(
    id="audience",
    published="2022-08-24",
    acts=(
        GoldAct(
            type="meeting",
            status="done",
            form="audience",
            who=(GoldParticipant(key="diagne@SEN", role="agent"), GoldParticipant(key="coutinho@PRT", role="counterpart")),
            date="2022-08-23",
            place="Dakar@SEN",
        ),
    ),
    statements=(GoldStatement(starts="Nous voulons renforcer la", speakers=("coutinho@PRT",)),),
)


def document(text: str, title: str | None = None) -> Document:
    return Document(id=document_id(text), language="fr", text=text, title=title)


def test_variants_are_deterministic() -> None:
    first, again = (variants(document(TEXT), GOLD, 6, seed=4) for _ in range(2))
    assert first == again and len(first) == 6
    assert variants(document(TEXT), GOLD, 6, seed=5) != first


def test_gold_goes_along() -> None:
    for made, gold in variants(document(TEXT, "Sénégal : audience"), GOLD, 12, seed=1):
        host, guest = (w.key for w in gold.acts[0].who)
        assert made.uri == gold.id and made.fiction and made.id == document_id(made.text)
        assert gold.statements[0].starts in made.text and gold.statements[0].speakers == (guest,)
        assert "Diagne" not in made.text and "Coutinho" not in made.text and "Sénégal" not in (made.title or "") + made.text
        assert gold.acts[0].place is not None and gold.acts[0].place.endswith(host[-4:])
        assert gold.acts[0].date != GOLD.acts[0].date and gold.published != GOLD.published
        assert {code for name in find_names(made.text) for code in name.ids} >= {host[-3:], guest[-3:]}


def check(text: str, gold: GoldDocument, n: int, least: int) -> None:
    made = variants(document(text), gold, n, seed=2)
    assert len(made) >= least and len({d.text for d, _ in made}) == len(made)
    for new, facts in made:
        assert len(facts.acts) == len(gold.acts) and len(keys_of(facts)) == len(keys_of(gold))
        assert all(st.starts in new.text for st, old in zip(facts.statements, gold.statements, strict=True) if old.starts in text)
        assert "  " not in new.text or "  " in text


@pytest.mark.skipif(not SEED.exists(), reason="the sample is not here")
def test_the_sample_has_thirty_variants() -> None:
    text = (SEED / "communique-bakou.txt").read_text(encoding="utf-8")
    (gold,) = read_gold(SEED / "expected.jsonl")
    check(text, gold, 30, 30)
    for made, facts in variants(document(text), gold, 30, seed=2):
        left = {code for name in find_names(made.text) for code in name.ids} & set(countries_of(gold))
        assert not left - set(countries_of(facts))
        assert not any(name in made.text for name in ("Lamamra", "Aliyev", "Tebboune", "Bakou", "lgéri", "zerb"))


def test_variants_of_the_corpus() -> None:
    corpus = load_corpus(ROOT / "evaluation" / "fr" / "develop")
    texts = {d.uri: d.text for d in corpus.documents}
    for gold in corpus.gold[:25]:
        check(texts[gold.id], gold, 2, 0)
