from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotations.table import rows
from dragoman.flow import read
from dragoman.grammar.engine import Part, Telling
from dragoman.grammar.frames import ActFrame
from dragoman.grammar.references import Reference
from dragoman.model.vocabulary import ACT_TYPES, TOPICS
from dragoman.reading.folded import folded_text
from dragoman.reading.topic_ties import marks
from dragoman.reading.topic_words import accents_agree, inflected, topic_hits
from dragoman.reading.topics import topics

MARKER_KINDS = {
    "about",
    "near",
    "domain",
    "purpose",
    "left",
    "fronted",
    "break",
    "bearer",
    "title",
    "function",
    "opens",
    "joins",
    "agenda",
    "texts",
}


def telling(marked: str, act: str, noun: bool = False) -> tuple[str, Telling]:
    """A text and a telling in it: the cue's words stand in [brackets], a participant in {braces}."""
    text, cues, parts, opened = "", [], [], 0
    for letter in marked:
        if letter in "[{":
            opened = len(text)
        elif letter in "]}":
            (cues if letter == "]" else parts).append((opened, len(text)))
        else:
            text += letter
    frame = ActFrame(id=f"{act}.test", act=act, roles={})  # type: ignore[arg-type]
    people = tuple(Part("counterpart", Reference("mention", 0, at)) for at in parts)
    return text, Telling(frame, 0, tuple(cues), people, "done", noun=noun, order=cues[0][0], scope=(0, len(text)))


def told(marked: str, act: str, noun: bool = False) -> list[str]:
    text, given_telling = telling(marked, act, noun)
    found, ranges = topics(text, given_telling)
    assert len(found) == len(ranges)
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in ranges)
    return list(found)


@pytest.mark.parametrize(
    ("act", "marked", "wanted"),
    [
        ("cooperation", "Ils vont [renforcer la coordination] dans le domaine énergétique, Dakar étant exportateur de blé.", "energy"),
        ("cooperation", "Ils [développent la coopération] dans les domaines de la santé, du commerce et du sport.", "health trade sport"),
        ("cooperation", "Il a dit vouloir [renforcer] davantage les [relations] avec Tunis.", "bilateral_relations"),
        ("cooperation", "Ils comptent [développer la coopération] bilatérale en matière de pêche.", "fisheries bilateral_relations"),
        ("cooperation", "En matière de sécurité, les deux ministres ont convenu de [renforcer] leur [coordination].", "security"),
        ("cooperation", "Ils ont mené une [coopération] militaire.", "defence"),
        ("cooperation", "Ils vont [coopérer] dans l'eau, le blé, le sport, la culture et le transport.", "water agriculture sport culture"),
        ("agreement", "Ils ont [signé] six [accords] portant sur l'éducation, le numérique et les douanes.", "education technology trade"),
        ("agreement", "Ils ont [signé] un [accord] de coopération dans le domaine de la santé.", "health"),
        ("agreement", "Un [accord] de pêche a été [signé] à Dakar.", "fisheries"),
        ("agreement", "Ils ont [signé] dix [protocoles], de l'agriculture aux assurances.", "agriculture finance"),
        ("aid", "La Chine [accorde] une [aide] humanitaire au Tchad.", "humanitarian"),
        ("aid", "La Chine [a livré] des vaccins au Tchad.", "health"),
        ("meeting", "Il [s'est entretenu] avec {son homologue} sur les moyens de développer la coopération énergétique.", "energy"),
        ("meeting", "Il a eu un [entretien] avec son homologue chilien, X, sur la situation des migrants.", "migration"),
        ("meeting", "La lutte contre le terrorisme et la pêche étaient au centre de leurs [entretiens].", "counter_terrorism fisheries"),
        ("meeting", "Ils se retrouveront à Moscou pour des [pourparlers] de paix.", "peace_process"),
        ("meeting", "Ils se [retrouveront] à Moscou pour des pourparlers de paix.", "peace_process"),
        ("appeal", "Il a [appelé] les parties à un cessez-le-feu.", "peace_process"),
        ("support", "Paris a apporté son [soutien] à la souveraineté marocaine sur le Sahara.", "decolonisation"),
        ("condemnation", "Dakar a [condamné] l'attentat terroriste de mardi.", "counter_terrorism"),
        ("message", "Il a remis un [message] relatif aux relations bilatérales.", "bilateral_relations"),
        ("visit", "Il est en [visite] de travail à Tbilissi pour un forum sur l'environnement.", "environment"),
        ("cooperation", "Ils veulent [développer la coopération] sur le PLAN ENERGETIQUE.", "energy"),
        ("cooperation", "Ils veulent [développer la coopération] dans la sécurité alimentaire.", "agriculture"),
    ],
)  # fmt: skip
def test_topics_of_an_act(act: str, marked: str, wanted: str) -> None:
    assert told(marked, act, noun=act == "meeting" and "pourparlers]" in marked) == wanted.split()


