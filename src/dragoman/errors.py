"""Everything that dragoman raises on purpose.

DragomanError
├── DataError              a lexicon, a frame or a table of the package is wrong
│   └── FrameError         a frame file is wrong: which file, which frame, what to do
├── MeasureError           a gold file or a file of readings cannot be scored
└── RecordError            a record cannot do what was asked
    ├── MissingRecordError    there is no record there, or what is there is none
    ├── NewerRecordError      the record was written by a newer dragoman
    ├── LockedRecordError     another process holds the record
    ├── ReadOnlyRecordError   the record may not be written to
    ├── DamagedRecordError    the record is cut short, or holds what it must not hold
    ├── FullRecordError       no room is left where the record lies
    ├── DecisionError         a decision is wrong, or cites what the record does not hold
    ├── FilterError           a filter that cannot be meant: an unknown type, a day that is none
    ├── CursorError           a cursor that no list gave
    ├── UnknownError          what is asked about is not in the record
    └── RosterError           a row of a roster is wrong: which line, and what to do
"""

from __future__ import annotations


class DragomanError(Exception):
    """The root of the tree: its message says what was wrong, where, and what to do next."""


class DataError(DragomanError):
    """A lexicon, a frame or a table of the package is wrong."""


class FrameError(DataError):
    """A frame file is wrong: the message names the file, the frame and the remedy."""


class MeasureError(DragomanError):
    """A gold file or a file of readings cannot be scored."""


class RecordError(DragomanError):
    """A record cannot do what was asked: the message says what to do, and nothing was changed."""


class MissingRecordError(RecordError):
    """There is no record at that place, the server does not answer, or what is there is no record."""


class NewerRecordError(RecordError):
    """The record was written by a newer dragoman, whose tables this one does not know."""


class LockedRecordError(RecordError):
    """Another process holds the record, for longer than was waited for."""


class ReadOnlyRecordError(RecordError):
    """The record may not be written to: the file, its folder or the database's user forbids it, or it was opened so."""


class DamagedRecordError(RecordError):
    """The record is cut short, or holds what it must not hold."""


class FullRecordError(RecordError):
    """No room is left where the record lies; what was confirmed before is kept."""


class DecisionError(RecordError):
    """A decision is wrong, or cites a document, words or another decision that the record does not hold."""


class FilterError(RecordError):
    """What is asked for cannot be meant: a word outside the vocabulary, a day that is none, a page of no rows."""


class CursorError(RecordError):
    """A cursor that no list gave: ask for the list's first page."""


class UnknownError(RecordError):
    """What is asked about, by an identifier, is not in the record."""


class RosterError(RecordError):
    """A row of a roster is wrong: the message names the line and the remedy."""
