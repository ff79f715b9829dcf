"""deploy/kubernetes/, as kubectl puts it together and Kubernetes' own schemas describe it."""

from typing import Any

import kubernetes_validate
import pytest
import yaml

from tests.deploy.manifests.read import (
    EXAMPLE,
    KUBERNETES,
    Object,
    containers,
    every_container,
    examples,
    kubernetes,
    name_of,
    of_kind,
    pods,
)

VERSIONS = ("1.29", "1.37")
"""The oldest and the newest for which they were tried."""
DEPLOYMENTS = ("web", "rasa", "deliver", "proxy", "redis")
SERVED = {"web": {"web"}, "rasa": {"rasa"}, "proxy": {"proxy"}, "internal": {"proxy"}, "redis": {"redis"}}
"""Service -> whose pods it leads to."""


def deployment(name: str) -> Object:
    [found] = [found for found in of_kind("Deployment") if name_of(found) == name]
    return found


def selected(selector: dict[str, str]) -> set[str]:
    return {name for name, pod in pods().items() if selector.items() <= pod["metadata"]["labels"].items()}


@pytest.mark.parametrize("version", VERSIONS)
def test_every_object_is_as_its_schema_says(version: str) -> None:
    for found in [*kubernetes(), *examples()]:
        kubernetes_validate.validate(found, version, strict=True)


def test_every_file_is_named_and_what_holds_secrets_is_not() -> None:
    written = yaml.safe_load((KUBERNETES / "kustomization.yaml").read_text(encoding="utf-8"))
    assert {*written["resources"], "kustomization.yaml", EXAMPLE} == {path.name for path in KUBERNETES.glob("*.yaml")}


def test_no_secret_has_a_value() -> None:
    assert not of_kind("Secret")
    assert {value for found in examples() for value in found["stringData"].values()} == {""}


def test_every_object_is_in_our_namespace() -> None:
    assert {
        found["metadata"]["namespace"] for found in [*kubernetes(), *examples()] if found["kind"] != "Namespace"
    } == {"hosho"}


def test_the_cluster_refuses_what_may_do_more() -> None:
    [namespace] = of_kind("Namespace")
    assert namespace["metadata"]["labels"]["pod-security.kubernetes.io/enforce"] == "restricted"


def test_there_is_more_than_one_of_what_visitors_wait_for() -> None:
    replicas = {name_of(found): found["spec"]["replicas"] for found in of_kind("Deployment")}
    assert replicas == {"web": 2, "rasa": 2, "proxy": 2, "deliver": 1, "redis": 1}


def test_services_lead_to_pods_and_ports_that_exist() -> None:
    assert {name_of(found): selected(found["spec"]["selector"]) for found in of_kind("Service")} == SERVED
    for service in of_kind("Service"):
        [name] = SERVED[name_of(service)]
        ports = {port["name"] for container in containers(pods()[name]) for port in container.get("ports", [])}
        assert {port["targetPort"] for port in service["spec"]["ports"]} <= ports


def test_only_the_door_is_served_outside() -> None:
    kinds = {name_of(found): found["spec"].get("type", "ClusterIP") for found in of_kind("Service")}
    assert [name for name, kind in kinds.items() if kind != "ClusterIP"] == ["proxy"]
    assert not of_kind("Ingress")
    assert not [name for name, found in every_container() if any("hostPort" in port for port in found.get("ports", []))]


@pytest.mark.parametrize("name", DEPLOYMENTS)
def test_what_stays_has_probes(name: str) -> None:
    for container in pods()[name]["spec"]["containers"]:
        assert "startupProbe" in container
        assert "livenessProbe" in container
        assert ("readinessProbe" in container) == any(name in served for served in SERVED.values())


def test_a_new_web_shows_that_all_is_ready_and_afterwards_that_it_answers() -> None:
    """With Rasa away it apologises to visitors; Kubernetes must not take it away from them."""
    [web] = pods()["web"]["spec"]["containers"]
    assert web["startupProbe"]["httpGet"]["path"] == "/readyz"
    assert web["readinessProbe"]["httpGet"]["path"] == web["livenessProbe"]["httpGet"]["path"] == "/healthz"


def test_every_container_is_bounded() -> None:
    for name, container in every_container():
        given: dict[str, Any] = container["resources"]
        assert given["requests"].keys() == given["limits"].keys() == {"cpu", "memory"}, name


def test_every_container_may_do_as_little_as_possible() -> None:
    for name, container in every_container():
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }, name
    for name, pod in pods().items():
        context = pod["spec"]["securityContext"]
        assert context["runAsNonRoot"], name
        assert context["runAsUser"] > 0, name
        assert context["seccompProfile"] == {"type": "RuntimeDefault"}, name
        assert pod["spec"]["automountServiceAccountToken"] is False, name


def test_ours_may_write_where_they_must() -> None:
    for name in ("web", "rasa", "deliver", "prepare"):
        for container in containers(pods()[name]):
            mounts = {mount["name"]: mount["mountPath"] for mount in container["volumeMounts"]}
            assert mounts == {"var": "/var/lib/hosho", "tmp": "/tmp"}
        volumes = pods()[name]["spec"]["volumes"]
        assert {volume["name"] for volume in volumes if "emptyDir" in volume} == {"var", "tmp"}


@pytest.mark.parametrize("name", ["web", "rasa", "proxy"])
def test_no_roll_out_and_no_drained_node_takes_all_of_them(name: str) -> None:
    assert deployment(name)["spec"]["strategy"]["rollingUpdate"]["maxUnavailable"] == 0
    [budget] = [found for found in of_kind("PodDisruptionBudget") if name_of(found) == name]
    assert selected(budget["spec"]["selector"]["matchLabels"]) == {name}
    assert budget["spec"]["maxUnavailable"] < deployment(name)["spec"]["replicas"]


@pytest.mark.parametrize("name", ["web", "deliver"])
def test_what_reads_the_database_waits_until_it_is_migrated(name: str) -> None:
    [waits] = pods()[name]["spec"]["initContainers"]
    assert waits["command"] == ["python", "manage.py", "migrate", "--check"]


def test_a_change_of_settings_is_rolled_out() -> None:
    """The name of the settings changes with them, and with it whoever reads them."""
    [settings] = of_kind("ConfigMap")
    assert name_of(settings).startswith("settings-")
    for name in ("web", "rasa", "deliver"):
        [container] = pods()[name]["spec"]["containers"]
        assert {"configMapRef": {"name": name_of(settings)}} in container["envFrom"]