@pytest.mark.parametrize(
    ("act", "marked"),
    [
        (
            "visit",
            "Il a voulu [effectuer une visite] pour ouvrir des perspectives, ainsi que son attachement à la coopération énergétique.",
        ),
        ("meeting", "Il a [reçu] {le ministre de la Défense}, X."),
        ("meeting", "Il a [reçu] le ministre algérien de l'Énergie et des Mines, X."),
        ("meeting", "Il a [reçu] le secrétaire d'État chargé du Commerce extérieur."),
        ("meeting", "Il a [reçu] son homologue, à qui il a exposé la coopération énergétique."),
        ("message", "Il a transmis ses [vœux] de bonne santé et de bien-être."),
        ("condolence", "Il a présenté ses [condoléances] au roi. La coopération militaire se poursuit."),
        ("aid", "La police a [tiré] des grenades de gaz lacrymogène."),
        ("cooperation", "Ils veulent [coopérer] dans un climat de confiance."),
        ("condemnation", "Il a [condamné] le péché d'orgueil."),
        ("appeal", "Il a [appelé] la junte militaire à partir."),
        ("condemnation", "Il a [condamné] le coup d'État militaire."),
        ("agreement", "Ils ont [signé] un [accord] avec Dakar, dont le gaz est connu."),
        ("support", "Il a [rouvert] sa frontière, fermée en août pour une querelle sur le pétrole."),
        ("handover", "Ils ont [libéré] sept soldats égarés en forêt."),
        ("condemnation", "Il a [condamné] la prise du pouvoir par des militaires."),
        ("meeting", "Il s'est [entretenu] avec X, secrétaire pour les relations avec les États."),
    ],
)
def test_words_that_are_no_topic_of_the_act(act: str, marked: str) -> None:
    assert told(marked, act) == []


@pytest.mark.parametrize("row", rows("topics"), ids=lambda r: f"{r['topic']}:{r['phrase']}")
def test_every_example_tells_its_topic(row: dict[str, str]) -> None:
    found = {e.topic for hit in topic_hits(row["example"]) for e in hit.entries}
    assert row["topic"] in found


def test_every_topic_has_words_and_every_word_a_topic() -> None:
    found = [r["topic"] for r in rows("topics")]
    assert set(found) == {*TOPICS, "-"}
    assert len([t for t in found if t != "-"]) >= 300


def test_the_table_is_sorted_unique_and_in_the_vocabulary() -> None:
    keys = [([*TOPICS, "-"].index(r["topic"]), r["phrase"].lower()) for r in rows("topics")]
    assert keys == sorted(set(keys))
    assert all(r["inflection"] in ("", "fixed") and r["source"] in ("name", "register", "trap") for r in rows("topics"))
    assert {t for r in rows("topics") for t in r["only"].split()} <= set(ACT_TYPES)


@pytest.mark.parametrize(
    "row", [r for r in rows("topic_markers") if r["kind"] not in ("function", "opens", "joins")], ids=lambda r: r["phrase"]
)
def test_every_marker_is_found_in_its_example(row: dict[str, str]) -> None:
    assert row["kind"] in MARKER_KINDS
    assert row["kind"] in {m.kind for m in marks(folded_text(row["example"]).folded)}


def test_phrases_inflect() -> None:
    assert {"énergies renouvelables", "énergie renouvelable"} <= set(inflected("énergie renouvelable"))
    assert {"échanges commerciaux", "échange commercial"} <= set(inflected("échange commercial"))
    assert "bourses d'études" in inflected("bourse d'études")


def test_a_wrong_accent_makes_another_word() -> None:
    assert accents_agree("PECHE", "pêche")
    assert accents_agree("énergetique", "énergétique")
    assert not accents_agree("péché", "pêche")


@given(st.text(alphabet="aéœ gaz pêche,.«ßŒ\n", max_size=60))
def test_hits_lead_back_to_the_text(text: str) -> None:
    view = folded_text(text)
    for hit in topic_hits(text):
        start, end = view.origin(hit.start, hit.end)
        assert 0 <= start < end <= len(text)


def test_hostile_text_is_read_in_time() -> None:
    text = "coopération énergétique sur la pêche, " * 1400
    begun = time.perf_counter()
    topics(*telling(f"[accord] {text}", "agreement"))
    assert time.perf_counter() - begun < 2


def test_a_sentence_of_its_own_tells_what_talks_were_about() -> None:
    text = "Le président du Mali a reçu mardi l'ambassadeur du Japon. Les discussions ont porté sur la pêche et le commerce."
    (act,) = (a for a in read(text, published="2024-05-16", language="fr").acts if a.type == "meeting")
    assert set(act.topics) == {"fisheries", "trade"}


def test_relations_that_are_broken_off_are_no_topic() -> None:
    (act,) = read("Le Mali a rompu ses relations diplomatiques avec le Kenya.", published="2024-05-16", language="fr").acts
    assert act.topics == ()
