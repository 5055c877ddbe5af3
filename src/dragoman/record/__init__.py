"""The record: many documents, one memory.

Readings and decisions are kept; acts, persons, tenures, merges and follow-ups are derived from them.
"""
