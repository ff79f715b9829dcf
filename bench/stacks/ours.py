"""hosho as it is deployed: web, Rasa and delivery, asked through the public API with limits off."""

import contextlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial

from bench.stacks.serving import Running
from bench.stacks.stages import times
from bench.stacks.talks import PublicApi
from deploy.started import started_stack
from web.environment import ROOT


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


def training_s() -> dict[str, float]:
    """`rasa train`, and fitting the matcher on the whole shipped corpus with its examples' vectors at hand."""
    with tempfile.TemporaryDirectory(prefix="hosho-train-") as folder:
        began = time.perf_counter()
        command = [ROOT / "deploy" / "rasa", "train", "--force", "--out", folder]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        rasa = time.perf_counter() - began
    fit = subprocess.run([sys.executable, "-m", "bench.stacks.fitting"], cwd=ROOT, check=True, stdout=subprocess.PIPE)
    return {"rasa": rasa, "matcher": float(fit.stdout)}
