"""What Compose and Kubernetes let deploy.proxy write is what HAProxy takes."""

import datetime
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from deploy import haproxy
from tests.deploy.manifests.read import compose, of_kind, pods
from web.environment import ROOT

pytestmark = pytest.mark.slow


def in_compose() -> str:
    [command] = compose()["services"]["configuration"]["command"]
    return str(command)


def in_kubernetes() -> str:
    [before] = pods()["proxy"]["spec"]["initContainers"]
    [command] = before["args"]
    return str(command)


def arguments(command: str) -> list[str]:
    words = shlex.split(command)
    assert words[:3] == ["python", "-m", "deploy.proxy"]
    assert words[-2] == ">"
    return words[3:-2]


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """One of a day, with its key."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.datetime.now(datetime.UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "chat.example.jp")])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + datetime.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = tmp_path / "certificate.pem"
    path.write_bytes(made.public_bytes(pem) + private)
    return path


@pytest.mark.parametrize("command", [in_compose, in_kubernetes])
def test_haproxy_takes_it(command: Callable[[], str], certificate: Path, tmp_path: Path) -> None:
    given = arguments(command())
    given[given.index("--certificate") + 1] = str(certificate)
    written = subprocess.run([sys.executable, "-m", "deploy.proxy", *given], cwd=ROOT, capture_output=True, check=True)
    file = tmp_path / "haproxy.cfg"
    file.write_bytes(written.stdout)
    taken = subprocess.run([haproxy.require(), "-c", "-f", str(file)], capture_output=True, text=True)
    assert taken.returncode == 0, taken.stderr


def test_in_kubernetes_it_looks_for_services_by_their_full_names() -> None:
    """HAProxy's own resolver knows no search domains."""
    headless = {found["metadata"]["name"] for found in of_kind("Service") if found["spec"].get("clusterIP") == "None"}
    given = arguments(in_kubernetes())
    looked_for = {given[place + 1].partition("*")[2] for place, word in enumerate(given) if word in ("--web", "--rasa")}
    assert looked_for == {"web.hosho.svc.cluster.local:8000", "rasa.hosho.svc.cluster.local:5005"}
    assert headless == {"web", "rasa"}


def test_where_haproxy_reads_is_where_it_is_written() -> None:
    written = shlex.split(in_kubernetes())[-1]
    [before], [proxy] = pods()["proxy"]["spec"]["initContainers"], pods()["proxy"]["spec"]["containers"]
    places = {mount["name"]: mount["mountPath"] for mount in before["volumeMounts"]}
    reads = {mount["name"]: mount["mountPath"] for mount in proxy["volumeMounts"]}
    assert written == f"{reads['configuration']}/haproxy.cfg" == f"{places['configuration']}/haproxy.cfg"


def test_there_is_room_for_as_many_as_are_started() -> None:
    given = arguments(in_kubernetes())
    most = int(given[given.index("--web") + 1].partition("*")[0])
    replicas = [
        found["spec"]["replicas"] for found in of_kind("Deployment") if found["metadata"]["name"] in ("web", "rasa")
    ]
    assert max(replicas) + 1 <= most, "one more while a new version is rolled out"
