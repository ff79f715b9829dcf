"""Markdown, as far as the documents need it."""

import re
from collections.abc import Iterable, Sequence

MARK = "<!-- written by make docs -->"
_CODE = re.compile(r"(`[^`]*`)")
_SPECIAL = re.compile(r"([<*])")


def document(title: str, *parts: str) -> str:
    return "\n\n".join([f"# {title}", MARK, *filter(None, parts)]) + "\n"


def code(text: object) -> str:
    return f"`{text}`"


def plain(text: str) -> str:
    """As it is: what Markdown would take for markup is not, but for `code`."""
    parts = _CODE.split(text)
    return "".join(part if place % 2 else _SPECIAL.sub(r"\\\1", part) for place, part in enumerate(parts))


def sentence(text: str) -> str:
    text = " ".join(text.split())
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "。")) else ".")


def points(*lines: str) -> str:
    """A list without the empty ones."""
    return "\n".join(f"- {line}" for line in lines if line)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", r"\|")
