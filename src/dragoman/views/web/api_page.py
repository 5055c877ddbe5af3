"""The API's page: every address, what it takes and answers, made from the OpenAPI description."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from dragoman.views.web.rendering import render

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Parameter:
    """One parameter of an address; `kind` in words."""

    name: str
    where: str
    needed: bool
    kind: str
    description: str


@dataclass(frozen=True)
class Operation:
    """One thing that can be asked: its method and path, what it is for, its parameters, the fields of what is sent."""

    method: str
    path: str
    summary: str
    parameters: tuple[Parameter, ...]
    sent: tuple[Parameter, ...]
    answer: str


@router.get("/api")
def api_page(request: Request) -> Response:
    """The page."""
    described = request.app.openapi()
    groups: dict[str, list[Operation]] = {}
    for path, methods in described["paths"].items():
        for method, told in methods.items():
            groups.setdefault(told.get("tags", ["record"])[0], []).append(_operation(method, path, told, described))
    return render(request, "api.html", groups=groups, base=str(request.base_url).rstrip("/"), twin="/api/v1/openapi.json")


def _operation(method: str, path: str, told: dict[str, Any], described: dict[str, Any]) -> Operation:
    parameters = tuple(
        Parameter(
            p["name"], p["in"], p.get("required", False), _kind(p["schema"]), p.get("description") or p["schema"].get("description", "")
        )
        for p in told.get("parameters", ())
    )
    return Operation(method.upper(), path, told.get("description", ""), parameters, _sent(told, described), _answer(told))


def _sent(told: dict[str, Any], described: dict[str, Any]) -> tuple[Parameter, ...]:
    content = told.get("requestBody", {}).get("content", {})
    if "application/json" not in content:
        return ()
    schema = content["application/json"]["schema"]
    if "$ref" in schema:
        schema = described["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    needed = schema.get("required", ())
    return tuple(
        Parameter(name, "body", name in needed, _kind(field), field.get("description", ""))
        for name, field in schema.get("properties", {}).items()
    )


def _answer(told: dict[str, Any]) -> str:
    for status, answer in told.get("responses", {}).items():
        if status.startswith("2"):
            return _kind(answer.get("content", {}).get("application/json", {}).get("schema", {}))
    return ""


def _kind(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"].rsplit("/", 1)[-1])
    if "anyOf" in schema:
        return " | ".join(_kind(part) for part in schema["anyOf"] if part.get("type") != "null")
    if "enum" in schema:
        return " | ".join(str(value) for value in schema["enum"])
    if schema.get("type") == "array":
        return f"{_kind(schema.get('items') or next(iter(schema.get('prefixItems', [{}]))))}[]"
    return str(schema.get("type", ""))
