"""How many of our own lines the tests ran, by package; fails below what is held.

`python -m deploy.covered` reads what `make test` measured: the domains' own tests, the bot's and the others, but not
those that measure time. The benches are shown and not held: most of them is run by `make bench` alone.
"""

import sys
from collections.abc import Sequence
from io import StringIO

from coverage import Coverage

from web.environment import ROOT

MEASURED = ROOT / ".cache" / "coverage"
DOMAINS = ("knowledge/domain", "leads/domain")
HELD = ("sealing", "audit", "knowledge", "leads", "chat", "actions", "login", "web", "deploy", "bot")
SHOWN_ONLY = ("bench",)
AT_LEAST = 90.0


def measured(*runs: str) -> Coverage:
    """What these runs reached together."""
    kept = MEASURED / "-and-".join(runs) / "data"
    kept.parent.mkdir(exist_ok=True)
    together = Coverage(data_file=str(kept), config_file=str(ROOT / "pyproject.toml"))
    together.combine([str(MEASURED / run) for run in runs], keep=True)
    return together


def share(coverage: Coverage, packages: Sequence[str], says: StringIO | None = None) -> float:
    """Per cent of the packages' lines; `says` takes the lines that were not reached."""
    files = [str(ROOT / package / "**" / "*.py") for package in packages]
    return coverage.report(include=files, file=says or StringIO())


def main() -> None:
    own, everything = measured("domains"), measured("bot", "domains", "others")
    for package in (*HELD, *SHOWN_ONLY):
        print(f"{package:24}{share(everything, [package]):6.1f} %")
    total = share(everything, HELD)
    print(f"{'without ' + ', '.join(SHOWN_ONLY):24}{total:6.1f} %, at least {AT_LEAST:.0f}")
    missing = StringIO()
    domains = share(own, DOMAINS, missing)
    print(f"{'the domains':24}{domains:6.1f} %, by their own tests; each line is held")
    if domains < 100:
        print(missing.getvalue())
    if domains < 100 or total < AT_LEAST:
        sys.exit("covered: too few lines are run by tests")


if __name__ == "__main__":
    main()
