"""Bringing documents in: from files, folders and the standard input."""

from dragoman.intake.encoding import decode
from dragoman.intake.failure import IntakeFailure
from dragoman.intake.sources import MAX_BYTES, documents

__all__ = ["MAX_BYTES", "IntakeFailure", "decode", "documents"]
