"""Answers as JSON: the record's structs encoded as they are, and their schemas for the API's page."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.responses import Response

REF = "#/components/schemas/{name}"
ERROR = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message", "remedy"],
            "properties": {"code": {"type": "string"}, "message": {"type": "string"}, "remedy": {"type": "string"}},
        }
    },
}
"""The schema of the one shape of an error."""
ERRORS: dict[int | str, dict[str, Any]] = {
    "4XX": {"description": "what is wrong and what to do", "content": {"application/json": {"schema": {"$ref": REF.format(name="Error")}}}}
}

_answered: dict[str, Any] = {}


def encoded(answer: object, *, status: int = 200) -> Response:
    """An answer as JSON."""
    return Response(msgspec.json.encode(answer), status_code=status, media_type="application/json")


def answers(kind: Any, *, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """What a route says that it answers: the schema of a struct, or of a tuple of structs."""
    name = str(kind)
    _answered[name] = kind
    return {status: {"description": "the answer", "content": {"application/json": {"schema": {"x-struct": name}}}}}


def takes(kind: type[msgspec.Struct]) -> dict[str, Any]:
    """What a route says that it takes: the schema of a struct as JSON."""
    name = str(kind)
    _answered[name] = kind
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": {"x-struct": name}}}}}


def describe(app: FastAPI) -> None:
    """Give the app the OpenAPI description that tells the structs' schemas; made when it is first asked for."""

    def openapi() -> dict[str, Any]:
        if not app.openapi_schema:
            described = get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes)
            kinds = list(_answered.items())
            schemas, components = msgspec.json.schema_components([kind for _, kind in kinds], ref_template=REF)
            by_name = {name: schema for (name, _), schema in zip(kinds, schemas, strict=True)}
            described.setdefault("components", {}).setdefault("schemas", {}).update({**components, "Error": ERROR})
            app.openapi_schema = _filled(described, by_name)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _filled(node: Any, by_name: dict[str, Any]) -> Any:
    if isinstance(node, dict):
        if "x-struct" in node:
            return by_name[node["x-struct"]]
        return {key: _filled(value, by_name) for key, value in node.items()}
    if isinstance(node, list):
        return [_filled(item, by_name) for item in node]
    return node
