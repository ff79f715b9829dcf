"""An argument of a command, wherever it was read from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Argument:
    """`usage`: as typed. `instead`: others; one of them is needed without it. `default`: "" where there is none."""

    usage: str
    help: str = ""
    needed: bool = False
    instead: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    default: str = ""


Command = tuple[str, str, list[Argument]]
"""Name, what it says of itself, arguments."""


def usage(name: str, value: str, many: bool = False) -> str:
    """`--name VALUE ...`; of a positional argument the name alone."""
    words = [name] if name.startswith("-") else []
    words += [value] if value else []
    return " ".join([*words, *(["..."] if many else [])])
