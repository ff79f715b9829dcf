"""deploy/haproxy.cfg, filled in: HAProxy takes it, and nothing in it is secret."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from chat import texts
from deploy import haproxy
from deploy.proxy import TEMPLATE, Plan, configuration
from web.environment import ROOT

TWO = ["--web", "10.0.0.1:8000", "--web", "10.0.0.2:8000", "--rasa", "10.0.0.1:5005", "--rasa", "10.0.0.2:5005"]


def printed(*arguments: str) -> str:
    command = [sys.executable, "-m", "deploy.proxy", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def checked(text: str, folder: Path) -> str:
    """What HAProxy says to it; none of it is a warning."""
    file = folder / "haproxy.cfg"
    file.write_text(text, encoding="utf-8")
    env = {**os.environ, "HOSHO_ACTION_TOKEN": "aikotoba"}
    done = subprocess.run([haproxy.require(), "-c", "-f", str(file)], env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize(
    "arguments",
    [TWO, ["--web", "8*localhost:8000", "--rasa", "4*localhost:5005", "--internal", "*:8100", "--public", "*:8080"]],
    ids=["each by its address", "behind one name"],
)
def test_haproxy_takes_it_without_a_warning(tmp_path: Path, arguments: list[str]) -> None:
    assert "WARNING" not in checked(printed(*arguments), tmp_path)


def test_with_a_certificate_visitors_come_by_tls(tmp_path: Path) -> None:
    assert "bind *:443 ssl crt /etc/hosho/site.pem" in printed(
        *TWO, "--public", "*:443", "--certificate", "/etc/hosho/site.pem"
    )


def test_every_replica_is_in_it() -> None:
    found = configuration(Plan("*:80", "127.0.0.1:8100", ["a:1", "b:2"], ["c:3", "d:4", "e:5"]))
    assert found.count("server web") == 2 * 2, "for visitors, and for actions"
    assert found.count("server rasa") == 3
    assert "# WEB" not in found


def test_the_token_is_read_when_haproxy_starts() -> None:
    assert "Bearer ${HOSHO_ACTION_TOKEN}" in TEMPLATE.read_text(encoding="utf-8")


def test_its_own_errors_offer_visitors_a_person() -> None:
    found = configuration(Plan("*:80", "127.0.0.1:8100", ["a:1"], ["c:3"]))
    assert found.count(texts.NOT_NOW) == 3
