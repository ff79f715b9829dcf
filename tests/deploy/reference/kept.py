"""docs/reference/ as it lies in the repository, read by its headings."""

import re
from functools import cache

from deploy.reference.documents import FOLDER

_HEADING = re.compile(r"^(##+) (.+)$", re.MULTILINE)


@cache
def sections(name: str, under: str = "") -> dict[str, str]:
    """Of each ### heading what stands below it; `under`: only of those beneath this ## heading."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    found, above = {}, ""
    headings = [*_HEADING.finditer(text)]
    for heading, after in zip(headings, [*headings[1:], None], strict=True):
        if heading[1] == "##":
            above = heading[2]
        elif under in ("", above):
            assert heading[2] not in found, f"two headings: {heading[2]}"
            found[heading[2]] = text[heading.end() : after.start() if after else len(text)]
    return found
