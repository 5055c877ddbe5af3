"""Addresses that pages link to."""

from __future__ import annotations

from urllib.parse import urlsplit


def safe_link(address: str | None) -> str | None:
    """An address that may be linked to: http and https only; None for all others."""
    if address is None:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None
