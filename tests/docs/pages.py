"""The pages people read, and what they say to type."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^```sh.*?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
ENDS = re.compile(r"\$\(|&&|\|\||[|;<>#)]| -- ")
"""What ends a command's own arguments."""


def documented(start: str, pages: list[Path] = PAGES) -> set[str]:
    """The words of everything typed after `start`, in blocks and in spans of text.

    `start`: a regular expression, such as `manage\\.py `."""
    found: set[str] = set()
    for page in pages:
        text = page.read_text(encoding="utf-8")
        for typed in [line for block in BLOCK.findall(text) for line in block.splitlines()] + SPAN.findall(text):
            found |= {ENDS.split(after)[0].strip() for after in re.split(rf"(?:^|[\s/=\"'(]){start}", typed)[1:]}
    return found


def options(words: str) -> set[str]:
    """The names of the options among them: `--note TEXT` gives `--note`."""
    return {word.split("=")[0] for word in words.split() if re.match(r"--?[a-z]", word)}
