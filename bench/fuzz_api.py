"""Fuzz the public API of a stack of its own, real Rasa included, until so many requests were sent. Ends with 1 when
anything was found."""

import argparse
import json
import time

from bench.client import post
from bench.fuzzing import Fuzzed, fuzz
from deploy.started import started_stack

EXAMPLES = 60
"""Requests of each kind an operation and a round: a round sends some hundreds, the next ones others."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000, help="requests to send at least")
    parser.add_argument("--seed", type=int, default=1, help="of the first round; each next one adds 1")
    arguments = parser.parse_args()
    total, seed, began = Fuzzed(), arguments.seed, time.monotonic()
    with started_stack(limits=False) as stack:
        while total.cases < arguments.cases:
            found = fuzz(
                lambda: post(f"{stack.url}/api/chat/sessions", {}), examples=EXAMPLES, seed=seed, url=stack.url
            )
            total.cases += found.cases
            total.statuses += found.statuses
            total.findings += found.findings
            for finding in found.findings:
                print(f"seed {seed}: {finding}\n", flush=True)
            print(f"{total.cases} requests, {len(total.findings)} findings", flush=True)
            seed += 1
    print(json.dumps(_table(total, time.monotonic() - began), indent=1, ensure_ascii=False))
    if total.findings:
        raise SystemExit(1)


def _table(total: Fuzzed, seconds: float) -> dict[str, object]:
    statuses = {f"{operation} {status}": count for (operation, status), count in sorted(total.statuses.items())}
    return {"cases": total.cases, "findings": len(total.findings), "seconds": round(seconds), "statuses": statuses}


if __name__ == "__main__":
    main()
