"""Start the three processes, say when they are ready and where, start again what ends by itself, stop them together."""

import json
import os
import shlex
import sys
import threading
import time
import urllib.error
import urllib.request

import django

from deploy.stack import PYTHON, commands, own_address, taken_ports, variables
from deploy.together import Together
from web.environment import ROOT, Environment, load

PATIENCE = 180.0
"""Seconds after which a start that is not ready is said to have failed."""


def first_login(environment: Environment) -> str:
    """In development, make sure that one staff account exists; returns how to log in, or an empty string."""
    if environment.production:
        return ""
    django.setup()
    from django.contrib.auth import get_user_model

    password = json.loads((environment.var / "secrets.json").read_text())["staff_password"]
    users = get_user_model().objects
    if not users.exists():
        users.create_superuser("staff", password=password)
    return f"(最初のログイン: staff / {password})"


def announce(environment: Environment, login: str) -> None:
    """Wait for /readyz, then print the addresses; say what is missing when it takes too long."""
    base = own_address(environment)
    started, problems = time.monotonic(), ""
    while time.monotonic() - started < PATIENCE:
        try:
            urllib.request.urlopen(f"{base}/readyz", timeout=5).close()
        except urllib.error.HTTPError as error:
            problems = error.read().decode()
        except OSError as error:
            problems = str(error)
        else:
            print(f"\n準備ができました({time.monotonic() - started:.0f}秒)。終了は Ctrl-C です。")
            print(f"  ページ          {base}/\n  スタッフ画面    {base}/staff/  {login}\n", flush=True)
            return
        time.sleep(0.5)
    print(f"\n{PATIENCE:.0f}秒たっても準備ができません: {problems}\n", flush=True)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "web.settings")
    environment = load()
    if taken := taken_ports(environment):
        sys.exit("hosho does not start: " + "; ".join(taken))
    manager = Together()
    for name, command in commands(environment).items():
        kept = f"exec {shlex.quote(str(PYTHON))} -m deploy.kept {name} {shlex.quote(command)}"
        manager.add_process(name, kept, env=variables(environment), cwd=str(ROOT))
    print("==> 起動しています(Rasa の読み込みに20秒ほどかかります)", flush=True)
    threading.Thread(target=announce, args=(environment, first_login(environment)), daemon=True).start()
    manager.loop()
    sys.exit(manager.returncode)


if __name__ == "__main__":
    main()
