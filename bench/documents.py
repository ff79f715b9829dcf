"""Figures in a document, where a command writes them: between a mark that names it and the next end."""

from pathlib import Path

END = "<!-- end -->\n"


def begin(command: str) -> str:
    return f"<!-- written by {command} -->\n"


def with_figures(document: str, command: str, figures: str) -> str:
    """The document with these at the command's place. Raises ValueError when it has none."""
    head, _, rest = document.partition(begin(command))
    _, end, tail = rest.partition(END)
    if not end:
        raise ValueError(f"there is no place for figures, between {begin(command).strip()} and {END.strip()}")
    return f"{head}{begin(command)}\n{figures}\n{END}{tail}"


def write(document: Path, command: str, figures: str) -> None:
    document.write_text(with_figures(document.read_text(encoding="utf-8"), command, figures), encoding="utf-8")
