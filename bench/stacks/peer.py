"""The peer: Rasa as its documentation sets it up, on the same data, with our actions behind rasa-sdk's own server.

Its model sees whitespace for words, as `rasa init` has it: fewer tokens, and so less work, than a Japanese tokenizer
would give it. It has no gateway: a turn is asked of its REST channel, conversations stay in its memory."""

import contextlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.stacks.projects import CACHE, Project
from bench.stacks.serving import Process, Running, serving
from bench.stacks.talks import Rest
from deploy.ports import free_port
from deploy.stack import variables
from deploy.started import NO_CHANNELS, copy_database
from web.environment import ROOT, load

HOME = ROOT / "bench" / "stacks" / "peer_project"


def project(epochs: int | None = None) -> Project:
    kept = CACHE / (f"peer-{epochs}-epochs" if epochs else "peer")
    return Project(HOME, (ROOT / "data",), ROOT / "domain.yml", kept, epochs)


@contextlib.contextmanager
def started(trained: Project) -> Iterator[Running]:
    """Rasa and the action server, on a copy of our database."""
    own, rasa, actions = load(), free_port(), free_port()
    with tempfile.TemporaryDirectory(prefix="hosho-peer-") as name:
        var = Path(name)
        copy_database(own.var, var)
        environment = own.model_copy(update={"var": var, "database_url": "", **NO_CHANNELS})
        settings = {"ACTION_SERVER_URL": f"http://127.0.0.1:{actions}"}
        processes = [trained.served(rasa, settings), _action_server(actions, variables(environment))]
        with serving(processes, var) as (running, seconds):
            yield Running(seconds, running, lambda client: Rest(client, f"http://127.0.0.1:{rasa}"))


def _action_server(port: int, settings: dict[str, str]) -> Process:
    """rasa-sdk's, on loopback, with the settings that our own processes have."""
    command = [sys.executable, "-m", "bench.stacks.action_server", "--actions", "actions", "--port", str(port)]
    address = f"http://127.0.0.1:{port}/health"
    return Process("actions", command, address, ROOT, settings | {"SANIC_HOST": "127.0.0.1"})
