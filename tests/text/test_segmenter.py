"""The segmenter: sentences of communiqués cut as a careful reader would cut them, and what holds for any text at all."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.text.repair import repair
from dragoman.text.segmenter import segment
from dragoman.text.segments import Segment, SegmentedText


def cut(text: str) -> SegmentedText:
    return segment(repair(text))


def words(segmented: SegmentedText, piece: Segment) -> str:
    return " / ".join(segmented.repaired.text[start:end] for start, end in piece.pieces)


def told(text: str) -> list[tuple[str, str, int | None, tuple[int, ...]]]:
    """Kind, words, quotation and reports of every segment."""
    segmented = cut(text)
    return [(s.kind, words(segmented, s), s.quotation, s.reports) for s in segmented.segments]


def clauses(text: str) -> list[tuple[str, str, str]]:
    """Kind, words and cue of every reporting clause."""
    segmented = cut(text)
    whole = segmented.repaired.text
    return [(c.kind, whole[c.start : c.end].strip(), whole[slice(*c.cue)]) for c in segmented.reporting]


def test_a_trailing_clause_is_cut_and_kept_as_a_segment() -> None:
    assert told("Le ministre a reçu M. Touré, indique, mardi, un communiqué du ministère.") == [
        ("clause", "Le ministre a reçu M. Touré", None, (0,)),
        ("reporting", "indique, mardi, un communiqué du ministère", None, ()),
    ]


def test_a_quotation_that_is_a_sentence_is_a_segment() -> None:
    assert told('"La visite a eu lieu à Bakou", lit-on dans le communiqué.') == [
        ("clause", "La visite a eu lieu à Bakou", 0, (0,)),
        ("reporting", "lit-on dans le communiqué", None, ()),
    ]


def test_a_connective_before_a_quotation_is_dropped() -> None:
    assert told('Pour sa part, "le ministre a chargé M. Touré de transmettre ses salutations", ajoute le communiqué.')[0] == (
        "clause",
        "le ministre a chargé M. Touré de transmettre ses salutations",
        0,
        (0,),
    )


def test_a_longer_opening_is_joined_to_the_quotation() -> None:
    assert told('Lors de cet entretien, "les deux pays ont convenu de coopérer", ajoute le communiqué.')[0] == (
        "clause",
        "Lors de cet entretien, / les deux pays ont convenu de coopérer",
        None,
        (0,),
    )


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            'Le ministre a souligné que "la place du pays est grande".',
            "Le ministre a souligné que / la place du pays est grande",
        ),
        (
            'Il a été convenu, durant cette rencontre, "de consolider la coopération".',
            "Il a été convenu, durant cette rencontre, / de consolider la coopération",
        ),
        ('Les relations "fraternelles" entre voisins durent.', "Les relations / fraternelles / entre voisins durent."),
        ('L\'"amitié" des deux pays dure.', "L' / amitié / des deux pays dure."),
    ],
)
def test_a_quotation_that_goes_on_the_grammar_stays(text: str, pieces: str) -> None:
    assert told(text) == [("clause", pieces, None, ())]


@pytest.mark.parametrize(
    ("text", "clause", "cue"),
    [
        ("La visite aura lieu, a-t-il ajouté.", "a-t-il ajouté", "a-t-il ajouté"),
        ("La visite aura lieu, a indiqué le ministre malien.", "a indiqué le ministre malien", "a indiqué"),
        ("La visite aura lieu, a déclaré à la presse M. Touré.", "a déclaré à la presse M. Touré", "a déclaré"),
        ("La visite aura lieu, a fait savoir la présidence.", "a fait savoir la présidence", "a fait savoir"),
        ("La visite aura lieu, a tenu à préciser le ministre.", "a tenu à préciser le ministre", "a tenu à préciser"),
        ("La visite aura lieu, lit-on dans le texte.", "lit-on dans le texte", "lit-on"),
        ("La visite aura lieu, peut-on lire dans le texte.", "peut-on lire dans le texte", "peut-on lire"),
        ("La visite aura lieu, précise la même source.", "précise la même source", "précise"),
        ("La visite aura lieu, a-t-on appris auprès du ministère.", "a-t-on appris auprès du ministère", "a-t-on appris"),
        ("La visite aura lieu, rapporte l'agence locale.", "rapporte l'agence locale", "rapporte"),
        ("La visite aura lieu, selon un communiqué du ministère.", "selon un communiqué du ministère", "selon"),
        ("La visite aura lieu selon un communiqué du ministère.", "selon un communiqué du ministère", "selon"),
        ("La visite aura lieu, de source diplomatique.", "de source diplomatique", "de source"),
        ("La visite aura lieu, comme l'a rappelé le ministre.", "comme l'a rappelé le ministre", "comme l'a rappelé"),
        ("La visite aura lieu, a, pour sa part, indiqué M. Touré.", "a, pour sa part, indiqué M. Touré", "a, pour sa part, indiqué"),
        (
            "La visite aura lieu, a annoncé mardi le ministre malien, Ali Touré, lors d'un point de presse.",
            "a annoncé mardi le ministre malien, Ali Touré, lors d'un point de presse",
            "a annoncé",
        ),
        (
            "La visite aura lieu, a annoncé le ministre malien, dont le pays est l'hôte.",
            "a annoncé le ministre malien, dont le pays est l'hôte",
            "a annoncé",
        ),
        (
            "« Nous venons », explique Ali Touré, courtier à Rosario.",
            "explique Ali Touré, courtier à Rosario",
            "explique",
        ),
        ("« Nous venons », philosophe le vieil homme.", "philosophe le vieil homme", "philosophe"),
    ],
)
def test_trailing_clauses(text: str, clause: str, cue: str) -> None:
    assert clauses(text) == [("trailing", clause, cue)]


@pytest.mark.parametrize(
    ("text", "joined", "clause"),
    [
        ("La commission, a-t-elle rappelé, est prévue en mai.", "La commission / est prévue en mai.", "a-t-elle rappelé"),
        (
            "Le Mali, a déclaré le ministre malien, Abdou Sy, reste attaché à la paix.",
            "Le Mali / reste attaché à la paix.",
            "a déclaré le ministre malien, Abdou Sy",
        ),
        (
            "La visite a eu lieu, a confirmé M. Touré, et le ministre est reparti.",
            "La visite a eu lieu / et le ministre est reparti.",
            "a confirmé M. Touré",
        ),
        (
            "Il a claqué la porte, rompant, selon ses mots, « toute relation ».",
            "Il a claqué la porte, rompant / toute relation",
            "selon ses mots",
        ),
    ],
)
def test_inserted_clauses(text: str, joined: str, clause: str) -> None:
    assert told(text)[0] == ("clause", joined, None, (0,))
    assert clauses(text)[0][:2] == ("inserted", clause)


@pytest.mark.parametrize(
    ("text", "clause", "rest"),
    [
        ("Selon Ali Touré, la France a rompu.", "Selon Ali Touré", "la France a rompu."),
        ("Selon M. Wu, Tegucigalpa avait réclamé de l'argent.", "Selon M. Wu", "Tegucigalpa avait réclamé de l'argent."),
        ("Selon le ministre, Ali Touré, la visite aura lieu.", "Selon le ministre, Ali Touré", "la visite aura lieu."),
        ("D'après un communiqué, publié mardi, la visite aura lieu.", "D'après un communiqué, publié mardi", "la visite aura lieu."),
    ],
)
def test_leading_sources(text: str, clause: str, rest: str) -> None:
    assert clauses(text)[0][:2] == ("leading", clause)
    assert told(text)[1] == ("clause", rest, None, (0,))


@pytest.mark.parametrize(
    "text",
    [
        "Dans un communiqué publié mardi, le ministère indique que la visite est reportée.",
        "Le Premier ministre, Ali Touré, a indiqué mardi à Paris que la visite aura lieu.",
        "Le secrétaire général de l'ONU, Ali Touré, a redit samedi le soutien des Nations unies au pays.",
        "L'Algérie a fermé sa frontière, a rappelé son ambassadeur à Paris et a suspendu les vols.",
        "Le ministre a souligné l'importance de la visite, a rappelé les liens et a exprimé sa gratitude.",
        "Le Conseil, présidé par M. Touré, assure la présidence tournante de l'Union.",
        "Les crédits seront répartis selon les besoins.",
        "La moitié des sièges, ou douze, selon que l'on compte les absents, sont vides.",
    ],
)
def test_what_reports_nothing_is_left_whole(text: str) -> None:
    assert [kind for kind, *_ in told(text)] == ["clause"]
    assert clauses(text) == []


def test_a_colon_announces_a_quotation() -> None:
    assert told("M. Touré a déclaré : « Nous sommes prêts. Nous irons loin. »") == [
        ("reporting", "M. Touré a déclaré", None, ()),
        ("clause", "Nous sommes prêts.", 0, (0,)),
        ("clause", "Nous irons loin.", 0, (0,)),
    ]


def test_a_colon_at_a_paragraphs_end_announces_the_next() -> None:
    segments = told("Le ministre a précisé :\n\n« Nous irons loin avec nos voisins. »")
    assert segments == [("reporting", "Le ministre a précisé", None, ()), ("clause", "Nous irons loin avec nos voisins.", 0, (0,))]


def test_an_interrupted_quotation_is_one_segment() -> None:
    for text in ("« Nous venons », a-t-il dit, « et nous restons ».", "« Nous venons, a-t-il dit, et nous restons. »"):
        first = told(text)[0]
        assert first[1].rstrip(".") == "Nous venons / et nous restons"
        assert first[2:] == (0, (0,))


def test_reporters_stand_outermost_first() -> None:
    segments = told("Selon l'agence, la visite aura lieu, a indiqué le ministre.")
    assert segments[1] == ("clause", "la visite aura lieu", None, (0, 1))
    chained = told("La visite aura lieu, a indiqué le ministre, selon l'agence locale.")
    assert chained[0][3] == (1, 0)
    assert chained[1] == ("reporting", "a indiqué le ministre", None, (1,))


def test_a_speech_goes_on() -> None:
    segmented = cut("« Nous venons tous », a lancé le président. « C'est une promesse. »\n« Elle sera tenue. »")
    assert [s.reports for s in segmented.segments if s.quotation is not None] == [(0,), (0,), (0,)]
    assert segmented.reporting[0].quotations == (0, 1, 2)


def test_a_speech_goes_on_from_indirect_to_direct() -> None:
    segmented = cut("L'île, a-t-il assuré, a révoqué sa décision. « Ils étaient tous là, et ce n'est pas fini. »")
    assert segmented.segments[-1].reports == (0,)
    assert segmented.reporting[0].quotations == (0,)


def test_one_mark_a_paragraph_goes_on_with_the_quotation() -> None:
    segmented = cut("M. Touré a dit :\n« Nous sommes venus.\n« Nous restons.\n« Et nous partirons », a-t-il conclu.")
    assert [q.continues for q in segmented.quotations] == [None, 0, 1]
    assert [q.closed for q in segmented.quotations] == [False, False, True]
    assert not segmented.warnings
    assert {s.quotation for s in segmented.segments if s.kind == "clause"} == {0}


def test_a_line_under_a_quotation_signs_it() -> None:
    segments = told("Citation\n\n« Ceux qui arment les gangs paieront. »\n- Mme Anne Touré, ministre\n\nFaits en bref")
    assert segments[1] == ("clause", "Ceux qui arment les gangs paieront.", 0, (0,))
    assert segments[2] == ("reporting", "Mme Anne Touré, ministre", None, ())


def test_dialogues() -> None:
    segments = told(
        "Q - Que pensez-vous de la visite ?\n\nR - Nous en sommes heureux. Elle a eu lieu.\n\nM. Touré : Nous avons signé un accord."
    )
    assert [words_ for kind, words_, *_ in segments if kind == "reporting"] == ["Q", "R", "M. Touré"]
    assert [reports for kind, *_, reports in segments if kind == "clause"] == [(0,), (1,), (1,), (2,)]


def test_headlines_items_and_semicolons() -> None:
    kinds = told(
        "Trois ambassadeurs reçus\n\nIl s'agit de :\n- M. Ali Touré, ambassadeur du Mali ;\n- Mme Ida Sy, ambassadrice.\n\n"
        "1. Les deux chefs d'État ont eu un tête-à-tête à Luanda.\n\nLa France a voté contre ; le Mali s'est abstenu lors du vote."
    )
    assert [kind for kind, *_ in kinds] == ["headline", "clause", "item", "item", "clause", "clause", "clause"]
    assert kinds[-1][1] == "le Mali s'est abstenu lors du vote."


def test_an_enumeration_in_a_line_stays_one_sentence() -> None:
    assert (
        told("L'accord a trois volets : a) la santé ; b) l'école ; c) le sport.")[0][1]
        == "L'accord a trois volets : / la santé ; / l'école ; / le sport."
    )


def test_a_title_joined_to_its_text_is_parted() -> None:
    segmented = cut("Lima expulse trois diplomates boliviens Le gouvernement péruvien a déclaré jeudi la rupture. La Bolivie a répondu.")
    assert [words(segmented, s) for s in segmented.segments] == [
        "Lima expulse trois diplomates boliviens",
        "Le gouvernement péruvien a déclaré jeudi la rupture.",
        "La Bolivie a répondu.",
    ]


def test_articles_of_names_begin_no_sentence() -> None:
    for text in ("Le ministre a quitté Le Caire pour La Haye hier soir.", "Il a lu dans le quotidien Le courrier que tout va bien."):
        assert len(cut(text).segments) == 1


def test_a_list_in_a_line_is_parted() -> None:
    segmented = cut(
        "Il s'agit de : - M. Ali Touré, ambassadeur du Mali ; - Mme Ida Sy, ambassadrice du Togo ; - M. Li Wei, ambassadeur de Chine."
    )
    assert [s.kind for s in segmented.segments] == ["clause", "item", "item", "item"]


# -- what holds for any text

NOISE = st.lists(
    st.sampled_from(
        [
            *("« ", " »", '"', "“", "”", "„", "‘", "’", "'", "''", "<<", ">>", "»", "«"),
            *(", a-t-il dit", ", a indiqué le ministre", "Selon le communiqué, ", ", selon M. Touré", " a déclaré : ", " que "),
            *("Le ministre a reçu M. Touré", "la visite", "Il est venu", "l'", "😀", "𝔄", "سلام", "\u200f", "e\u0301", "prés ident", "Ã©"),
            *(
                ".",
                ",",
                ";",
                ":",
                " ",
                "\n",
                "\n\n",
                "…",
                "!",
                "?",
                "- ",
                "1. ",
                "Q - ",
                "M. ",
                "(",
                ")",
                "date 2022-08 ",
                "Lire aussi : ",
                "© ",
            ),
        ]
    ),
    max_size=60,
).map("".join)


def check(text: str) -> None:
    segmented = cut(text)
    whole = segmented.repaired.text
    taken: list[tuple[int, int]] = []
    for part in segmented.segments:
        first, last = segmented.paragraphs[part.paragraph]
        assert part.pieces
        assert all(first <= a < b <= last for a, b in part.pieces)
        assert all(b <= c for (_, b), (c, _) in pairwise(part.pieces))
        assert all(0 <= r < len(segmented.reporting) for r in part.reports)
        taken.extend(part.pieces)
        for start, end in part.pieces:
            span = segmented.repaired.span(start, end)
            assert text[span.start : span.end] == span.text
    taken.sort()
    assert all(b <= c for (_, b), (c, _) in pairwise(taken))
    for index, quotation in enumerate(segmented.quotations):
        assert quotation.start < quotation.end
        content = whole[quotation.start : quotation.end]
        assert content == content.strip()
        if quotation.closed:
            behind = whole[quotation.end :].lstrip()
            assert behind[:1] in "\"«»“”„‘’'‹›"
        if quotation.continues is None:
            assert whole[: quotation.start].rstrip()[-1:] in "\"«»“”„‘’'‹›"
        if quotation.parent is not None:
            parent = segmented.quotations[quotation.parent]
            assert quotation.parent < index
            assert parent.depth == quotation.depth - 1
            assert parent.start <= quotation.start
            assert quotation.end <= parent.end
    for clause in segmented.reporting:
        assert clause.start <= clause.cue[0] < clause.cue[1] <= clause.end
        assert all(0 <= q < len(segmented.quotations) for q in clause.quotations)


@settings(max_examples=300, deadline=None)
@given(NOISE)
def test_holds_for_noise_like_communiques(text: str) -> None:
    check(text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120))
def test_holds_for_any_text(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "«" * 10_000 + "a" + "»" * 10_000,
        '"' * 50_000,
        "« a » " * 8000,
        '"a", ' * 10_000,
        ", a-t-il dit" * 4000,
        "A. " * 15_000,
        "« a\n" * 12_000,
        "a" * 50_000,
        "prés ident " * 4000,
        "partager\n" * 5000,
        'dit : "a b" ' * 4000,
    ],
)
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    cut("Le ministre.")
    begun = time.process_time()
    cut(text)
    assert time.process_time() - begun < 4.0
