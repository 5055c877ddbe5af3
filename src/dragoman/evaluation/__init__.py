"""How good a reading is: the measure, agreement between coders, corpora, and variants of annotated documents."""

from dragoman.evaluation.corpus import Corpus, SourceDocument, load_corpus
from dragoman.evaluation.evaluation import Evaluation, evaluate
from dragoman.evaluation.gold import GoldAct, GoldDocument, GoldParticipant, GoldRelation, GoldStatement, read_gold

__all__ = [
    "Corpus",
    "Evaluation",
    "GoldAct",
    "GoldDocument",
    "GoldParticipant",
    "GoldRelation",
    "GoldStatement",
    "SourceDocument",
    "evaluate",
    "load_corpus",
    "read_gold",
]
