"""Which of the replicas is at work, as seen from outside."""

from typing import Any

import httpx

from bench.visiting import Visitor
from deploy.cluster import Cluster
from tests.faults.waiting import until


def rasa_of(cluster: Cluster, conversation: str) -> str:
    """The Rasa that the proxy has for it."""
    told = {"X-Conversation": conversation, "Authorization": f"Bearer {cluster.stack.environment.action_token}"}
    url = f"http://{cluster.plan.internal}/webhooks/control/ready"
    return str(httpx.get(url, headers=told, trust_env=False).raise_for_status().headers["X-Rasa"])


def until_both(cluster: Cluster) -> None:
    """Until the proxy sends conversations to both Rasa."""
    until(lambda: len({rasa_of(cluster, f"{n:032x}") for n in range(16)}) > 1, "a Rasa of its own for some")


def busiest_rasa(cluster: Cluster, visitors: list[Visitor]) -> str:
    served = [rasa_of(cluster, visitor.session) for visitor in visitors]
    return max(served, key=served.count)


def busiest_web(cluster: Cluster) -> str:
    return max(("web1", "web2"), key=lambda name: cluster.stack.log(name).count("turn answered"))


def json_of(response: httpx.Response) -> dict[str, Any]:
    assert response.headers["Content-Type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    return body
