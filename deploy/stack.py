"""The three processes of a running hosho: what each is called, how it is started, with which settings."""

import contextlib
import errno
import os
import shlex
import socket
from pathlib import Path
from urllib.parse import urlsplit

from deploy.tracker_url import tracker_url
from web.environment import ROOT, Environment

PYTHON = ROOT / ".venv" / "bin" / "python"
MODEL = Path("models/hosho.tar.gz")
ACTIONS = "/internal/actions/webhook"


def commands(environment: Environment, model: Path = MODEL) -> dict[str, str]:
    """Name -> shell command, each run at the root with `variables`."""
    rasa = urlsplit(environment.rasa_url)
    python = shlex.quote(str(PYTHON))
    return {
        "rasa": f"exec deploy/rasa run --interface {rasa.hostname} --port {rasa.port} --model {model}",
        "web": f"exec {python} -m uvicorn web.served:application --host {environment.host} --port {environment.port}"
        " --lifespan on --no-access-log --no-server-header --ws none"
        f" --http web.protocol:PatientProtocol {_proxies(environment)}",
        "deliver": f"exec {python} manage.py deliver_leads",
    }


def _proxies(environment: Environment) -> str:
    """uvicorn believes X-Forwarded-For and -Proto from loopback, if it is not told otherwise."""
    if not environment.trusted_proxies:
        return "--no-proxy-headers"
    return f"--proxy-headers --forwarded-allow-ips {shlex.quote(','.join(environment.trusted_proxies))}"


def own_address(environment: Environment) -> str:
    """Where a process of this machine reaches web."""
    host = "127.0.0.1" if environment.host in ("0.0.0.0", "::", "") else environment.host
    return f"http://{host}:{environment.port}"


def variables(environment: Environment) -> dict[str, str]:
    """The environment of the three processes: every setting of ours, and what Rasa must know of it."""
    return {
        **os.environ,
        **{f"HOSHO_{name.upper()}": _as_text(value) for name, value in environment},
        "PYTHONUNBUFFERED": "1",
        "OPENBLAS_NUM_THREADS": "1",  # small matrices: threads only contend
        "OMP_NUM_THREADS": "1",
        "HOSHO_ACTION_URL": environment.action_url or f"{own_address(environment)}{ACTIONS}",
        "HOSHO_TRACKER_URL": tracker_url(environment),
        "LOG_LEVEL": "WARNING",  # of Rasa
        "PYTHONWARNINGS": "ignore",  # Rasa's frozen dependencies deprecate one another at every start
        "SANIC_HOST": urlsplit(environment.rasa_url).hostname or "127.0.0.1",
    }


def _as_text(value: object) -> str:
    return ",".join(value) if isinstance(value, list) else str(value)


def taken_ports(environment: Environment) -> list[str]:
    """Sentences naming the setting of each port that cannot be listened on, and why."""
    rasa = urlsplit(environment.rasa_url)
    wanted = {
        ("HOSHO_PORT", "HOSHO_HOST"): (environment.host, environment.port),
        ("HOSHO_RASA_URL", "HOSHO_RASA_URL"): (rasa.hostname, rasa.port),
    }
    found = []
    with contextlib.ExitStack() as probes:
        for settings, address in wanted.items():
            probe = probes.enter_context(socket.socket())
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(address)
                probe.listen()  # so that one port for both is a clash too
            except OSError as error:
                found.append(_why(settings, address, error))
    return found


def _why(settings: tuple[str, str], address: tuple[str | None, int | None], error: OSError) -> str:
    (port_setting, host_setting), (host, port) = settings, address
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use; choose another with {port_setting}"
    return f"{host} of {host_setting} cannot be listened on: {error.strerror or error}"
