"""Everything that dragoman raises on purpose.

DragomanError
├── DataError              a lexicon, a frame or a table of the package is wrong
│   └── FrameError         a frame file is wrong: which file, which frame, what to do
└── MeasureError           a gold file or a file of readings cannot be scored
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
