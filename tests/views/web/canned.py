"""A record that answers from the hand, for tests of pages: two countries, a visit promised and kept, a document with hostile words."""

from __future__ import annotations

from typing import Any

from readings_by_hand import TEXT, hostile_reading, reading_of
from starlette.testclient import TestClient

from dragoman.errors import CursorError, DecisionError, UnknownError
from dragoman.record import answers as told
from dragoman.record.act_filter import ActFilter
from dragoman.record.decisions import Anchor, ApartActs, Decision, SameAct, Undo, Unsure, make_decision
from dragoman.record.document_answers import DocumentPage, Excerpt, Hit, HitPage, Piece, Sighting
from dragoman.record.truth import Filed
from dragoman.views.web.application import application_of
from dragoman.views.web.room import Room

BASE = "http://127.0.0.1:8765"
ALL = ActFilter()
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u202eevil"
DOCUMENT, PLAIN, LONG = ("sha256:" + two * 32 for two in ("ab", "cd", "ef"))

ALGERIA = told.Named(ident="DZA", kind="country", name="Algérie")
BAKU = told.Named(ident="AZE", kind="country", name="Azerbaïdjan")
MINISTER = told.Named(ident="per:belkacem@DZA", kind="person", name="Nadir Belkacem", country="DZA")
LINE = told.DocumentLine(
    ident=DOCUMENT, title=HOSTILE, publisher="APS", published="2022-08-24", day="2022-08-24", uri="javascript:alert(1)", language="fr"
)


def act(ident: str = "abababababababab.a1", **changes: Any) -> told.ActLine:
    fields: dict[str, Any] = {
        "ident": ident,
        "type": "visit",
        "status": "announced",
        "form": "official",
        "edtf": "2022-09-01/2022-09-03",
        "first_day": "2022-09-01",
        "last_day": "2022-09-03",
        "day": "2022-09-01",
        "place": "Baku",
        "country": "AZE",
        "latitude": 40.4,
        "longitude": 49.9,
        "hedged": False,
        "sides": (told.Side(actor=MINISTER, role="agent"), told.Side(actor=BAKU, role="counterpart")),
        "topics": ("energy",),
        "plover": "AGREE",
        "cameo": "036",
        "quad_class": 1,
        "reports": 2,
        "publishers": 1,
        "disagree": (),
        "follow_up": "open",
        "words": HOSTILE,
        "source": told.Words(document=DOCUMENT, start=3, end=9, text="visite"),
    }
    return told.ActLine(**{**fields, **changes})


WORDS = told.Words(document=DOCUMENT, start=3, end=9, text=HOSTILE)
REPORTS = tuple(
    told.ReportLine(
        ident=f"abababababababab.a{number}",
        document=LINE,
        local=f"a{number}",
        type="visit",
        status=status,
        sentence=HOSTILE,
        words=(WORDS,),
        hedged=number == 2,
        frame=frame,
        method=method,
    )
    for number, status, frame, method in ((1, "announced", "recevoir.audience", "parse"), (2, "done", HOSTILE, "proximity"))
)
FEATURES = (told.Feature(name="days", value=1, score=2.5, words="the days fit"), told.Feature(name=HOSTILE, value=HOSTILE, score=-1))


def field(name: str, value: Any, other: Any = None) -> told.Field:
    """A field that two reports tell, differently where `other` is given."""
    values = (value, value if other is None else other)
    tellings = tuple(told.Told(report=r.ident, value=v, words=(WORDS,)) for r, v in zip(REPORTS, values, strict=True))
    return told.Field(name=name, value=value, told=tellings, disagree=other is not None, decided=name == "form")


def doubt(kind: str = "act", state: str = "open") -> told.Doubt:
    return told.Doubt(
        ident=f"q-{kind}",
        kind=kind,
        state=state,
        score=1.5,
        features=FEATURES,
        subject=act().ident,
        object="abababababababab.a2",
        acts=() if kind in ("person", "unanchored") else (act(), act("abababababababab.a2", status="done")),
        persons=(MINISTER, told.Named(ident="per:belkacem-2@DZA", kind="person", name=HOSTILE, country="DZA")) if kind == "person" else (),
        documents=(LINE,) if kind == "unanchored" else (),
        reports=REPORTS if kind in ("act", "weak") else (),
    )


def whole_act() -> told.Act:
    """An act that two reports tell differently, with all that a page can show of it."""
    follow = told.Follow(kind="fulfilled", act=act("abababababababab.a2", status="done"), days=12, score=3.0, features=FEATURES)
    return told.Act(
        line=act(disagree=("date", "place")),
        fields=(
            field("status", "announced", "done"),
            field("form", "official", HOSTILE),
            field("date", "2022-09-01/2022-09-03", HOSTILE),
            field("place", "Baku@AZE", "AZE"),
            field("topics", ("energy",)),
            field("sources", ("DZA", HOSTILE)),
            field("hedged", False, True),
        ),
        sides=tuple(
            told.SideTold(side=side, bloc="DZA", told=(told.Told(report=REPORTS[0].ident, value=HOSTILE, words=(WORDS,)),))
            for side in (told.Side(actor=MINISTER, role="agent", behalf=ALGERIA), told.Side(actor=BAKU, role="counterpart"))
        ),
        reports=REPORTS,
        follow=(follow,),
        promises=(follow,),
        within=act("abababababababab.a2"),
        contains=(act("abababababababab.a2"),),
        doubts=(doubt(), doubt("follow_up", "unsure")),
        decisions=(
            told.Decided(ident="d-1", kind="correct_value", by=HOSTILE, at="2024-01-02T03:04:05Z", why=HOSTILE, body={"field": "form"}),
        ),
        codes={"plover": "AGREE", "plover_mode": None, "plover_contexts": ("diplomatic",), "cameo": "036", "quad_class": 1},
    )


