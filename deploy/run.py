"""Start the three processes, say when they are ready and where, start again what ends by itself, stop them together."""

import shlex
import sys
import threading
import time
import urllib.error
import urllib.request

from deploy.stack import PYTHON, commands, own_address, taken_ports, variables
from deploy.together import Together
from web.environment import FIRST_LOGIN, ROOT, Environment, first_password, load

PATIENCE = 180.0
"""Seconds after which a start that is not ready is said to have failed."""


def announce(environment: Environment) -> None:
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
            print(f"  ページ          {base}/")
            print(f"  スタッフ画面    {base}/staff/  {_first_login(environment)}\n", flush=True)
            return
        time.sleep(0.5)
    print(f"\n{PATIENCE:.0f}秒たっても準備ができません: {problems}\n", flush=True)


def _first_login(environment: Environment) -> str:
    if environment.production:
        return ""
    return f"(最初のログイン: {FIRST_LOGIN} / {first_password(environment)})"


def main() -> None:
    environment = load()
    if taken := taken_ports(environment):
        sys.exit("hosho does not start: " + "; ".join(taken))
    manager = Together()
    for name, command in commands(environment).items():
        kept = f"exec {shlex.quote(str(PYTHON))} -m deploy.kept {name} {shlex.quote(command)}"
        manager.add_process(name, kept, env=variables(environment), cwd=str(ROOT))
    print(f"==> 起動しています。{own_address(environment)}/ はもう開けます(準備ができると切り替わります)", flush=True)
    threading.Thread(target=announce, args=(environment,), daemon=True).start()
    manager.loop()
    sys.exit(manager.returncode)


if __name__ == "__main__":
    main()
