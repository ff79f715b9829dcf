"""One process in the place of this one: python -m deploy.one web|rasa|deliver|prepare

For whoever holds each process by itself, as Compose and Kubernetes do; `make run` holds all of them (deploy/run.py).
`prepare` brings the database to what the others need (deploy/prepare.py), once, before them."""

import os
import shlex
import sys

from deploy.stack import PYTHON, commands, variables
from web.environment import ROOT, Environment, load

SHELL = "/bin/sh"


def command(name: str, environment: Environment) -> str:
    """What the shell is to run. Raises SystemExit, naming those there are, for a name that is none of them."""
    known = {**commands(environment), "prepare": f"exec {shlex.quote(str(PYTHON))} -m deploy.prepare"}
    if name not in known:
        raise SystemExit(f"no process of hosho is called {name!r}; there are: {', '.join(known)}")
    return known[name]


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    environment = load()
    wanted = command(sys.argv[1], environment)
    os.chdir(ROOT)
    os.execve(SHELL, [SHELL, "-c", wanted], variables(environment))


if __name__ == "__main__":
    main()
