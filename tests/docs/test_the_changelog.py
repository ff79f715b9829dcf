"""CHANGELOG.md tells of the version that is here, and of the contracts as they are."""

import re
import tomllib
from datetime import date
from typing import get_args

import yaml

from leads.domain.lead import Lead
from tests.docs.pages import ROOT

PAGE = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
RELEASE = re.compile(r"^## \[(\d+\.\d+\.\d+)\] - (Unreleased|\d{4}-\d\d-\d\d)$", re.MULTILINE)
CHANGES = {"Contracts", "Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_latest_release_is_the_projects_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert RELEASE.findall(PAGE)[0][0] == project["version"]


def test_every_release_has_its_day_but_the_latest() -> None:
    headings = re.findall(r"^## .*$", PAGE, re.MULTILINE)
    released = RELEASE.findall(PAGE)
    assert len(released) == len(headings)
    days = [date.fromisoformat(day) for _, day in released[1:]]
    assert days == sorted(days, reverse=True)


def test_changes_stand_under_the_words_of_keep_a_changelog() -> None:
    assert set(re.findall(r"^### (.*)$", PAGE, re.MULTILINE)) <= CHANGES


def test_the_versions_of_the_contracts_are_those_of_the_code() -> None:
    described = yaml.safe_load((ROOT / "docs" / "openapi.yaml").read_text(encoding="utf-8"))
    assert f"Public API, version {described['info']['version']}:" in PAGE
    (version,) = get_args(Lead.model_fields["version"].annotation)
    assert f"Lead, version {version}," in PAGE
