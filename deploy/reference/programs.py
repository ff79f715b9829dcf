"""What python -m runs: read from the source, so that none of it is run or even imported."""

import ast
import inspect
from collections.abc import Iterator
from typing import Any

from deploy.reference.arguments import Argument, Command, usage
from deploy.reference.markdown import plain
from web.environment import ROOT

FLAGS = ("store_true", "store_false")


def of(package: str) -> Iterator[Command]:
    for path in sorted((ROOT / package).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if any(part.startswith(".") for part in parts):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if path.name == "__main__.py" or _is_run(tree):
            name = ".".join(part for part in parts if part != "__main__")
            yield name, plain(inspect.cleandoc(ast.get_docstring(tree) or "")), list(_arguments(tree))


def _is_run(tree: ast.Module) -> bool:
    return any(isinstance(node, ast.If) and ast.unparse(node.test) == "__name__ == '__main__'" for node in tree.body)


def _arguments(tree: ast.Module) -> Iterator[Argument]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "add_argument":
            (name,) = map(_value, node.args)
            yield _argument(name, {word.arg: _value(word.value) for word in node.keywords if word.arg})


def _argument(name: str, said: dict[str, Any]) -> Argument:
    flag, many = said.get("action") in FLAGS, said.get("nargs") in ("*", "+")
    value = "" if flag else said.get("metavar") or name.lstrip("-").replace("-", "_").upper()
    default, choices = said.get("default"), said.get("choices") or ()
    shown = " ".join(map(str, default)) if isinstance(default, list) else default
    return Argument(
        usage(name, value, many),
        said.get("help") or "",
        needed=bool(said.get("required")) or (not name.startswith("-") and said.get("nargs") not in ("*", "?")),
        choices=tuple(map(str, choices)),
        default="" if shown in (None, "") else str(shown),
    )


def _value(node: ast.expr) -> Any:
    """None where only running the program would tell."""
    try:
        return ast.literal_eval(node)
    except ValueError:
        return None
