"""deploy/compose.yml and deploy/kubernetes/ as docker compose and kubectl understand them; the image's own settings."""

import base64
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml

from tests.deploy.manifests.programs import run
from web.environment import ROOT

COMPOSE = ROOT / "deploy" / "compose.yml"
KUBERNETES = ROOT / "deploy" / "kubernetes"
DOCKERFILE = ROOT / "deploy" / "Dockerfile"
EXAMPLE = "secrets.example.yaml"
KEY = base64.urlsafe_b64encode(b"a key of thirty-two bytes, tried").decode()
FILLED_IN = {
    "HOSHO_SECRET_KEY": "signs",
    "HOSHO_ACTION_TOKEN": "shared",
    "HOSHO_FIELD_KEYS": KEY,
    "HOSHO_DATABASE_PASSWORD": "geheim",
    "HOSHO_ALLOWED_HOSTS": "chat.example.jp",
    "HOSHO_AGENCY_NAME": "サンプル保険代理店",
    "HOSHO_CERTIFICATE": "certificate.pem",
}
"""What an operator must give to Compose."""
FILLED_SECRETS = {
    **{name: FILLED_IN[name] for name in ("HOSHO_SECRET_KEY", "HOSHO_ACTION_TOKEN", "HOSHO_FIELD_KEYS")},
    "HOSHO_DATABASE_URL": "postgres://hosho:geheim@db.example.jp:5432/hosho",
}
"""And to Kubernetes, where PostgreSQL is somebody else's."""
Object = dict[str, Any]


@cache
def compose() -> Object:
    done = run("docker-compose", "--file", str(COMPOSE), "config", "--format", "json", environment=FILLED_IN)
    assert done.returncode == 0, done.stderr
    read: Object = json.loads(done.stdout)
    return read


@cache
def kubernetes() -> list[Object]:
    """What `kubectl apply --kustomize` sends."""
    done = run("kubectl", "kustomize", str(KUBERNETES))
    assert done.returncode == 0, done.stderr
    return list(yaml.safe_load_all(done.stdout))


def of_kind(*kinds: str) -> list[Object]:
    return [found for found in kubernetes() if found["kind"] in kinds]


def examples() -> list[Object]:
    """The secrets that an operator fills in."""
    return list(yaml.safe_load_all((KUBERNETES / EXAMPLE).read_text(encoding="utf-8")))


def name_of(found: Object) -> str:
    return str(found["metadata"]["name"])


def pods() -> dict[str, Object]:
    """Name of a Deployment or Job -> its pod."""
    return {name_of(found): found["spec"]["template"] for found in of_kind("Deployment", "Job")}


def containers(pod: Object) -> list[Object]:
    """Those that stay, and those before them."""
    return [*pod["spec"]["containers"], *pod["spec"].get("initContainers", [])]


def every_container() -> Iterator[tuple[str, Object]]:
    for name, pod in pods().items():
        for container in containers(pod):
            yield f"{name}/{container['name']}", container


def environment_of(container: Object) -> dict[str, str]:
    """What a container finds set, the secrets filled in, as Kubernetes puts it together."""
    maps = {name_of(found): found["data"] for found in of_kind("ConfigMap")}
    secrets = {name_of(found): found["stringData"] for found in examples()}
    found: dict[str, str] = {}
    for source in container.get("envFrom", []):
        given = (
            maps[source["configMapRef"]["name"]] if "configMapRef" in source else secrets[source["secretRef"]["name"]]
        )
        found |= {name: FILLED_SECRETS.get(name, value) for name, value in given.items()}
    for entry in container.get("env", []):
        found[entry["name"]] = entry.get("value") or _looked_up(entry["valueFrom"], secrets)
    return found


def _looked_up(source: Object, secrets: dict[str, dict[str, str]]) -> str:
    if "fieldRef" in source:
        return {"status.podIP": "10.1.2.3"}[source["fieldRef"]["fieldPath"]]
    key = source["secretKeyRef"]["key"]
    return FILLED_SECRETS.get(key, secrets[source["secretKeyRef"]["name"]][key])


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's, each with what follows it."""
    lines = [line for line in DOCKERFILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    joined = "\n".join(lines).replace("\\\n", " ")
    return [(word, rest.strip()) for word, _, rest in (line.partition(" ") for line in joined.splitlines() if line)]


def set_in_the_image() -> dict[str, str]:
    """Of its last stage."""
    last = max(place for place, (word, _) in enumerate(instructions()) if word == "FROM")
    pairs = [rest.split() for word, rest in instructions()[last:] if word == "ENV"]
    return dict(pair.split("=", 1) for given in pairs for pair in given)
