"""Whatever of ours is read from the environment is described in docs/reference/settings.md."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.deploy.reference.kept import sections
from web.environment import ROOT, SECRETS, Environment

NAME = re.compile(r"\bHOSHO_[A-Z_]*[A-Z]\b")
READ = re.compile(r"""os\.environ(?:\.get\(|\[)["']([A-Z_]+)["']""")
SKIPPED = {".venv", ".git", ".tools", ".cache", "node_modules", "docs", "var", "models", "__pycache__"}
ENDINGS = {".py", ".yml", ".yaml", ".env", ".cfg", ".sh", ".json"}
WITHOUT_ENDING = {"Makefile", "Dockerfile", "rasa"}
SETTINGS = sections("settings.md")


def of_model(name: str) -> str:
    return f"HOSHO_{name.upper()}"


def sources() -> Iterator[Path]:
    for folder, subfolders, names in ROOT.walk():
        subfolders[:] = [name for name in subfolders if name not in SKIPPED and not name.startswith(".")]
        yield from (folder / name for name in names if Path(name).suffix in ENDINGS or name in WITHOUT_ENDING)


def test_every_setting_of_the_model_has_its_heading() -> None:
    assert set(map(of_model, Environment.model_fields)) <= set(SETTINGS)


def test_every_name_in_the_sources_has_its_heading() -> None:
    named = {name for path in sources() for name in NAME.findall(path.read_text(encoding="utf-8"))}
    assert len(named) > 30
    assert named <= set(SETTINGS)


def test_what_the_tools_read_besides_has_its_heading() -> None:
    read = {name for path in (ROOT / "deploy").rglob("*.py") for name in READ.findall(path.read_text(encoding="utf-8"))}
    assert "CHROMIUM" in read
    assert read <= set(SETTINGS)


def test_no_heading_is_of_something_that_nobody_reads() -> None:
    every_text = "".join(path.read_text(encoding="utf-8") for path in sources())
    elsewhere = set(SETTINGS) - set(map(of_model, Environment.model_fields))
    assert [name for name in elsewhere if name not in every_text] == []


@pytest.mark.parametrize("name", Environment.model_fields)
def test_its_description_is_the_models(name: str) -> None:
    description = Environment.model_fields[name].description
    assert description
    assert description.replace("*", "\\*") in SETTINGS[of_model(name)]


@pytest.mark.parametrize("name", Environment.model_fields)
def test_it_has_a_default_or_is_needed_in_production(name: str) -> None:
    said = SETTINGS[of_model(name)]
    assert ("needed in production" in said) == (name in SECRETS)
    assert ("- default: " in said) != (name in SECRETS)


def test_what_kubernetes_keeps_in_its_secret_is_called_secret() -> None:
    kept = yaml.safe_load_all((ROOT / "deploy" / "kubernetes" / "secrets.example.yaml").read_text(encoding="utf-8"))
    names = next(secret["stringData"] for secret in kept if secret["metadata"]["name"] == "hosho")
    assert names
    assert [name for name in names if "- secret\n" not in SETTINGS[name]] == []


def test_what_names_a_secret_in_its_own_name_is_called_secret() -> None:
    telling = {
        name for name in map(of_model, Environment.model_fields) if re.search("SECRET|TOKEN|KEYS|PASSWORD", name)
    }
    assert len(telling) >= 4
    assert [name for name in telling if "- secret\n" not in SETTINGS[name]] == []


def test_bounds_are_those_of_the_model() -> None:
    assert "whole number, 1 to 365" in SETTINGS["HOSHO_RETENTION_DAYS"]
    assert "number, above 0" in SETTINGS["HOSHO_TURN_TIMEOUT"]
    assert "`optional` or `required`" in SETTINGS["HOSHO_STAFF_TOTP"]
