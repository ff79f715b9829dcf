"""An advisory on a locked package stops `make check`, unless it is accepted with a reason and for a time."""

import datetime

from deploy.advisories import Accepted, accepted, as_packages, faults, unknown

TODAY = datetime.date(2026, 11, 29)
PACKAGE = {
    "name": "tensorflow",
    "version": "2.12.0",
    "vulns": [{"id": "PYSEC-1", "aliases": ["CVE-2026-1"], "fix_versions": ["2.13.0"]}],
}


def known(name: str = "PYSEC-1", package: str = "tensorflow", days: int = 30) -> list[Accepted]:
    return [Accepted(name, package, "reached by nobody but web", TODAY + datetime.timedelta(days))]


def test_a_new_one_is_named_with_the_version_that_mends_it() -> None:
    assert list(faults([PACKAGE], [], TODAY)) == ["tensorflow 2.12.0: PYSEC-1, mended in 2.13.0"]


def test_one_that_is_accepted_is_passed_over_under_any_of_its_names() -> None:
    assert not list(faults([PACKAGE], known(), TODAY))
    assert not list(faults([PACKAGE], known("CVE-2026-1"), TODAY))


def test_it_is_accepted_of_one_package_only() -> None:
    assert list(faults([PACKAGE], known(package="numpy"), TODAY))


def test_its_time_ends() -> None:
    assert "accepted until" in next(faults([PACKAGE], known(days=-1), TODAY))


def test_those_of_npm_are_read_alike() -> None:
    """A dependent is reported beside the package it depends on; the advisory is told once, of the package it is on."""
    advisory = {"source": 1, "url": "https://github.com/advisories/GHSA-abcd", "severity": "high"}
    report = {
        "vulnerabilities": {
            "minimist": {"range": "<1.2.6", "via": [advisory]},
            "mkdirp": {"range": "0.4.1 - 0.5.1", "via": ["minimist"]},
        }
    }
    assert list(faults(as_packages(report), [], TODAY)) == ["minimist <1.2.6: GHSA-abcd, mended in no version yet"]
    assert not list(faults(as_packages(report), known("GHSA-abcd", "minimist"), TODAY))


def test_what_nobody_could_look_up_is_told() -> None:
    assert unknown([PACKAGE, {"name": "rasa", "skip_reason": "not found"}]) == ["rasa"]


def test_the_list_of_accepted_ones_can_be_read() -> None:
    assert all(entry.reason for entry in accepted())
