"""Variants of an annotated document: the same facts of other states, persons, days, in other words."""

from dragoman.evaluation.variants.making import variants

__all__ = ["variants"]
