"""One process in the place of this one: python -m deploy.one web|rasa|deliver|prepare

For whoever holds each process by itself, as Compose and Kubernetes do; `make run` holds all of them (deploy/run.py).
`prepare` brings the database up to date and publishes the knowledge if there is none, once, before the others."""

import os
import shlex
import sys

from deploy.stack import PYTHON, commands, variables
from web.environment import ROOT, Environment, load

PREPARE = "prepare"
SHELL = "/bin/sh"


def command(name: str, environment: Environment) -> str:
    """What the shell is to run. Raises SystemExit, naming those there are, for a name that is none of them."""
    known = {**commands(environment), PREPARE: _prepare()}
    if name not in known:
        raise SystemExit(f"no process of hosho is called {name!r}; there are: {', '.join(known)}")
    return known[name]


def _prepare() -> str:
    manage = f"{shlex.quote(str(PYTHON))} manage.py"
    return f"{manage} migrate --verbosity 0 && exec {manage} publish_knowledge --if-none --note 同梱の知識ベース"


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    environment = load()
    wanted = command(sys.argv[1], environment)
    os.chdir(ROOT)
    os.execve(SHELL, [SHELL, "-c", wanted], variables(environment))


if __name__ == "__main__":
    main()
