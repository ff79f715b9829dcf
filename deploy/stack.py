"""The three processes of a running hosho: what each is called, how it is started, with which settings."""

import os
import shlex
import socket
from urllib.parse import urlsplit

from web.environment import ROOT, Environment

PYTHON = ROOT / ".venv" / "bin" / "python"


def commands(environment: Environment) -> dict[str, str]:
    """Name -> shell command, each run at the root with `variables`."""
    rasa = urlsplit(environment.rasa_url)
    python = shlex.quote(str(PYTHON))
    return {
        "rasa": f"exec deploy/rasa run --interface {rasa.hostname} --port {rasa.port} --model models/hosho.tar.gz",
        "web": f"exec {python} -m uvicorn web.asgi:application --host {environment.host} --port {environment.port}"
        " --lifespan off --no-access-log --no-server-header",
        "deliver": f"exec {python} manage.py deliver_leads",
    }


def variables(environment: Environment) -> dict[str, str]:
    """The environment of the three processes: ours, and what Rasa must know of it."""
    return {
        **os.environ,
        "PYTHONUNBUFFERED": "1",
        "OPENBLAS_NUM_THREADS": "1",  # small matrices: threads only contend
        "HOSHO_VAR": str(environment.var),
        "HOSHO_PORT": str(environment.port),
        "HOSHO_RASA_URL": environment.rasa_url,
        "HOSHO_SECRET_KEY": environment.secret_key,
        "HOSHO_ACTION_TOKEN": environment.action_token,
        "HOSHO_ACTION_URL": f"http://127.0.0.1:{environment.port}/internal/actions/webhook",
        "HOSHO_TRACKER_DB": str(environment.var / "tracker.db"),
        "LOG_LEVEL": "WARNING",  # of Rasa
        "PYTHONWARNINGS": "ignore",  # Rasa's frozen dependencies deprecate one another at every start
        "SANIC_HOST": urlsplit(environment.rasa_url).hostname or "127.0.0.1",
    }


def taken_ports(environment: Environment) -> list[str]:
    """Sentences naming the setting of each port that something else listens on."""
    rasa = urlsplit(environment.rasa_url)
    wanted = {"HOSHO_PORT": (environment.host, environment.port), "HOSHO_RASA_URL": (rasa.hostname, rasa.port)}
    found = []
    for setting, (host, port) in wanted.items():
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                found.append(f"port {port} is in use; choose another with {setting}")
    return found
