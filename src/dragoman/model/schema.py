"""The JSON schema of a reading, made from the model's classes, so that the two cannot drift apart."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import inspect

from dragoman.model.reading import Reading
from dragoman.model.span import Span

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DESCRIPTION = (
    "What one document says, as read by dragoman: one JSON object per document, one line each in JSONL. Offsets count Unicode code points"
    " in `document.text` as it was handed in (before any repair), start inclusive, end exclusive. VOCABULARY.md says what the words mean."
)
_PLAIN: dict[type[inspect.Type], str] = {
    inspect.StrType: "string",
    inspect.IntType: "integer",
    inspect.FloatType: "number",
    inspect.BoolType: "boolean",
}
_SPAN = {"$ref": "#/$defs/span"}
_SPANS = {"$ref": "#/$defs/spans"}

Schema = dict[str, Any]


def reading_schema() -> Schema:
    """The schema of one reading, in JSON Schema 2020-12."""
    head = {"$schema": DIALECT, "title": "Reading", "description": DESCRIPTION}
    spans = {"type": "array", "minItems": 1, "items": _SPAN}
    return {**head, **_object(Reading), "$defs": {"span": _object(Span), "spans": spans}}


def _object(kind: type[msgspec.Struct]) -> Schema:
    info = inspect.type_info(kind)
    assert isinstance(info, inspect.StructType)
    required = [f.encode_name for f in info.fields if f.required]
    properties = {f.encode_name: _schema(f.type) for f in info.fields}
    return {"type": "object", "additionalProperties": False, **({"required": required} if required else {}), "properties": properties}


def _schema(info: inspect.Type) -> Schema:
    """The schema of a field's type; the spans of the model are referred to, all else is spelled out in place."""
    if isinstance(info, inspect.Metadata):
        return {**_schema(info.type), **(info.extra_json_schema or {})}
    if isinstance(info, inspect.UnionType):
        return _union([t for t in info.types if not (isinstance(t, inspect.CustomType) and t.cls is msgspec.UnsetType)])
    if isinstance(info, inspect.StructType):
        return _SPAN if info.cls is Span else _object(info.cls)
    if isinstance(info, inspect.VarTupleType):
        return _list(info)
    if isinstance(info, inspect.LiteralType):
        return {"enum": list(info.values)}
    bounds = {"minimum": info.ge} if isinstance(info, inspect.IntType) and info.ge is not None else {}
    return {"type": _PLAIN[type(info)], **bounds}


def _list(info: inspect.VarTupleType) -> Schema:
    items = _schema(info.item_type)
    if items == _SPAN and info.min_length == 1:
        return _SPANS
    return {"type": "array", "items": items}


def _union(types: list[inspect.Type]) -> Schema:
    told = [t for t in types if not isinstance(t, inspect.NoneType)]
    (schema,) = map(_schema, told)
    if len(told) == len(types):
        return schema
    if type(told[0]) in _PLAIN:
        return {**schema, "type": [schema["type"], "null"]}
    return {"oneOf": [{"type": "null"}, schema]}
