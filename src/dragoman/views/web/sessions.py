"""Sessions as signed cookies: who somebody is, and the tokens that prove a form came from a page of ours."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass, field

import msgspec
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "dragoman_session"
LIFETIME = 30 * 24 * 3600
"""Seconds that a session lasts after it was begun."""
NAME_LENGTH = 80
"""Characters of a user's name that are kept."""
_SALT = 12


class _Kept(msgspec.Struct, frozen=True):
    ident: str
    name: str
    signed_in: bool
    until: int


@dataclass
class Session:
    """One visitor: `name` as the visitor says (empty: not said), `signed_in` where the password or a token was right."""

    ident: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    name: str = ""
    signed_in: bool = False
    until: int = field(default_factory=lambda: int(time.time()) + LIFETIME)
    new: bool = True
    changed: bool = False
    by_token: bool = False

    def sign_in(self, name: str) -> None:
        """Begin a session of its own for who signs in, so that none handed over before is worth anything."""
        self.ident, self.signed_in, self.changed = secrets.token_urlsafe(12), True, True
        self.rename(name)

    def rename(self, name: str) -> None:
        """Keep the name that decisions shall carry: one line, without control characters."""
        self.name = " ".join("".join(c if c.isprintable() else " " for c in name).split())[:NAME_LENGTH].strip()
        self.changed = True

    def sign_out(self) -> None:
        """Forget who it was."""
        self.ident, self.name, self.signed_in, self.changed = secrets.token_urlsafe(12), "", False, True


def session_of(connection: HTTPConnection) -> Session:
    """The session of a request."""
    found = connection.scope["dragoman.session"]
    assert isinstance(found, Session)
    return found


def form_token(secret: bytes, session: Session) -> str:
    """A token that a form of this session must carry; another each time, so that compression tells nothing about it."""
    session.changed = session.changed or session.new
    salt = secrets.token_urlsafe(_SALT)
    return f"{salt}.{_sign(secret, f'form:{session.ident}:{salt}')}"


def is_form_token(secret: bytes, session: Session, token: str) -> bool:
    """Whether a token was given to this session."""
    salt, _, signature = token.partition(".")
    return hmac.compare_digest(_sign(secret, f"form:{session.ident}:{salt}").encode(), signature.encode("utf-8", "replace"))


class Sessions:
    """Middleware that reads the session from its cookie, or a bearer token, and writes it back where it changed."""

    def __init__(self, app: ASGIApp, secret: bytes, tokens: dict[str, str]) -> None:
        self.app, self.secret, self.tokens = app, secret, tokens

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        session = self._by_token(scope) or self._by_cookie(scope) or Session()
        scope["dragoman.session"] = session

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start" and session.changed and not session.by_token:
                secure = "; Secure" if scope.get("scheme") == "https" else ""
                cookie = f"{COOKIE}={_pack(self.secret, session)}; Path=/; Max-Age={LIFETIME}; HttpOnly; SameSite=Lax{secure}"
                MutableHeaders(scope=message).append("set-cookie", cookie)
            await send(message)

        await self.app(scope, receive, send_with_cookie)

    def _by_token(self, scope: Scope) -> Session | None:
        scheme, _, token = _header(scope, b"authorization").partition(" ")
        if scheme.lower() != "bearer":
            return None
        for known, name in self.tokens.items():
            if hmac.compare_digest(known.encode(), token.strip().encode("utf-8", "replace")):
                return Session(ident="token", name=name, signed_in=True, new=False, by_token=True)
        return None

    def _by_cookie(self, scope: Scope) -> Session | None:
        return _unpack(self.secret, cookie_parser(_header(scope, b"cookie")).get(COOKIE, ""))


def _header(scope: Scope, name: bytes) -> str:
    for key, value in scope["headers"]:
        if key == name:
            return bytes(value).decode("latin-1")
    return ""


def _sign(secret: bytes, message: str) -> str:
    return hmac.new(secret, message.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def _pack(secret: bytes, session: Session) -> str:
    kept = _Kept(session.ident, session.name, session.signed_in, session.until)
    body = base64.urlsafe_b64encode(msgspec.json.encode(kept)).decode().rstrip("=")
    return f"{body}.{_sign(secret, 'session:' + body)}"


def _unpack(secret: bytes, cookie: str) -> Session | None:
    body, _, signature = cookie.partition(".")
    if not hmac.compare_digest(_sign(secret, "session:" + body).encode(), signature.encode("utf-8", "replace")):
        return None
    kept = msgspec.json.decode(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)), type=_Kept)
    if kept.until < time.time():
        return None
    return Session(kept.ident, kept.name, kept.signed_in, kept.until, new=False)
