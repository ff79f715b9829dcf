"""Visitors reach web alone; a conversation stays on its Rasa, a session on its web."""

import httpx
import pytest

from deploy.cluster import Cluster
from tests.faults.replicas.who_answers import json_of, rasa_of, until_both
from tests.faults.waiting import until

pytestmark = pytest.mark.stack
INSIDE = [
    "/internal/actions/webhook",
    "/internal",
    "/%69nternal/actions/webhook",
    "//internal/actions/webhook",
    "/metrics",
    "/webhooks/rest/webhook",
    "/webhooks/control/ready",
]
OUTSIDE = ["/", "/api/chat/messages", "/readyz", "/metrics", "/internal/other"]


@pytest.mark.parametrize("path", INSIDE)
def test_what_is_ours_alone_is_not_found_by_visitors(cluster: Cluster, path: str) -> None:
    authorised = {"Authorization": f"Bearer {cluster.stack.environment.action_token}"}
    response = httpx.post(cluster.stack.url + path, json={}, headers=authorised, trust_env=False)
    assert response.status_code == 404
    assert json_of(response)["status"] == 404


@pytest.mark.parametrize("path", OUTSIDE)
def test_our_own_processes_reach_nothing_else_inside(cluster: Cluster, path: str) -> None:
    assert httpx.get(f"http://{cluster.plan.internal}{path}", trust_env=False).status_code == 404


def test_a_conversation_stays_on_its_rasa_and_the_others_are_spread(cluster: Cluster) -> None:
    until_both(cluster)
    conversations = [f"{n:032x}" for n in range(12)]
    first = [rasa_of(cluster, conversation) for conversation in conversations]
    assert [rasa_of(cluster, conversation) for conversation in conversations] == first
    assert len(set(first)) == 2


def test_a_session_stays_on_its_web_although_its_token_is_issued_anew(cluster: Cluster) -> None:
    with httpx.Client(base_url=cluster.stack.url, trust_env=False) as client:
        tokens = [client.post("/api/chat/sessions", json={}).json()["token"]]

        def issued_anew() -> bool:
            """A token tells the second."""
            tokens.append(client.post("/api/chat/sessions", json={"resume": tokens[0]}).json()["token"])
            return bool(tokens[-1] != tokens[0])

        until(issued_anew)
        before = read_from(cluster)
        for token in (tokens[0], tokens[-1]) * 3:
            client.get("/api/chat/messages", headers={"Authorization": f"Bearer {token}"}).raise_for_status()
    assert sorted(after - earlier for after, earlier in zip(read_from(cluster), before, strict=True)) == [0, 6]


def read_from(cluster: Cluster) -> list[int]:
    """How many transcripts each web has given, by its log."""
    logs = [cluster.stack.log(name).splitlines() for name in ("web1", "web2")]
    return [sum("method=GET" in line and "route=api/chat/messages" in line for line in lines) for lines in logs]
