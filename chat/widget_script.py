"""The widget's modules joined into the one script that a page loads: no build step, nothing to install.

The modules are written for it: named imports alone, on top, and no top-level name twice. `tsc` reads them as they are.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from rjsmin import jsmin

IMPORT = re.compile(r'^import \{[^}]*\} from "\./(\w+\.js)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?function|class|const)", re.MULTILINE)


def joined(folder: Path, entry: str = "widget.js") -> str:
    """One classic script of the entry and all it imports, each after what it needs; it leaves no global behind.

    Raises ValueError, naming the module, for an import or export that is not of the one form."""
    parts = [_stripped(folder / name) for name in dict.fromkeys(_in_order(folder, entry, ()))]
    return str(jsmin('"use strict";(() => {\n' + "".join(parts) + "})();\n"))


def _in_order(folder: Path, name: str, above: tuple[str, ...]) -> Iterator[str]:
    if name in above:
        raise ValueError(f"{name} imports itself through {above[-1]}")
    for needed in IMPORT.findall((folder / name).read_text(encoding="utf-8")):
        yield from _in_order(folder, needed, (*above, name))
    yield name


def _stripped(path: Path) -> str:
    code = EXPORT.sub("", IMPORT.sub("", path.read_text(encoding="utf-8")))
    if left := re.search(r"^(?:import|export)\b.*", code, re.MULTILINE):
        raise ValueError(f"{path.name}: cannot be joined: {left[0]}")
    return code