def known(ident: str) -> str:
    if ident not in ("DZA", "AZE", "org:UN", MINISTER.ident, act().ident, DOCUMENT):
        raise UnknownError(f"{ident} is not in the record")
    return ident


class CannedQuestions:
    """Answers as `Questions` does; what is asked is kept in `asked`."""

    def __init__(self) -> None:
        self.asked: list[ActFilter] = []

    def acts(self, asked: ActFilter = ALL) -> told.ActPage:
        self.asked.append(asked)
        if asked.cursor not in (None, "second"):
            raise CursorError("no cursor of ours")
        last = asked.cursor == "second"
        return told.ActPage(acts=(act("abababababababab.a2") if last else act(),), next=None if last else "second")

    def count(self, asked: ActFilter = ALL) -> told.Count:
        return told.Count(acts=2)

    def facets(self, asked: ActFilter = ALL) -> told.Facets:
        values = tuple(told.FacetValue(value=f"per:p{n}@DZA", acts=n, label=f"{HOSTILE} {n}") for n in range(20))
        return told.Facets(
            total=told.Count(acts=1234, exact=False),
            facets=(
                told.Facet(name="type", values=(told.FacetValue(value="visit", acts=2),)),
                told.Facet(name="country", values=(told.FacetValue(value="DZA", acts=2), told.FacetValue(value="AZE", acts=1))),
                told.Facet(name="publisher", values=(told.FacetValue(value="", acts=1), told.FacetValue(value="APS & Co", acts=1))),
                told.Facet(name="person", values=values, exact=False),
                told.Facet(name="year", values=(told.FacetValue(value="2022", acts=2),)),
            ),
        )

    def who(self, name: str, *, limit: int = 20) -> tuple[told.Match, ...]:
        return (told.Match(actor=MINISTER, score=95.0 if "belkacem" in name.lower() else 60.0, acts=2, tenures=()),)

    def promises(self, asked: ActFilter = ALL, *, states: Any = (), as_of: str | None = None) -> told.PromisePage:
        state = states[0] if states else "overdue"
        follow = whole_act().follow if state == "fulfilled" else ()
        promise = told.Promise(act=act(), state=state, due="2022-09-03", days=-4, follow=follow)
        return told.PromisePage(as_of="2022-09-07", promises=(promise,), next="second" if asked.cursor is None else None)

    def promise_counts(self, asked: ActFilter = ALL, *, as_of: str | None = None) -> told.PromiseCounts:
        return told.PromiseCounts(as_of="2022-09-07", states={"open": 1, "overdue": 1})

    def network(self, asked: ActFilter = ALL, *, of: str = "country", limit: int = 150) -> told.Network:
        nodes = (told.Node(actor=ALGERIA, acts=2), told.Node(actor=BAKU, acts=2))
        return told.Network(nodes=nodes, edges=(told.Edge(a="AZE", b="DZA", acts=2),), counted=2)

    def places(self, asked: ActFilter = ALL, *, limit: int = 500) -> told.Places:
        baku = told.PlaceLine(
            place="Baku", country="AZE", latitude=40.4, longitude=49.9, acts=2, first_day="2022-09-01", last_day="2022-09-03"
        )
        unknown = told.PlaceLine(place=HOSTILE, country=None, latitude=None, longitude=None, acts=1, first_day="", last_day="")
        return told.Places(places=(baku, unknown), counted=3)

    def timeline(self, asked: ActFilter = ALL, by: str = "month") -> told.Timeline:
        return told.Timeline(by=by, points=(told.Point(period="2022-09", type="visit", acts=2),))

    def find(self, text: str, *, cursor: str | None = None, limit: int = 20) -> HitPage:
        snippet = (Piece(text="Une "), Piece(text="visite", hit=True), Piece(text=HOSTILE))
        return HitPage(hits=(Hit(document=LINE, snippet=snippet, acts=(act().ident,)),), documents=1, exact=True)

    def review(self, kind: str | None = None, *, state: str = "open", cursor: str | None = None, limit: int = 20) -> told.ReviewPage:
        doubts = tuple(doubt(one, state) for one in ([kind] if kind else ["act"]))
        return told.ReviewPage(doubts=doubts, open={"act": 3, "person": 0}, answered=2, unsure=1, next="second" if not cursor else None)

    def doubt(self, ident: str) -> told.Doubt:
        if not ident.startswith("q-"):
            raise UnknownError(f"{ident} is not asked")
        return doubt(ident.removeprefix("q-"))

    def new_since(self, seq: int, *, limit: int = 50) -> told.News:
        new = seq < 7
        return told.News(since=seq, seq=7, documents=(LINE,) if new else (), acts=(act(),) if new else (), more_documents=0, more_acts=0)

    def coverage(self) -> told.Coverage:
        tallies = (told.Tally(month="2022-08", publisher="APS", reports=3), told.Tally(month="2022-11", publisher=HOSTILE, reports=1))
        return told.Coverage(
            documents=4,
            acts=2,
            reports=4,
            persons=1,
            questions=3,
            first_day="2022-08-01",
            last_day="2022-11-02",
            as_of="2022-11-02",
            seq=7,
            tallies=(*tallies, told.Tally(month="", publisher="", reports=1)),
        )

    def words(self, document: str, start: int, end: int, *, around: int = 200) -> Excerpt:
        known(document)
        return Excerpt(document=LINE, start=start, end=end, before="", text="visite", after=HOSTILE)

    def counterparts(self, ident: str, *, limit: int = 50) -> tuple[told.Counterpart, ...]:
        known(ident)
        return (told.Counterpart(actor=BAKU, acts=2),)

    def _dossier(self, *idents: str, as_of: str | None = None) -> told.Dossier:
        actors = tuple({"DZA": ALGERIA, "AZE": BAKU}.get(known(ident), MINISTER) for ident in idents)
        return told.Dossier(
            actors=actors,
            total=told.Count(acts=2),
            types=(told.FacetValue(value="visit", acts=2),),
            statuses=(told.FacetValue(value="announced", acts=2),),
            timeline=self.timeline(),
            acts=(act(),),
            agreements=(act("abababababababab.a2", type="agreement", form="signed"),),
            promises=self.promises(states=("fulfilled",)),
            statements=(
                told.StatementLine(
                    document=LINE, local="s1", mode="direct", day="2022-08-24", speakers=(MINISTER,), content=HOSTILE, words=(WORDS,)
                ),
            ),
            counterparts=self.counterparts("DZA"),
            tenures=(
                told.TenureLine(
                    person=MINISTER,
                    office="foreign_minister",
                    of="DZA",
                    title=HOSTILE,
                    first_day="2022-01-02",
                    last_day="2022-08-24",
                    former_day="2023-01-01",
                    documents=3,
                    words=(WORDS,),
                ),
            ),
            places=self.places(),
            relations=(told.RelationLine(type="member_of", subject=ALGERIA, object="", label=HOSTILE, document=DOCUMENT, words=(WORDS,)),),
            names=(MINISTER.name, HOSTILE),
            first_day="2022-01-02",
            last_day="2022-09-01",
        )

    country = organisation = person = pair = _dossier

    def act(self, ident: str) -> told.Act:
        known(ident)
        return whole_act()

    def document(self, ident: str) -> DocumentPage:
        reading = {DOCUMENT: hostile_reading(), PLAIN: reading_of(title="Audience"), LONG: reading_of(TEXT + " Fin." * 100_000)}.get(ident)
        if reading is None:
            raise UnknownError(f"{ident} is not in the record")
        line = told.DocumentLine(ident=ident, title=None, publisher="", published=None, day="", uri=None, language="fr")
        seen = (Sighting(uri="javascript:alert(1)", publisher=HOSTILE, title=HOSTILE, published="2024"),) * 2
        return DocumentPage(
            document=LINE if ident == DOCUMENT else line,
            sightings=seen,
            reading=reading,
            acts={"a1": act().ident},
            actors={"JPN": "JPN", "per:diarra@MLI": "per:diarra@MLI"},
        )


