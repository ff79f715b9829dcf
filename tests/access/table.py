"""docs/access.tsv: what each role is answered at each route."""

import csv
from functools import cache

from tests.access.world import ROLES
from web.environment import ROOT

TABLE = ROOT / "docs" / "access.tsv"
Asked = tuple[str, str]
"""(method, route)"""


@cache
def expected() -> dict[str, dict[Asked, str]]:
    """By role: a status, or "login" for being sent there."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert rows
    assert list(rows[0]) == ["method", "route", *ROLES]
    return {role: {(row["method"], row["route"]): row[role] for row in rows} for role in ROLES}
