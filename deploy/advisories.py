"""Known advisories on what the locks pin, by pip-audit and npm audit: python -m deploy.advisories

Ends with 1 when one is not accepted, or no longer (deploy/accepted_advisories.toml). Where the advisories cannot be
had, as behind a mirror of the index, it says of how many packages nothing is known."""

import datetime
import json
import subprocess
import sys
import tomllib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from web.environment import ROOT

LOCKS = ("requirements-dev.txt", "bot/requirements-dev.txt")
NPM_LOCK = "package-lock.json"
ACCEPTED = ROOT / "deploy" / "accepted_advisories.toml"


@dataclass(frozen=True)
class Accepted:
    """An advisory we live with until a day, and why."""

    id: str
    package: str
    reason: str
    until: datetime.date


def accepted() -> list[Accepted]:
    """Raises TypeError for an entry without one of its four fields."""
    return [Accepted(**entry) for entry in tomllib.loads(ACCEPTED.read_text(encoding="utf-8"))["accepted"]]


def faults(packages: Iterable[dict[str, Any]], known: Collection[Accepted], today: datetime.date) -> Iterator[str]:
    """A sentence for each advisory that is not accepted. packages: pip-audit's `dependencies`."""
    for package in packages:
        for found in package.get("vulns", ()):
            names = {found["id"], *found.get("aliases", ())}
            entry = next((a for a in known if a.id in names and a.package == package["name"]), None)
            what = f"{package['name']} {package['version']}: {found['id']}"
            if entry is None:
                yield f"{what}, mended in {', '.join(found.get('fix_versions', ())) or 'no version yet'}"
            elif entry.until < today:
                yield f"{what} was accepted until {entry.until}: {entry.reason}"


def unknown(packages: Iterable[dict[str, Any]]) -> list[str]:
    """Packages of which nothing could be learnt."""
    return [package["name"] for package in packages if "skip_reason" in package]


def audited(lock: str) -> list[dict[str, Any]]:
    """What pip-audit says of a lock. Exits with its words when it says nothing."""
    options = ["--disable-pip", "--require-hashes", "--format", "json", "--progress-spinner", "off", "-r", lock]
    done = subprocess.run([sys.executable, "-m", "pip_audit", *options], cwd=ROOT, capture_output=True, text=True)
    try:
        packages: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        sys.exit(f"pip-audit on {lock} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    return packages


def audited_by_npm() -> list[dict[str, Any]] | None:
    """The same of NPM_LOCK, in the shape of pip-audit; None when the advisories cannot be had."""
    command = [sys.executable, "-m", "deploy.node", "npm", "audit", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    try:
        report: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        sys.exit(f"npm audit ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    return None if "error" in report else as_packages(report)


def as_packages(report: dict[str, Any]) -> list[dict[str, Any]]:
    """What npm audit reports, in the shape of pip-audit. An advisory's name is the end of its address (GHSA-...)."""
    return [
        {
            "name": name,
            "version": found["range"],
            "vulns": [{"id": via["url"].rpartition("/")[2]} for via in found["via"] if isinstance(via, dict)],
        }
        for name, found in report["vulnerabilities"].items()
    ]


def main() -> None:
    known, today, found = accepted(), datetime.datetime.now(datetime.UTC).date(), []
    for lock in LOCKS:
        packages = audited(lock)
        if nothing := unknown(packages):
            print(f"{lock}: no advisories could be had for {len(nothing)} of {len(packages)} packages", file=sys.stderr)
        found += [f"{lock}: {fault}" for fault in faults(packages, known, today)]
    npm = audited_by_npm()
    if npm is None:
        print(f"{NPM_LOCK}: no advisories could be had", file=sys.stderr)
    found += [f"{NPM_LOCK}: {fault}" for fault in faults(npm or (), known, today)]
    sys.exit("\n".join(found) or 0)


if __name__ == "__main__":
    main()
