"""A JSON schema in English words: of a setting, of a field of the API."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from deploy.reference.markdown import code

Schema = Mapping[str, Any]
NAMES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "null",
    "object": "object",
    "array": "list",
}
FORMATS = {"uuid": "UUID", "date-time": "date and time", "path": "path"}
JOINTS = {"oneOf": " or ", "anyOf": " or ", "allOf": " with the fields of "}
MANY = {"text": "texts", "object": "objects"}
BOUNDS = (
    ("minLength", "maxLength", "character"),
    ("minimum", "maximum", ""),
    ("minItems", "maxItems", "item"),
    ("minProperties", "maxProperties", "field"),
)


def in_words(schema: Schema) -> str:
    """What a value is, and its bounds; a shape with a name is linked to its heading."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    for key, joint in JOINTS.items():
        if key in schema:
            return joint.join(map(in_words, schema[key]))
    values = [schema["const"]] if "const" in schema else schema.get("enum")
    if values:
        codes = [code(value if isinstance(value, str) else json.dumps(value)) for value in values]
        return " or ".join(codes) if len(codes) < 3 else f"one of {', '.join(codes)}"
    return ", ".join([_kind(schema), *bounds(schema)])


def bounds(schema: Schema) -> Iterator[str]:
    for least, most, unit in BOUNDS:
        if words := _between(schema.get(least), schema.get(most), unit):
            yield words
    if "exclusiveMinimum" in schema:
        yield f"above {schema['exclusiveMinimum']:g}"
    if "pattern" in schema:
        yield f"matching {code(schema['pattern'])}"


def _kind(schema: Schema) -> str:
    named = schema.get("type", "object")
    kinds = [named] if isinstance(named, str) else named
    return " or ".join(_named(kind, schema) for kind in kinds)


def _named(kind: str, schema: Schema) -> str:
    if kind == "array" and "items" in schema:
        words, *of_each = in_words(schema["items"]).split(", ", 1)
        return f"list of {MANY.get(words, words)}" + "".join(f" (each {bound})" for bound in of_each)
    if kind == "object" and "properties" in schema:
        return ", ".join(f"{code(name)} ({in_words(value)})" for name, value in schema["properties"].items())
    return FORMATS.get(schema.get("format", ""), NAMES[kind])


def _between(least: int | None, most: int | None, unit: str) -> str:
    if least is not None and most is not None:
        return f"{least:,} to {_counted(most, unit)}"
    if least is not None:
        return f"at least {_counted(least, unit)}"
    return f"at most {_counted(most, unit)}" if most is not None else ""


def _counted(number: int, unit: str) -> str:
    return f"{number:,} {unit}{'' if number == 1 else 's'}" if unit else f"{number:,}"
