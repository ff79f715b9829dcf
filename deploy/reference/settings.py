"""docs/reference/settings.md: from the settings' model, and from what is said beside a variable read elsewhere."""

import re
from collections.abc import Iterator

from pydantic_settings import BaseSettings

from deploy.reference.markdown import code, document, plain, points, sentence
from deploy.reference.words import Schema, in_words
from web.environment import ROOT, SECRETS, Environment
from web.outlets import Outlets
from web.protection import Protection

INTRODUCTION = (
    "Environment variables. Each process reads them when it starts; where one is wrong it does not start, and names "
    "it. Which of them differ between replicas is told in [operations.md](../operations.md#several-replicas)."
)
GROUPS: dict[str, type[BaseSettings]] = {
    "The processes and what they keep": Environment,
    "Protection": Protection,
    "Where leads go besides the inbox": Outlets,
}
ELSEWHERE = (
    "deploy/compose.yml",
    "deploy/rasa",
    "deploy/chromium.py",
    "tests/chat/openapi/test_any_request_is_answered_as_described.py",
)
"""What reads a variable that is no setting of the three processes. A comment beside it tells what it is."""
_TOLD = re.compile(r"^ *# ([A-Z_]+): (.+)$", re.MULTILINE)
_NEEDED = re.compile(r"\$\{([A-Z_]+):\?([^}]+)\}")
_DEFAULT = re.compile(r"\$\{([A-Z_]+):-([^}]+)\}")


def written() -> str:
    of_model = [part for heading, model in GROUPS.items() for part in (f"## {heading}", *_settings(model))]
    return document("Settings", INTRODUCTION, *of_model, "## Read elsewhere", *elsewhere())


def _settings(model: type[BaseSettings]) -> Iterator[str]:
    """Those that the model itself brings."""
    schemas = Environment.model_json_schema()["properties"]
    inherited = {name for base in model.__bases__ for name in getattr(base, "model_fields", ())}
    for name in model.model_fields:
        if name not in inherited:
            yield _setting(name, schemas[name])


def _setting(name: str, schema: Schema) -> str:
    needed = "needed in production; in development made once, into `secrets.json` in `HOSHO_VAR`"
    facts = points(
        "secret" if schema.get("format") == "password" else "",
        "texts, parted by commas" if schema.get("type") == "array" else in_words(schema),
        needed if name in SECRETS else f"default: {_default(name)}",
    )
    return f"### HOSHO_{name.upper()}\n\n{plain(sentence(schema['description']))}\n\n{facts}"


def _default(name: str) -> str:
    value = Environment.model_fields[name].get_default()
    if value in ("", []):
        return "empty"
    if isinstance(value, bool):
        return code(str(value).lower())
    return code(",".join(value) if isinstance(value, list) else str(value).removeprefix(f"{ROOT}/"))


def elsewhere() -> Iterator[str]:
    ours = {f"HOSHO_{name.upper()}" for name in Environment.model_fields}
    for file in ELSEWHERE:
        text = (ROOT / file).read_text(encoding="utf-8")
        needed, default = dict(_NEEDED.findall(text)), dict(_DEFAULT.findall(text))
        told = {name: said for name, said in {**dict(_TOLD.findall(text)), **needed}.items() if name not in ours}
        for name, said in told.items():
            facts = points(
                f"read by {code(file)}",
                "needed" if name in needed else "",
                f"default: {code(default[name])}" if name in default else "",
            )
            yield f"### {name}\n\n{plain(sentence(said.removeprefix('is ')))}\n\n{facts}"
