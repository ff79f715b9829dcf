"""hosho as it is deployed: web, Rasa and delivery, asked through the public API with limits off."""

import contextlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from bench.stacks.serving import Running
from bench.stacks.stages import times
from bench.stacks.talks import PublicApi
from deploy.stack import variables
from deploy.started import started_stack
from web.environment import ROOT, load


@contextlib.contextmanager
def started() -> Iterator[Running]:
    """From starting the three processes until /readyz says so."""
    began = time.monotonic()
    with started_stack() as stack:
        yield Running(
            ready_s=time.monotonic() - began,
            processes=list(stack.processes.values()),
            talk=lambda client: PublicApi(client, stack.url),
            times=partial(times, stack.url, stack.environment.rasa_url, stack.environment.action_token),
        )


@dataclass(frozen=True)
class Training:
    """`rasa_s`: of `rasa train`. `matcher_s`: of fitting the matcher on the whole shipped corpus, its examples' vectors
    at hand. `encoding_ms`: of making the half of a question's row that Rasa does not tell."""

    rasa_s: float
    matcher_s: float
    encoding_ms: float


def trained() -> Training:
    """As set-up and publishing do it."""
    with tempfile.TemporaryDirectory(prefix="hosho-train-") as folder:
        began = time.perf_counter()
        command = [str(ROOT / "deploy" / "rasa"), "train", "--force", "--out", folder]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        rasa = time.perf_counter() - began
    command = [sys.executable, "-m", "bench.stacks.fitting"]
    done = subprocess.run(command, cwd=ROOT, env=variables(load()), check=True, stdout=subprocess.PIPE)
    fitting = json.loads(done.stdout)
    return Training(rasa, fitting["fitting_s"], fitting["encoding_ms"])
