"""Keep a process running: python -m deploy.kept NAME COMMAND starts the command again when it ends by itself.

`make run` starts the three processes so; in production systemd or the like does the same (docs/operations.md)."""

import signal
import subprocess
import sys
import time

OFTEN, WITHIN = 5, 60.0
"""So many ends within so many seconds are no accident: then it is given up."""
PAUSE = 1.0
"""Seconds before it is started again."""


def keep(name: str, command: str) -> int:
    """The exit code of the command, once it has ended because we were told to end, or too often by itself."""
    process: subprocess.Popen[bytes] | None = None
    ended: list[float] = []
    stopping = False

    def stop(signum: int, _: object) -> None:
        nonlocal stopping
        stopping = True
        if process:
            process.send_signal(signum)

    for signum in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signum, stop)
    while True:
        process = subprocess.Popen(command, shell=True)
        if stopping:  # it was told while the process was being started
            process.terminate()
        code = process.wait()
        ended = [moment for moment in ended if moment > time.monotonic() - WITHIN] + [time.monotonic()]
        if stopping or len(ended) >= OFTEN:
            return code
        print(f"{name} ended with {code}; it is started again", flush=True)
        time.sleep(PAUSE)
        if stopping:
            return code


if __name__ == "__main__":
    sys.exit(keep(*sys.argv[1:]))
