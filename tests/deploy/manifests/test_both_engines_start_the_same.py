"""Compose and Kubernetes start the same images with the same settings, and the settings are ours."""

import os
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from deploy.stack import commands, variables
from tests.deploy.manifests.read import (
    Object,
    compose,
    containers,
    environment_of,
    of_kind,
    pods,
    set_in_the_image,
)
from web.environment import ROOT, Environment, load
from web.outlets import Outlets

OURS = ("web", "rasa", "deliver", "prepare")
Found = Callable[[str], dict[str, str]]
"""Process -> what its container finds set."""


def in_compose(name: str) -> dict[str, str]:
    return {**set_in_the_image(), **compose()["services"][name]["environment"]}


def in_kubernetes(name: str) -> dict[str, str]:
    return {**set_in_the_image(), **environment_of(pods()[name]["spec"]["containers"][0])}


def read_as(found: dict[str, str], var: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """The settings of a container, as its process reads them; only what it writes is written elsewhere."""
    for name in [name for name in os.environ if name.startswith("HOSHO_")]:
        monkeypatch.delenv(name)
    for name, value in {**found, "HOSHO_VAR": str(var), "PATH": os.environ["PATH"]}.items():
        monkeypatch.setenv(name, value)
    return load()


def test_the_images_are_the_same() -> None:
    """But for PostgreSQL's, which in Kubernetes is somebody else's."""
    of_kubernetes = {container["image"] for pod in pods().values() for container in containers(pod)}
    of_compose = {service["image"] for service in compose()["services"].values()}
    assert {image for image in of_compose if not image.startswith("postgres:")} == of_kubernetes
    assert not [image for image in of_compose if not re.search(r":[\d.]+$", image)], "each in one version"


def test_ours_is_the_one_of_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert compose()["services"]["web"]["image"] == f"hosho:{version}"


@pytest.mark.parametrize("name", OURS)
def test_the_settings_are_the_same(name: str) -> None:
    assert in_compose(name).keys() == in_kubernetes(name).keys()


@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize("found", [in_compose, in_kubernetes])
def test_every_setting_is_one_that_we_know(found: Found, name: str) -> None:
    ours = {setting for setting in found(name) if setting.startswith("HOSHO_")}
    assert {setting.removeprefix("HOSHO_").lower() for setting in ours} <= set(Environment.model_fields)


@pytest.mark.parametrize("found", [in_compose, in_kubernetes])
def test_leads_may_go_every_way_out(found: Found) -> None:
    """But not inside: that, an operator has to write in."""
    ways = set(Outlets.model_fields) - {"lead_webhook_allow_private"}
    assert {f"HOSHO_{name.upper()}" for name in ways} <= found("deliver").keys()


@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize("found", [in_compose, in_kubernetes])
def test_with_them_it_starts_in_production(
    found: Found, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    environment = read_as(found(name), tmp_path, monkeypatch)
    assert environment.production
    assert environment.database_url.startswith("postgres://")
    assert environment.redis_url


@pytest.mark.parametrize("found", [in_compose, in_kubernetes])
def test_web_and_rasa_listen_where_they_are_looked_for(
    found: Found, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    web = commands(read_as(found("web"), tmp_path, monkeypatch))["web"]
    assert re.search(r"--host (0\.0\.0\.0|10\.1\.2\.3) --port 8000 ", web)
    rasa = read_as(found("rasa"), tmp_path, monkeypatch)
    assert "--interface 0.0.0.0 --port 5005 " in commands(rasa)["rasa"]
    assert variables(rasa)["SANIC_HOST"] == "0.0.0.0"


def services_of_kubernetes() -> set[tuple[str, int]]:
    return {
        (found["metadata"]["name"], port["port"]) for found in of_kind("Service") for port in found["spec"]["ports"]
    }


@pytest.mark.parametrize(("found", "door"), [(in_compose, "proxy"), (in_kubernetes, "internal")])
def test_web_and_rasa_find_one_another_through_the_proxy(
    found: Found, door: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    web = read_as(found("web"), tmp_path, monkeypatch)
    rasa = variables(read_as(found("rasa"), tmp_path, monkeypatch))
    assert web.rasa_url == f"http://{door}:8100"
    assert rasa["HOSHO_ACTION_URL"] == f"http://{door}:8100/internal/actions/webhook"
    assert door in web.allowed_hosts, "else Django refuses what Rasa asks for"


def test_in_kubernetes_every_name_that_is_called_is_a_service() -> None:
    urls = [value for name in OURS for value in in_kubernetes(name).values() if re.match(r"(http|redis)://", value)]
    called = {(urlsplit(url).hostname, urlsplit(url).port) for url in urls} - {("0.0.0.0", 5005)}
    assert called <= services_of_kubernetes()


def test_in_compose_every_name_that_is_called_is_a_service() -> None:
    urls = [
        value for name in OURS for value in in_compose(name).values() if re.match(r"(http|redis|postgres)://", value)
    ]
    called = {str(urlsplit(url).hostname) for url in urls} - {"0.0.0.0"}
    assert called == {"proxy", "redis", "postgres"} <= set(compose()["services"])


def test_a_process_is_given_as_its_container_is_called() -> None:
    started: dict[str, Object] = {name: pods()[name]["spec"]["containers"][0] for name in OURS}
    assert {name: container["args"] for name, container in started.items()} == {name: [name] for name in OURS}
