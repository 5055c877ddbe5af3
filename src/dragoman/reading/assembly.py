"""From the tellings of a document to its reading."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from dragoman.grammar.engine import Source, Telling
from dragoman.grammar.syntax import Syntax
from dragoman.model.document import Document
from dragoman.model.reading import Reading
from dragoman.reading.addressees import Addressees
from dragoman.reading.agendas import take_agendas, take_implied, take_sentences, take_talks
from dragoman.reading.annotated import Annotated
from dragoman.reading.attribution import Attribution
from dragoman.reading.circumstances import Circumstances
from dragoman.reading.convened import Convened
from dragoman.reading.credit import credit
from dragoman.reading.drafts import Draft
from dragoman.reading.echoes import echo, is_echo
from dragoman.reading.freezing import Freezer, reader_version
from dragoman.reading.lone_sides import LoneSides
from dragoman.reading.merging import merge, without_vague
from dragoman.reading.nesting import nest
from dragoman.reading.opposites import oppose, point_back
from dragoman.reading.parties import fill_parties
from dragoman.reading.plausibility import Plausibility
from dragoman.reading.pronouns import Pronouns
from dragoman.reading.protagonist import give_protagonist
from dragoman.reading.relations import relations
from dragoman.reading.representation import represent, speak_for, voice
from dragoman.reading.resolution import Resolution
from dragoman.reading.splitting import split
from dragoman.reading.statements import DraftStatement, indirect_statements, quoted_statements
from dragoman.reading.topics import topics
from dragoman.reading.voices import represented, speak_through


def unread(document: Document, reason: str) -> Reading:
    """The empty reading of a document that cannot be read, with the reason as its warning."""
    return Reading(reader=reader_version(), document=document, actors=(), acts=(), statements=(), relations=(), warnings=(reason,))


def assemble(item: Annotated, tellings: list[Telling], syntax: Syntax) -> Reading:
    """The reading of an annotated document, from what its clauses tell."""
    pronouns = Pronouns(item.text, item.cast, syntax.singular_subjects)
    resolution = Resolution(item.annotations, item.cast, pronouns)
    words = syntax.third_person["subject"] | syntax.third_person["stressed"]
    attribution = Attribution(
        item.text,
        item.cast,
        pronouns,
        words,
        syntax.impersonal_inversions,
        syntax.single_prepositions,
        syntax.definite_articles,
        syntax.indefinite_articles,
        syntax.possessives,
        syntax.addressing,
        syntax.complementisers,
        syntax.generic_pronouns,
        syntax.turn_labels,
        syntax.conjunctions,
        syntax.third_person["subject"] - syntax.singular_subjects.keys(),
        syntax.third_person["dative"],
    )
    drafts, sources = _drafts(item, tellings, resolution, attribution)
    addressees = Addressees(resolution, syntax)
    quoted = quoted_statements(attribution, sources, addressees)
    statements = [*quoted, *indirect_statements(sources, quoted, addressees)]
    acts = finish(item, drafts, resolution, {**syntax.bringing_in, "behalf": tuple(syntax.slots.get("behalf", ()))})
    return _frozen(item, acts, statements)


def _drafts(
    item: Annotated, tellings: list[Telling], resolution: Resolution, attribution: Attribution
) -> tuple[list[Draft], list[tuple[Source, tuple[str, ...]]]]:
    drafts: list[Draft] = []
    sources: list[tuple[Source, tuple[str, ...]]] = []
    circumstances = Circumstances(item.text, item.annotations, item.cast, resolution, item.document.published)
    plausibility = Plausibility(item.cast)
    convened = Convened(item.text, item.annotations, item.cast)
    for telling in sorted(tellings, key=lambda t: t.order):
        outer, words = attribution.segment_chain(telling.segment)
        chain = resolution.chain(telling.sources, outer)
        sources.extend((s, resolution.chain((s,), ())) for s in telling.sources)
        draft = echo(telling, drafts, resolution) if is_echo(telling) else resolution.draft(telling, chain)
        if draft is not None:
            convened.fill(draft)
        if draft is None or not plausibility.is_plausible(draft):
            continue
        credit(draft, drafts)
        draft.source_words = (*words, *(s.cue for s in telling.sources))
        circumstances.told(draft)
        if circumstances.is_history(draft):
            continue
        draft.topics, draft.topic_words = topics(item.text.repaired.text, draft.telling)
        drafts.extend(split(draft))
    return drafts, sources


def finish(
    item: Annotated, drafts: list[Draft], resolution: Resolution, openers: Mapping[str, tuple[str, ...]] = MappingProxyType({})
) -> list[Draft]:
    """Merge, nest, date, place and represent the drafts of a document.

    `openers` are the words that open on whose `behalf` one acts, through whose `voice` a state does, by whom it is `represented`.
    """
    circumstances = Circumstances(item.text, item.annotations, item.cast, resolution, item.document.published)
    give_protagonist(drafts, resolution)
    acts = merge(drafts, resolution.side)
    fill_parties(acts, resolution)
    oppose(acts, resolution)
    acts = point_back(acts, resolution)
    acts = without_vague(acts)
    acts = [a for a in acts if a.participants and not a.lacking() and resolution.is_act(a)]
    acts = LoneSides(resolution).without_home_news(acts)
    take_agendas(acts, item.text)
    take_sentences(acts, item.text)
    take_talks(acts, item.text)
    take_implied(acts)
    nest(acts, resolution.side)
    for act in acts:
        circumstances.reported(act)
        circumstances.last(act)
    for act in acts:
        circumstances.hosted(act)
    for _ in range(3):
        for act in acts:
            circumstances.inherit(act)
    circumstances.carry_on(acts)
    for act in acts:
        circumstances.datelined(act, item.filed, item.front.dateline_date)
        circumstances.spoken(act)
        circumstances.at_home(act)
        circumstances.filed(act, item.front.dateline_place)
    speak_through(acts, item.text, item.cast, openers.get("voice", ()), resolution.side)
    represent(acts, item.cast)
    represented(acts, item.text, item.cast, openers.get("represented", ()), resolution.side)
    speak_for(acts, item.text, item.cast, openers.get("behalf", ()))
    voice(acts, resolution.side)
    return acts


def _frozen(item: Annotated, acts: list[Draft], statements: list[DraftStatement]) -> Reading:
    freezer = Freezer(item)
    ordered = sorted(statements, key=lambda d: d.content[0])
    for act in acts:
        act.statement = _statement_of(act, ordered)
    frozen_acts = freezer.acts(acts)
    frozen_statements = freezer.statements(ordered)
    found = () if item.ordinary else relations(item, freezer)
    return Reading(
        reader=reader_version(),
        document=msgspec.structs.replace(item.document),
        actors=freezer.actors(),
        acts=frozen_acts,
        statements=frozen_statements,
        relations=found,
        warnings=item.text.warnings,
    )


def _statement_of(act: Draft, statements: list[DraftStatement]) -> str | None:
    """The id of the statement that reports an act: the narrowest whose words hold its cue."""
    at = act.telling.cue[0][0]
    holding = [(d.content[0][1] - d.content[0][0], n) for n, d in enumerate(statements, 1) if d.content[0][0] <= at < d.content[0][1]]
    return f"s{min(holding)[1]}" if act.sources and holding else None
