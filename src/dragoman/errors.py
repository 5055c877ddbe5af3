"""Everything that dragoman raises on purpose.

DragomanError
├── DataError              a lexicon, a frame or a table of the package is wrong
│   └── FrameError         a frame file is wrong: which file, which frame, what to do
├── MeasureError           a gold file or a file of readings cannot be scored
└── RecordError            a record cannot do what was asked
    ├── RecordMissing      there is no record there, or what is there is none
    ├── RecordNewer        the record was written by a newer dragoman
    ├── RecordLocked       another process holds the record
    ├── RecordReadOnly     the record may not be written to
    ├── RecordDamaged      the record is cut short, or holds what it must not hold
    ├── RecordFull         no room is left where the record lies
    ├── DecisionError      a decision is wrong, or cites what the record does not hold
    ├── QuestionError      a question is wrong: a cursor, an unknown name or identifier
    └── RosterError        a row of a roster is wrong: which line, and what to do
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


class RecordMissing(RecordError):
    """There is no record at that place, the server does not answer, or what is there is no record."""


class RecordNewer(RecordError):
    """The record was written by a newer dragoman, whose tables this one does not know."""


class RecordLocked(RecordError):
    """Another process holds the record, for longer than was waited for."""


class RecordReadOnly(RecordError):
    """The record may not be written to: the file, its folder or the database's user forbids it, or it was opened so."""


class RecordDamaged(RecordError):
    """The record is cut short, or holds what it must not hold."""


class RecordFull(RecordError):
    """No room is left where the record lies; what was confirmed before is kept."""


class DecisionError(RecordError):
    """A decision is wrong, or cites a document, words or another decision that the record does not hold."""


class QuestionError(RecordError):
    """A question cannot be answered as it is put: a cursor that is none, an identifier or a name that the record does not know."""


class RosterError(RecordError):
    """A row of a roster is wrong: the message names the line and the remedy."""
