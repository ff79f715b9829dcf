"""The public API fuzzed: schemathesis makes requests from docs/openapi.yaml and holds the answers against it."""

import itertools
import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import schemathesis
import yaml
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema
from schemathesis.generation.meta import TestPhase

from web.environment import ROOT

DESCRIPTION = ROOT / "docs" / "openapi.yaml"
REFUSALS = ["400", "401", "403", "404", "405", "413", "429"]
"""What may be said to a wrong request."""
Open = Callable[[], dict[str, Any]]
"""Opens a session: what POST /api/chat/sessions replies."""


@dataclass
class Fuzzed:
    """`cases`: requests sent. `statuses`: how often each operation answered with which status. `findings`: one text a
    finding, with what was sent."""

    cases: int = 0
    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    findings: list[str] = field(default_factory=list)


class Visitors:
    """Whoever asks: one session for an operation's requests and for all that follow one another, one of its own for
    each request that erases it."""

    def __init__(self, open_session: Open) -> None:
        self._open, self._operation = open_session, ""
        self.opened: dict[str, Any] = open_session()
        self._buttons = itertools.count()

    def get(self, case: Any, context: Any) -> str:
        if case.method == "DELETE":
            return str(self._open()["token"])
        if case.operation.label != self._operation and case.meta.phase.name is not TestPhase.STATEFUL:
            self._operation, self.opened = case.operation.label, self._open()
        return str(self.opened["token"])

    def set(self, case: Any, token: str, context: Any) -> None:
        case.headers["Authorization"] = f"Bearer {token}"
        self._point_at_what_exists(case)

    def _point_at_what_exists(self, case: Any) -> None:
        """A right request names a button and a message of its own conversation: no description can tell which. What is
        wrong elsewhere stays so; a change meant to make it wrong may leave it right, whatever schemathesis calls it."""
        greeting = self.opened["messages"][0]
        if isinstance(case.body, dict) and isinstance(case.body.get("button"), str):
            buttons = greeting["buttons"]
            case.body["button"] = buttons[next(self._buttons) % len(buttons)]["id"]
        if _is_uuid(case.query.get("after")):
            case.query["after"] = greeting["id"]


def _is_uuid(given: object) -> bool:
    try:
        return bool(uuid.UUID(str(given)))
    except ValueError:
        return False


def fuzz(open_session: Open, *, examples: int, seed: int, app: Any = None, url: str | None = None) -> Fuzzed:
    """Each operation with about so many requests of each kind, right and wrong; by `app` in this process, or at `url`.

    The same seed sends the same."""
    schema = described(examples, seed, url)
    schema.app = app
    visitors = Visitors(open_session)
    schema.auth.providers.append(visitors)
    result = Fuzzed()
    for event in from_schema(schema).execute():
        if isinstance(event, events.ScenarioFinished):
            _add(result, event.recorder)
        elif isinstance(event, events.NonFatalError | events.FatalError):
            error = event.value if isinstance(event, events.NonFatalError) else event.exception
            result.findings.append(f"{type(error).__name__}: {error}")
        elif isinstance(event, events.Interrupted):
            result.findings.append("the run was interrupted")
    return result


def described(examples: int = 1, seed: int = 0, url: str | None = None) -> Any:
    """The description as schemathesis reads it, with every check switched on."""
    config = {
        "seed": seed,
        "continue-on-failure": True,
        "base-url": url,
        "request-timeout": 60,
        "generation": {"max-examples": examples, "database": "none"},
        "checks": {"negative_data_rejection": {"expected-statuses": REFUSALS}, "max_response_time": 6},
    }
    kept = {name: value for name, value in config.items() if value is not None}
    description = yaml.safe_load(DESCRIPTION.read_text(encoding="utf-8"))
    return schemathesis.openapi.from_dict(description, config=SchemathesisConfig.from_dict(kept))


def _add(result: Fuzzed, recorder: Any) -> None:
    for interaction in recorder.interactions.values():
        result.cases += 1
        if interaction.response is not None:
            result.statuses[(recorder.label, interaction.response.status_code)] += 1
    for checks in recorder.checks.values():
        for check in checks:
            if check.failure_info is not None:
                info = check.failure_info
                said = (f"{recorder.label}: {info.failure.title}", info.failure.message, info.code_sample)
                result.findings.append("\n".join(said))
