"""The floor: a word is looked for and a rule replies, in Rasa alone. No turn through Rasa costs less."""

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.stacks.projects import CACHE, Project
from bench.stacks.serving import Running, serving
from bench.stacks.talks import Rest
from deploy.ports import free_port
from web.environment import ROOT

HOME = ROOT / "bench" / "stacks" / "floor_project"


def project() -> Project:
    return Project(HOME, [HOME / "data.yml"], HOME / "domain.yml", CACHE / "floor")


@contextlib.contextmanager
def started(trained: Project) -> Iterator[Running]:
    port = free_port()
    with (
        tempfile.TemporaryDirectory(prefix="hosho-floor-") as logs,
        serving([trained.served(port, {})], Path(logs)) as (running, seconds),
    ):
        yield Running(seconds, running, lambda client: Rest(client, f"http://127.0.0.1:{port}"), fills_form=False)
