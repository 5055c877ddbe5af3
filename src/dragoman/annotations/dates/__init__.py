"""Dates in words, as EDTF: the grammar is data (the language's `dates.yaml`), the builders give its rules their meaning."""

from dragoman.annotations.dates.annotate import annotate_dates
from dragoman.annotations.dates.bounds import Bounds, bounds, is_valid, older_than_a_year

__all__ = ["Bounds", "annotate_dates", "bounds", "is_valid", "older_than_a_year"]
