"""Reading a corpus to score it: its documents as they are, or variants of them in their place."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.evaluation.corpus import Corpus, SourceDocument, names_of
from dragoman.evaluation.evaluation import Evaluation, evaluate
from dragoman.evaluation.gold import GoldDocument
from dragoman.evaluation.variants import variants
from dragoman.flow import reader
from dragoman.model.reading import Reading
from dragoman.reading.pool import pool_readings
from dragoman.reading.reader import Reader


def read_corpus(corpus: Corpus, by: Reader | None = None) -> list[Reading]:
    """The readings of a corpus's documents, in order; one on which the reader fails is an empty reading with a warning."""
    return list(pool_readings(by or reader(), (d.as_document() for d in corpus.documents), 1))


def evaluated(corpus: Corpus, by: Reader | None = None) -> Evaluation:
    """A corpus read and scored."""
    return evaluate(corpus.gold, read_corpus(corpus, by))


def varied(corpus: Corpus, each: int, seed: int = 1) -> Corpus:
    """`each` variants of every annotated document in its place: other states, persons, days and words, the gold carried along."""
    sources = {name: d for d in corpus.documents for name in names_of(d.uri)}
    made = [pair for g in corpus.gold for pair in variants(sources[g.id].as_document(), g, each, seed)]
    documents = (
        SourceDocument(uri=g.id, text=d.text, title=d.title, publisher=d.publisher, published=d.published, language=d.language)
        for d, g in made
    )
    return Corpus(tuple(documents), tuple(g for _, g in made))


def spread(gold: Sequence[GoldDocument], count: int) -> tuple[GoldDocument, ...]:
    """`count` of the documents that tell of acts, evenly spread over their order."""
    telling = [g for g in gold if g.acts]
    count = min(count, len(telling))
    return tuple(telling[k * len(telling) // count] for k in range(count))
