"""Whether the process in this container does its work: python -m deploy.probe web|rasa|deliver

Ends with 1 and a sentence when not. Asked every few seconds, so that it imports nothing but the standard library. Of
web it asks whether it answers, not whether all is ready: without Rasa it still apologises to visitors, and whoever took
it away for that would leave them in silence. Rasa must have its model and a place for conversations."""

import json
import os
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

PATIENCE = 4.0
"""Seconds for an answer."""
LONGEST_ROUND = 60.0
"""Seconds that a round of deliver may take; it takes less than one, or some while the database is away."""


def of_web() -> str | None:
    return _unanswered(f"http://127.0.0.1:{os.environ.get('HOSHO_PORT', '8000')}/healthz")


def of_rasa() -> str | None:
    port = urlsplit(os.environ.get("HOSHO_RASA_URL", "")).port or 5005
    token = os.environ.get("HOSHO_ACTION_TOKEN", "")
    return _unanswered(f"http://127.0.0.1:{port}/webhooks/control/ready", Authorization=f"Bearer {token}")


def of_deliver() -> str | None:
    """leads/pulse.py touches the file."""
    try:
        age = time.time() - (Path(os.environ.get("HOSHO_VAR", "var")) / "deliver.pulse").stat().st_mtime
    except OSError as error:
        return f"no sign of life: {error.strerror}"
    return f"its last round began {age:.0f} seconds ago" if age > LONGEST_ROUND else None


PROBES = {"web": of_web, "rasa": of_rasa, "deliver": of_deliver}
"""Process -> what tells why it does not do its work; None when it does."""


def _unanswered(url: str, **headers: str) -> str | None:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        direct.open(urllib.request.Request(url, headers=headers), timeout=PATIENCE).close()
    except urllib.error.HTTPError as error:
        return f"HTTP {error.code}: {_reason(error.read())}"
    except OSError as error:
        return f"no answer: {getattr(error, 'reason', error)}"
    return None


def _reason(body: bytes) -> str:
    try:
        said = json.loads(body)
        return str(said.get("problem") or said["detail"])
    except (ValueError, AttributeError, KeyError):
        return "without a reason"


def main() -> None:
    if len(sys.argv) != 2 or sys.argv[1] not in PROBES:
        sys.exit(__doc__)
    sys.exit(PROBES[sys.argv[1]]())


if __name__ == "__main__":
    main()
