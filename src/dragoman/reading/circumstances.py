"""When and where an act took place: told of it, taken from the clause that reports it, or inherited from the act that it is within."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.annotations.dates.bounds import bounds, older_than_a_year
from dragoman.annotations.lexicon import capital_of, states
from dragoman.annotations.mentions import Cast, DateMention
from dragoman.annotations.name_text import plain
from dragoman.annotations.towns import capital_town
from dragoman.grammar.clause_text import Annotations
from dragoman.grammar.engine import Telling
from dragoman.model.vocabulary import PROSPECTIVE
from dragoman.reading.act_rules import act_rules
from dragoman.reading.drafts import Draft, DraftDate, DraftPlace
from dragoman.reading.resolution import Resolution
from dragoman.reading.stays import stay
from dragoman.text.segments import SegmentedText

MANY_DAYS = 31
"""Dates further than this from the publication, or wider, are not the document's own days."""

LEAD_SEGMENTS = 4
"""So many segments at the head of a text are its lead."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Fills in the dates and places of one document's drafts."""

    text: SegmentedText
    annotations: Annotations
    cast: Cast
    resolution: Resolution
    published: str | None = None

    def told(self, draft: Draft) -> None:
        """The date and the place that the clause itself tells, else the only ones that its sentence has."""
        telling = draft.telling
        dates = telling.dates or self._only_date(draft)
        for index in dates:
            if self._is_asked_for(draft, self.annotations.dates[index].start):
                continue
            edtf = self._edtf(self.annotations.dates[index], draft)
            if edtf is not None:
                mention = self.annotations.dates[index]
                draft.date = DraftDate(edtf, [(mention.start, mention.end)], "told")
                break
        if act_rules()[draft.type].placeless:
            return
        places = telling.places or self._only([(i, p.start, p.end) for i, p in enumerate(self.annotations.places)], telling)
        for index in places:
            place = self.annotations.places[index]
            if not self._may_be_there(draft, place.country) or self._is_asked_for(draft, place.start):
                continue
            draft.place = DraftPlace(
                place.name, place.country, place.geonames, place.latitude, place.longitude, [(place.start, place.end)], "told"
            )
            break

    def is_history(self, draft: Draft) -> bool:
        """Whether an act is background: told with a date more than a year before the publication, or as a noun beside such dates only."""
        if draft.status in PROSPECTIVE:
            return False
        now = self.published or self._latest()
        if draft.date is not None:
            return draft.date.basis == "told" and older_than_a_year(draft.date.edtf, now)
        segment = self.text.segments[draft.telling.segment]
        beside = [d.past for d in self.annotations.dates if segment.start <= d.start < segment.end]
        return draft.telling.noun and bool(beside) and all(d is not None and older_than_a_year(d, now) for d in beside)

    def _latest(self) -> str | None:
        """The latest day that the text tells of as past: what stands in for an unknown publication."""
        days = [d.past for d in self.annotations.dates if d.past is not None]
        ends = [(end, day) for day in days if (end := bounds(day).upper) is not None and bounds(day).lower is not None]
        return max(ends, default=(None, None))[1]

    def _only_date(self, draft: Draft) -> tuple[int, ...]:
        """The only date of the sentence, where it may be the act's: of a done act a day of the news itself."""
        prospective = draft.status in PROSPECTIVE
        shut = () if prospective else draft.telling.elsewhere
        found = self._only([(i, d.start, d.end) for i, d in enumerate(self.annotations.dates) if i not in shut], draft.telling)
        return tuple(i for i in found if prospective or self._is_current(self.annotations.dates[i].past))

    @staticmethod
    def _only(items: list[tuple[int, int, int]], telling: Telling) -> tuple[int, ...]:
        """The one item that lies in the telling's sentence; none where there are several."""
        low, high = telling.scope
        inside = [i for i, start, end in items if low <= start and end <= high]
        return (inside[0],) if len(inside) == 1 else ()

    def _edtf(self, date: DateMention, draft: Draft) -> str | None:
        """The date by the act's status: what is so since a day was done on that day, what is called off was still to come."""
        prospective = draft.status in PROSPECTIVE or (draft.status == "called_off" and date.future is not None)
        coming = prospective or (draft.telling.presupposed and self._is_nearer_to_come(date))
        found = date.future if coming else date.past
        return found and found.removesuffix("/..")

    def _is_nearer_to_come(self, date: DateMention) -> bool:
        """Whether words that mean a day long past or one soon to come mean the latter: `son déplacement, du 20 au 22 mars`."""
        appeared = bounds(self.published) if self.published else None
        if date.past is None or date.future is None or appeared is None or appeared.lower is None or appeared.upper is None:
            return False
        past, future = bounds(date.past).upper, bounds(date.future).lower
        if past is None or future is None or (appeared.lower - past).days <= MANY_DAYS:
            return False
        return (future - appeared.upper).days < (appeared.lower - past).days

    def reported(self, draft: Draft) -> None:
        """A done act without a date of its own takes the day of the clause that reports it."""
        if draft.date is not None or draft.status in PROSPECTIVE or draft.status == "called_off":
            return
        segment = self.text.segments[draft.telling.segment]
        for index in segment.reports:
            clause = self.text.reporting[index]
            for mention in self.annotations.dates:
                if clause.start <= mention.start and mention.end <= clause.end and mention.past is not None:
                    draft.date = DraftDate(mention.past, [(mention.start, mention.end)], "report")
                    return
        for source in draft.telling.sources:
            self._by_source(draft, source.verb)
            if draft.date is not None:
                return

    def _by_source(self, draft: Draft, verb: int) -> None:
        """A date in the main clause that reports (`a indiqué mardi que`): the one nearest to its verb, before the reported clause."""
        low = draft.telling.scope[0]
        near = [
            d for d in self.annotations.dates if low <= d.start < draft.telling.order and d.past is not None and abs(d.start - verb) < 60
        ]
        if near:
            date = min(near, key=lambda d: abs(d.start - verb))
            draft.date = DraftDate(date.past or "", [(date.start, date.end)], "report")

    def hosted(self, draft: Draft) -> None:
        """Where no town is told, the host's: of a visit the country visited (or its seat, where that stands for it), else the host's."""
        rules = act_rules()[draft.type]
        if draft.place is not None or rules.host is None:
            return
        for p in draft.participants:
            if p.role == rules.host:
                country = self.resolution.side(p.actor)
                if country is not None and len(country) == 3 and country.isupper():
                    draft.place = self._seat_told(country, p.evidence) or self.country_place(country, list(p.evidence), "told")
                return

    def _seat_told(self, country: str, evidence: list[tuple[int, int]]) -> DraftPlace | None:
        """The seat of a state, where the text names the state by it (`la fermeture de l'ambassade à Bamako`)."""
        capital, town = capital_of(country), capital_town(country)
        if capital is None or town is None or not evidence:
            return None
        start, end = evidence[0]
        if plain(self.text.repaired.text[start:end]) != plain(capital.french):
            return None
        return DraftPlace(town.name, country, town.geonames, town.latitude, town.longitude, [(start, end)], "told")

    def country_place(self, country: str, evidence: list[tuple[int, int]], basis: str) -> DraftPlace:
        """A bare country as a place."""
        state = states().get(country)
        name = state.name if state is not None else country
        return DraftPlace(name, country, None, None, None, evidence, "inherited" if basis == "inherited" else "told")

    def last(self, draft: Draft) -> None:
        """A visit of which one day is told lasts as long as the text says."""
        for telling in draft.tellings:
            if act_rules()[draft.type].lasts and draft.date is not None and draft.date.basis != "inherited":
                draft.date = stay(draft.date, self.text.repaired.text, telling.scope)

    def inherit(self, draft: Draft) -> None:
        """Date and place of the act that this one is within, where it has none of its own."""
        outer = draft.within
        if outer is None:
            return
        together = (draft.status in PROSPECTIVE) == (outer.status in PROSPECTIVE)
        if draft.date is None and outer.date is not None and together:
            draft.date = DraftDate(outer.date.edtf, list(outer.date.evidence), "inherited")
        if outer.place is None or act_rules()[draft.type].placeless or not together:
            return
        if draft.place is None or (draft.place.geonames is None and draft.place.country == outer.place.country):
            place = outer.place
            draft.place = DraftPlace(
                place.name, place.country, place.geonames, place.latitude, place.longitude, list(place.evidence), "inherited"
            )

    def carry_on(self, drafts: list[Draft]) -> None:
        """A done act that nothing dates goes on where the text is: the day and, for acts done in person, the place that it told last."""
        earlier = {e for d in drafts if d.date is not None and all(t.prior for t in d.tellings) for e in d.date.evidence}
        lead = self._lead_date(earlier, self._dates_of_events(drafts))
        for number, draft in enumerate(drafts):
            if draft.status != "done":
                continue
            before = [d for d in reversed(drafts[:number]) if d.status == "done"]
            after = [d for d in drafts[number + 1 :] if d.status == "done"]
            if draft.date is None and not self._is_told_by_unknown_day(draft):
                lender = next((d for d in before if d.date is not None and self._lends(d.date, earlier)), None)
                dated = self._heading(draft, lender.order if lender else -1) or (lender.date if lender else None)
                later = next((d.date for d in after if d.date is not None and self._lends(d.date, earlier)), None)
                found = dated or lead or later
                if found is not None:
                    draft.date = DraftDate(found.edtf, list(found.evidence), "inherited")
            if draft.place is None and act_rules()[draft.type].in_person:
                near = [d for d in [*before, *after[:2]] if self._shares(d, draft)]
                placed = next((d.place for d in near if d.place is not None and d.place.geonames is not None), None)
                if placed is not None:
                    draft.place = replace(placed, evidence=list(placed.evidence), basis="inherited")

    def _is_told_by_unknown_day(self, draft: Draft) -> bool:
        """Whether an act has a day of its own that nothing places in time (`mercredi`, of a page without a date)."""
        own = [self.annotations.dates[i] for t in draft.tellings for i in t.dates]
        return bool(own) and all(d.past is None and d.future is None for d in own)

    def _heading(self, draft: Draft, after: int) -> DraftDate | None:
        """The day that stands alone, as a sentence or before one, nearest before an act, told after another act's: `Lundi 29. On signe.`"""
        for mention in reversed(self.annotations.dates):
            if after < mention.start < draft.order and self._stands_alone(mention) and self._is_current(mention.past):
                return DraftDate(mention.past or "", [(mention.start, mention.end)], "inherited")
        return None

    def _stands_alone(self, date: DateMention) -> bool:
        words = self.text.repaired.text
        before = words[max(0, date.start - 2) : date.start].strip(" ")
        behind = words[date.end : date.end + 3].lstrip(" ")[:1]
        return before in ("", "\n", ".", "\n\n") and (not behind or behind in ".:–—\n")

    def _lends(self, date: DraftDate, earlier: set[tuple[int, int]]) -> bool:
        """Whether a date is also that of what is told around it: of the document's days, and not one that something went before on."""
        return self._is_current(date.edtf) and not earlier & set(date.evidence)

    def _is_current(self, edtf: str | None) -> bool:
        """Whether a date is of the days that the document reports: told to the day or week, shortly before the publication."""
        if edtf is None:
            return False
        found = bounds(edtf)
        if found.lower is None or found.upper is None or (found.upper - found.lower).days > MANY_DAYS:
            return False
        appeared = bounds(self.published) if self.published else None
        if appeared is None or appeared.lower is None or appeared.upper is None:
            return True
        return (appeared.lower - found.upper).days <= MANY_DAYS and (found.upper - appeared.upper).days <= 1

    @staticmethod
    def _dates_of_events(drafts: list[Draft]) -> set[int]:
        """The dates that belong to what the acts answer, by index: none of them is the acts' own."""
        tellings = [t for d in drafts if act_rules()[d.type].answers for t in d.tellings]
        return {i for t in tellings for i in t.elsewhere} - {i for t in tellings for i in t.dates}

    def _lead_date(self, earlier: set[tuple[int, int]], shut: set[int]) -> DraftDate | None:
        """The day that the first sentences tell of, where the news begins; not an `earlier` one, that something went before on."""
        read = [s for s in self.text.segments if s.kind in ("clause", "reporting", "headline")][:LEAD_SEGMENTS]
        for index, mention in enumerate(self.annotations.dates):
            inside = index not in shut and any(s.start <= mention.start < s.end for s in read)
            if inside and (mention.start, mention.end) not in earlier and mention.past is not None and self._is_current(mention.past):
                return DraftDate(mention.past, [(mention.start, mention.end)], "inherited")
        return None

    def _shares(self, a: Draft, b: Draft) -> bool:
        """Whether two acts have an actor in common, or the same sides."""
        if set(a.actors()) & set(b.actors()):
            return True
        sides = set(a.sides(self.resolution.side))
        return bool(sides) and sides == set(b.sides(self.resolution.side))

    def datelined(self, draft: Draft, day: str | None, words: tuple[int, int] | None) -> None:
        """The dateline's day, for a done act that nothing else dates: the day on which it is reported."""
        if draft.date is None and draft.status == "done" and day is not None and words is not None:
            draft.date = DraftDate(day, [words], "report")

    def spoken(self, draft: Draft) -> None:
        """The day of publication, for what a text does by saying so (`La France condamne`) and nothing else dates."""
        day = self.published or ""
        if draft.date is None and draft.status == "done" and len(day) == len("2024-05-16") and draft.telling.present:
            draft.date = DraftDate(day, [draft.telling.cue[0]], "report")

    def _may_be_there(self, draft: Draft, country: str) -> bool:
        """Whether an act that its host does at home may have taken place in a country."""
        rules = act_rules()[draft.type]
        hosts = {self.resolution.side(p.actor) for p in draft.participants if p.role == rules.host} if rules.at_host else set()
        return not hosts or country in hosts

    @staticmethod
    def _is_asked_for(draft: Draft, at: int) -> bool:
        """Whether a date or place belongs to what an act asks for: `a invité X à se rendre à Y en mai`."""
        return act_rules()[draft.type].asks and at > draft.telling.cue[-1][0]

    def at_home(self, draft: Draft) -> None:
        """A meeting, say, that nothing places took place at home, where the state whose voice the text is has a side in it."""
        home = self.cast.home
        if act_rules()[draft.type].at_home and draft.place is None and draft.status == "done" and home in draft.sides(self.resolution.side):
            draft.place = self.country_place(home or "", [draft.telling.cue[0]], "inherited")

    def filed(self, draft: Draft, place: tuple[int, int] | None) -> None:
        """The dateline's town, for a done act that took place somewhere in its country: a state summons and speaks at home."""
        if place is None or draft.status != "done" or draft.place is None or draft.place.geonames is not None:
            return
        for mention in self.annotations.places:
            if mention.start < place[1] and mention.end > place[0] and mention.country == draft.place.country:
                evidence = [(mention.start, mention.end)]
                draft.place = DraftPlace(
                    mention.name, mention.country, mention.geonames, mention.latitude, mention.longitude, evidence, "inherited"
                )
                return
