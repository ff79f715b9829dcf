"""docs/reference/api.md: from docs/openapi.yaml, and from the table of the limits."""

from collections.abc import Iterator
from typing import Any

import yaml

from chat.limit_table import LIMITS
from deploy.reference.markdown import code, document, plain, sentence, table
from deploy.reference.words import Schema, in_words
from web.environment import ROOT

DESCRIPTION = ROOT / "docs" / "openapi.yaml"
INTRODUCTION = (
    "How a conversation goes is told in [api.md](../api.md); the same for programs is [openapi.yaml](../openapi.yaml)."
)
LIMITED = {
    "message": "sending a message",
    "repeat": "sending one again that was kept",
    "open": "opening a conversation",
    "read": "reading the transcript",
    "feedback": "rating an answer",
    "erase": "erasing the visitor",
    "request": "any call under `/api/chat/`, right or wrong, and `/readyz`",
}
EVERY = {"minute": "a minute", "hour": "an hour", "day": "a day"}
FIELDS = ("field", "what", "always there", "")
WITHIN = "Over one of them the answer is 429. `HOSHO_LIMIT_FACTOR` multiplies those of an address."


def written() -> str:
    api: dict[str, Any] = yaml.safe_load(DESCRIPTION.read_text(encoding="utf-8"))
    operations = [
        _operation(f"{method.upper()} {path}", operation, api["components"]["responses"])
        for path, methods in api["paths"].items()
        for method, operation in methods.items()
    ]
    shapes = [_shape(name, schema) for name, schema in api["components"]["schemas"].items()]
    parts = ["## Calls", *operations, "## Limits", _limits(), WITHIN, "## Bodies", *shapes]
    return document("The public API, call by call", INTRODUCTION, *parts)


def _operation(heading: str, operation: Schema, responses: Schema) -> str:
    parts = [f"### {heading}", plain(sentence(operation["summary"]))]
    parts += [plain(sentence(operation["description"]))] if "description" in operation else []
    parts += ["Needs `Authorization: Bearer token`."] if operation.get("security") else []
    parts += [_parameters(operation["parameters"])] if "parameters" in operation else []
    parts += list(_body(operation["requestBody"])) if "requestBody" in operation else []
    replies = {status: _looked_up(reply, responses) for status, reply in operation["responses"].items()}
    return "\n\n".join([*parts, _replies(replies)])


def _looked_up(reply: Schema, responses: Schema) -> Schema:
    found: Schema = responses[reply["$ref"].rpartition("/")[2]] if "$ref" in reply else reply
    return found


def _parameters(parameters: list[Schema]) -> str:
    rows = [
        (code(p["name"]), p["in"], in_words(p["schema"]), "yes" if p.get("required") else "no", plain(p["description"]))
        for p in parameters
    ]
    return table(("parameter", "in", "what", "needed", ""), rows)


def _body(body: Schema) -> Iterator[str]:
    for media, content in body["content"].items():
        yield f"Body, {code(media)}" + (":" if body.get("required") else ", may stay away:")
        schema = content["schema"]
        yield in_words(schema) if "$ref" in schema else _fields(schema)


def _replies(replies: Schema) -> str:
    rows = []
    for status, reply in replies.items():
        bodies = [_content(media, content["schema"]) for media, content in reply.get("content", {}).items()]
        headers = [f"header {code(name)}: {in_words(header['schema'])}" for name, header in _headers(reply)]
        rows.append((status, plain(sentence(reply["description"])), "<br>".join([*bodies, *headers])))
    return table(("reply", "when", "with"), rows)


def _headers(reply: Schema) -> Iterator[tuple[str, Schema]]:
    yield from reply.get("headers", {}).items()


def _content(media: str, schema: Schema) -> str:
    words = in_words(schema)
    return code(media) + ("" if words == "text" else f": {words}")


def _shape(name: str, schema: Schema) -> str:
    told = plain(sentence(schema["description"])) if "description" in schema else ""
    ways = schema.get("oneOf", [schema])
    content = "\n\nor\n\n".join(_fields(way) if "properties" in way else sentence(in_words(way)) for way in ways)
    return "\n\n".join(filter(None, [f"### {name}", told, content]))


def _fields(schema: Schema) -> str:
    others = schema.get("additionalProperties", True)
    if others is False:
        more = "No other fields."
    elif others is True:
        more = ""
    else:
        more = f"Other fields ({in_words(others)}) are passed over; {schema['maxProperties']} fields at most."
    return "\n\n".join(filter(None, [table(FIELDS, _rows(schema)), more]))


def _rows(schema: Schema, within: str = "") -> Iterator[tuple[str, str, str, str]]:
    """Of its fields; those of an object within follow it, under a longer name."""
    for name, value in schema["properties"].items():
        inner = value.get("items", value)
        known = "properties" in inner
        told = [
            plain(value.get("description", "")),
            *(f"such as {code(example)}" for example in value.get("examples", ())),
        ]
        words = in_words(_without_fields(value) if known else value)
        needed = "yes" if name in schema.get("required", ()) else "no"
        yield code(within + name), words, needed, "; ".join(filter(None, told))
        if known:
            yield from _rows(inner, f"{within}{name}{'[]' if 'items' in value else ''}.")


def _without_fields(value: Schema) -> Schema:
    if "items" in value:
        return {**value, "items": {"type": "object"}}
    return {key: said for key, said in value.items() if key != "properties"}


def _limits() -> str:
    rows = []
    for name, limits in LIMITS.items():
        for per in dict.fromkeys(limit.per for limit in limits):
            often = [
                f"{limit.item.amount:,} {EVERY[limit.item.GRANULARITY.name]}" for limit in limits if limit.per == per
            ]
            rows.append((LIMITED[name], per, ", ".join(often)))
    return table(("what", "of a", "how often"), rows)
