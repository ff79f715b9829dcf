"""deploy/compose.yml, as docker compose itself reads it."""

import pytest

from tests.deploy.manifests.programs import run
from tests.deploy.manifests.read import COMPOSE, FILLED_IN, Object, compose

STAY = ("proxy", "web", "rasa", "deliver", "postgres", "redis")
ONCE = ("configuration", "prepare")
"""They end when they are done."""


def services() -> dict[str, Object]:
    found: dict[str, Object] = compose()["services"]
    return found


def networks(service: Object) -> set[str]:
    return set(service.get("networks") or {})


def test_there_are_two_web_and_two_rasa_behind_the_proxy() -> None:
    assert services().keys() == {*STAY, *ONCE}
    replicas = {name: service["deploy"].get("replicas", 1) for name, service in services().items()}
    assert [name for name, number in replicas.items() if number > 1] == ["rasa", "web"]
    assert replicas["web"] == replicas["rasa"] == 2


@pytest.mark.parametrize("missing", FILLED_IN)
def test_what_was_not_filled_in_is_named(missing: str) -> None:
    given = {name: value for name, value in FILLED_IN.items() if name != missing}
    done = run("docker-compose", "--file", str(COMPOSE), "config", "--quiet", environment=given)
    assert done.returncode != 0
    assert f"{missing} is missing a value" in done.stderr
    assert not [name for name in given if f"variable {name} " in done.stderr]


def test_from_outside_there_is_one_door() -> None:
    published = {name: service["ports"] for name, service in services().items() if "ports" in service}
    assert published.keys() == {"proxy"}
    assert [port["target"] for port in published["proxy"]] == [8443]
    assert not [name for name, service in services().items() if service.get("network_mode") == "host"]


def test_only_the_proxy_and_deliver_are_in_a_network_that_leads_outside() -> None:
    outside = {name for name, network in compose()["networks"].items() if not network.get("internal")}
    assert outside == {"outside"}
    assert {name for name, service in services().items() if networks(service) & outside} == {"proxy", "deliver"}


def test_the_proxy_does_not_reach_what_holds_data() -> None:
    assert networks(services()["postgres"]) == networks(services()["redis"]) == {"data"}
    assert "data" not in networks(services()["proxy"])


def test_the_door_for_our_own_is_open_inside_alone() -> None:
    """HAProxy listens there on this one address and nowhere else."""
    address = services()["proxy"]["networks"]["inside"]["ipv4_address"]
    [command] = services()["configuration"]["command"]
    assert f"--internal {address}:8100" in command
    assert services()["web"]["environment"]["HOSHO_TRUSTED_PROXIES"] == address


@pytest.mark.parametrize("name", [*STAY, *ONCE])
def test_each_may_do_as_little_as_possible(name: str) -> None:
    service = services()[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not service.get("privileged")
    limits = service["deploy"]["resources"]["limits"]
    assert limits["memory"]
    assert limits["cpus"]
    ours = service["image"].startswith("hosho:")
    assert ours or service["user"].split(":")[0] not in ("0", "root"), "ours names its user itself"


@pytest.mark.parametrize("name", STAY)
def test_what_stays_is_asked_for_its_health_and_started_again(name: str) -> None:
    assert services()[name]["restart"] == "unless-stopped"
    assert services()[name]["healthcheck"]["test"][0] == "CMD"


@pytest.mark.parametrize("name", ["web", "rasa", "deliver"])
def test_nothing_starts_before_the_database_is_prepared(name: str) -> None:
    assert services()[name]["depends_on"]["prepare"]["condition"] == "service_completed_successfully"
    assert services()[name]["healthcheck"]["test"][1:] == ["python", "-m", "deploy.probe", name]
    assert services()[name]["command"] == [name]


@pytest.mark.parametrize("name", ["web", "rasa", "deliver", "prepare"])
def test_ours_may_write_where_they_must(name: str) -> None:
    assert {place.split(":")[0] for place in services()[name]["tmpfs"]} == {"/tmp", "/var/lib/hosho"}


def test_what_must_outlive_a_restart_does() -> None:
    kept = {mount["source"]: mount["target"] for mount in services()["postgres"]["volumes"]}
    assert kept == {"database": "/var/lib/postgresql/data"}
