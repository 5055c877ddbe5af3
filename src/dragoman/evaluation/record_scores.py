"""How well the record merges acts, tells persons and follows promises up, against a corpus of documents that belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

import msgspec

from dragoman.evaluation.actors import ReadActors
from dragoman.evaluation.matching import agreement, best_pairs
from dragoman.evaluation.record_gold import RecordAct, RecordCorpus
from dragoman.evaluation.record_run import Derived, derive, pairs
from dragoman.model.reading import Reading
from dragoman.model.vocabulary import PROSPECTIVE
from dragoman.record.report import report_ident


class Score(msgspec.Struct, frozen=True):
    """How many were right, found though wrong, missed, each named for a human to look at."""

    right: int
    wrong: tuple[str, ...]
    missed: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Of what was found, the part that is right; 1 where nothing was."""
        found = self.right + len(self.wrong)
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Of what was to be found, the part that was; 1 where there was nothing."""
        wanted = self.right + len(self.missed)
        return self.right / wanted if wanted else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)


class RecordScores(msgspec.Struct, frozen=True):
    """Merges (pairs of reports), persons (pairs of keys), follow-ups (promise and act); what is doubtful of the missed merges."""

    merges: Score
    persons: Score
    follow_ups: Score
    offered: int

    def __add__(self, other: RecordScores) -> RecordScores:
        return RecordScores(
            self.merges + other.merges, self.persons + other.persons, self.follow_ups + other.follow_ups, self.offered + other.offered
        )


def score(corpus: RecordCorpus, readings: Sequence[Reading]) -> RecordScores:
    """The scores of readings of the corpus's documents, in its order. An act that no gold act matches is left out of account."""
    derived = derive(readings)
    cluster = _clusters(corpus, readings)
    merges = _of_pairs(
        pairs([i for i in act.reports if i in cluster] for act in derived.acts.values()), pairs(_groups(cluster).values()), _named(cluster)
    )
    doubtful = {tuple(sorted(pair)) for pair in derived.doubtful}
    offered = sum(tuple(pair.split(" | ")[0].split(" ")) in doubtful for pair in merges.missed)
    return RecordScores(merges, _person_score(corpus, readings, derived), _follow_score(corpus, readings, derived, cluster), offered)


def _clusters(corpus: RecordCorpus, readings: Sequence[Reading]) -> dict[str, str]:
    """By the ident of a report, the cluster of the gold act that it matches."""
    found = {}
    for gold, reading in zip(corpus.gold, readings):
        matched = _matched(gold.acts, reading)
        if reading.reader.name == "gold":
            matched = {k: k for k in range(len(gold.acts))}
        found.update({report_ident(reading.document.id, reading.acts[j].id): gold.acts[k].cluster for k, j in matched.items()})
    return found


def _matched(acts: Sequence[RecordAct], reading: Reading) -> dict[int, int]:
    """Gold acts to read ones, as `match` has it, promises with promises first; of those that agree alike form and date decide."""
    actors, scored = ReadActors(reading), []
    for i, gold in enumerate(acts):
        for j, act in enumerate(reading.acts):
            alike = agreement(gold, act, actors)
            edtf = act.date.edtf if act.date else None
            if (gold.status in PROSPECTIVE) != (act.status in PROSPECTIVE):
                alike /= 2
            scored.append((alike and alike + 0.02 * (gold.form == act.form) + 0.02 * (gold.date == edtf), i, j))
    return best_pairs(scored)


def _groups(labels: Mapping[str, Hashable]) -> dict[Hashable, list[str]]:
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for ident, label in labels.items():
        groups[label].append(ident)
    return groups


def _named(labels: Mapping[str, str]) -> Mapping[str, str]:
    return labels


def _of_pairs(found: set[tuple[str, str]], wanted: set[tuple[str, str]], labels: Mapping[str, str]) -> Score:
    def told(pair: tuple[str, str]) -> str:
        return f"{pair[0]} {pair[1]} | {labels[pair[0]]} / {labels[pair[1]]}"

    return Score(len(found & wanted), tuple(sorted(map(told, found - wanted))), tuple(sorted(map(told, wanted - found))))


def _person_score(corpus: RecordCorpus, readings: Sequence[Reading], derived: Derived) -> Score:
    found: dict[str, str] = {}
    wanted: dict[str, str] = {}
    for gold, reading in zip(corpus.gold, readings):
        actors = ReadActors(reading)
        for key, local in _locals(gold.persons, reading, actors).items():
            person = gold.persons[key]
            mention = f"{gold.id}:{key}"
            wanted[mention] = person
            found[mention] = derived.persons.get((reading.document.id, local), mention)
    return _of_pairs(pairs(_groups(found).values()), pairs(_groups(wanted).values()), wanted)


def _locals(keys: Iterable[str], reading: Reading, actors: ReadActors) -> dict[str, str]:
    """Which actor of a reading each key is, one to one: those of the very id first, then the keys of most words."""
    found = {key: f"per:{key}" for key in keys if any(a.id == f"per:{key}" for a in reading.actors)}
    for key in sorted(keys, key=lambda k: (-k.count("-"), k)):
        taken = set(found.values())
        local = next((a.id for a in reading.actors if a.kind == "person" and a.id not in taken and actors.is_key(a.id, key)), None)
        if key not in found and local is not None:
            found[key] = local
    return found


def _follow_score(corpus: RecordCorpus, readings: Sequence[Reading], derived: Derived, cluster: dict[str, str]) -> Score:
    """Pairs of a promise's cluster and the cluster of what became of it, of those whose reports were read."""
    read = set(cluster.values())
    wanted = set()
    for act in (act for gold in corpus.gold for act in gold.acts):
        for kind, other in (("fulfilled", act.fulfilled_by), ("called_off", act.called_off_by), ("renewed", act.renewed_by)):
            if other and {act.cluster, other} <= read:
                wanted.add((f"{kind} {act.cluster}", other))
    found = set()
    for promise, later, follow in derived.follow_ups:
        mine = {cluster[i] for i in derived.acts[promise].reports if i in cluster}
        theirs = {cluster[i] for i in derived.acts[later].reports if i in cluster}
        if follow.verdict == "same" and mine and theirs:
            found.add((f"{follow.kind} {min(mine)}", min(theirs)))
    labels = {end: end for pair in wanted | found for end in pair}
    return _of_pairs(found, wanted, labels)
