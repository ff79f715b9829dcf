"""docs/reference/commands.md: make's targets, our manage.py commands, what python -m runs in deploy/ and bench/."""

import re
from collections.abc import Iterator

from deploy.reference import manage, programs
from deploy.reference.arguments import Argument, Command
from deploy.reference.markdown import code, document, plain, points, sentence
from web.environment import ROOT

INTRODUCTION = (
    "All of them run in hosho's folder, those of Python as `.venv/bin/python`. Settings are told in "
    "[settings.md](settings.md)."
)
_TARGET = re.compile(r"^([a-z-]+):.*?## (.+)$", re.MULTILINE)


def written() -> str:
    return document(
        "Commands",
        INTRODUCTION,
        "## make",
        *(f"### make {name}\n\n{plain(sentence(told))}" for name, told in targets().items()),
        "## manage.py",
        *_described("python manage.py", manage.commands()),
        "## deploy",
        *_described("python -m", programs.of("deploy")),
        "## bench",
        *_described("python -m", programs.of("bench")),
    )


def targets() -> dict[str, str]:
    """With what `make help` tells of each."""
    return dict(_TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))


def _described(start: str, commands: Iterator[Command]) -> Iterator[str]:
    for name, told, arguments in commands:
        yield "\n\n".join(filter(None, [f"### {start} {name}", told, points(*map(_argument, arguments))]))


def _argument(argument: Argument) -> str:
    facts = [
        "needed" if argument.needed else "",
        f"needed without {', '.join(map(code, argument.instead))}" if argument.instead else "",
        f"one of {', '.join(map(code, argument.choices))}" if argument.choices else "",
        f"by default {code(argument.default)}" if argument.default else "",
    ]
    told = "; ".join(filter(None, [argument.help.rstrip("。."), *facts]))
    return code(argument.usage) + (f": {plain(told)}" if told else "")
