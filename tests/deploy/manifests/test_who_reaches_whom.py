"""The network policies of Kubernetes, taken together: who may open which port of whom."""

from typing import Any

import pytest

from tests.deploy.manifests.read import Object, containers, of_kind, pods

OUTSIDE = "outside"
"""Whoever is in no pod of ours."""
Labels = dict[str, str]


def matches(selector: Object, labels: Labels) -> bool:
    by_name = selector.get("matchLabels", {}).items() <= labels.items()
    return by_name and all(_holds(expression, labels) for expression in selector.get("matchExpressions", []))


def _holds(expression: Object, labels: Labels) -> bool:
    assert expression["operator"] == "In"
    return labels.get(expression["key"]) in expression["values"]


def labels_of(name: str) -> Labels:
    found: Labels = pods()[name]["metadata"]["labels"]
    return found


def allowed(direction: str, end: str, other: str, port: int) -> bool:
    """Whether the policies of `end`, a pod of ours, let it take (Ingress) or open (Egress) this connection."""
    policies = [found["spec"] for found in of_kind("NetworkPolicy")]
    of_this_end = [
        spec for spec in policies if matches(spec["podSelector"], labels_of(end)) and direction in spec["policyTypes"]
    ]
    if not of_this_end:
        return True
    rules = [rule for spec in of_this_end for rule in spec.get(direction.lower(), [])]
    return any(_lets(rule, "from" if direction == "Ingress" else "to", other, port) for rule in rules)


def _lets(rule: Object, side: str, other: str, port: int) -> bool:
    open_port = "ports" not in rule or port in {given["port"] for given in rule["ports"]}
    return open_port and (side not in rule or any(_is(peer, other) for peer in rule[side]))


def _is(peer: dict[str, Any], other: str) -> bool:
    if "ipBlock" in peer:  # of any address, ours too
        return True
    if "namespaceSelector" in peer:
        return False
    return other != OUTSIDE and matches(peer["podSelector"], labels_of(other))


def listening() -> set[tuple[str, int]]:
    return {
        (name, port["containerPort"])
        for name, pod in pods().items()
        for container in containers(pod)
        for port in container.get("ports", [])
    }


def reached_by(source: str) -> set[tuple[str, int]]:
    return {
        (target, port)
        for target, port in listening()
        if target != source
        and allowed("Ingress", target, source, port)
        and (source == OUTSIDE or allowed("Egress", source, target, port))
    }


def test_from_outside_nothing_is_reached_but_the_door() -> None:
    assert reached_by(OUTSIDE) == {("proxy", 8443)}


@pytest.mark.parametrize(
    ("source", "targets"),
    [
        ("proxy", {("web", 8000), ("rasa", 5005)}),
        ("web", {("proxy", 8100), ("redis", 6379)}),
        ("rasa", {("proxy", 8100), ("redis", 6379)}),
        ("deliver", {("proxy", 8100)}),
        ("prepare", set()),
        ("redis", set()),
    ],
)
def test_each_reaches_whom_it_needs(source: str, targets: set[tuple[str, int]]) -> None:
    assert reached_by(source) == targets


def test_every_pod_is_shut_unless_a_policy_opens_it() -> None:
    [shut] = [found["spec"] for found in of_kind("NetworkPolicy") if found["metadata"]["name"] == "nothing"]
    assert shut == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}


def test_the_outside_is_opened_to_by_those_alone_who_have_business_there() -> None:
    to_outside = {
        name: [port for port in (443, 465, 587, 5432) if allowed("Egress", name, OUTSIDE, port)] for name in pods()
    }
    assert to_outside == {
        "web": [5432],
        "rasa": [5432],
        "prepare": [5432],
        "deliver": [443, 465, 587, 5432],
        "proxy": [],
        "redis": [],
    }


def test_of_other_namespaces_only_prometheus_comes_in() -> None:
    peers = [
        peer
        for found in of_kind("NetworkPolicy")
        for rule in found["spec"].get("ingress", [])
        for peer in rule.get("from", [])
        if "namespaceSelector" in peer
    ]
    assert [peer["podSelector"]["matchLabels"] for peer in peers] == [{"app.kubernetes.io/name": "prometheus"}]