class CannedRecord:
    """As much of a record as pages use."""

    read_only = False

    def __init__(self) -> None:
        self.questions = CannedQuestions()
        self.filed: list[Any] = []
        self.made: list[Decision] = []

    def anchor(self, ident: str) -> Anchor:
        return Anchor(DOCUMENT, "visit", 3, 9, HOSTILE)

    def decide(self, decision: Decision) -> bool:
        if isinstance(decision.what, Undo) and not any(made.ident == decision.what.decision for made in self.made):
            raise DecisionError("there is no such decision")
        self.made.append(decision)
        return True

    def answer(self, question: str, verdict: str, *, by: str, at: str, why: str = "") -> Decision:
        self.questions.doubt(question)
        kinds: Any = {"yes": SameAct, "no": ApartActs, "unsure": Unsure}
        self.made.append(make_decision(kinds[verdict](self.anchor("a"), self.anchor("b")), by=by, at=at, why=why))
        return self.made[-1]

    def decisions(self) -> tuple[Decision, ...]:
        return tuple(self.made)

    def file(self, readings: Any) -> Filed:
        new = tuple(readings)
        self.filed.extend(new)
        return Filed(documents=len(new), readings=len(new), seq=7 + len(self.filed))

    def close(self) -> None: ...


def client_of(**rules: Any) -> TestClient:
    """A client of the room on a canned record."""
    return TestClient(application_of(Room(CannedRecord(), **rules)), base_url=BASE, follow_redirects=False)  # type: ignore[arg-type]
