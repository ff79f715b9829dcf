"""What one conversation and one address may do, and how often: figures and words; `chat.limits` counts."""

from dataclasses import dataclass

from limits import RateLimitItem, RateLimitItemPerDay, RateLimitItemPerHour, RateLimitItemPerMinute

from chat import texts


@dataclass(frozen=True)
class Limit:
    """How often one `per`, "session" or "address", may do it; `reason` tells the visitor what was too much."""

    per: str
    item: RateLimitItem
    reason: str


def _session(*items: RateLimitItem, reason: str = texts.TOO_OFTEN) -> tuple[Limit, ...]:
    return tuple(Limit("session", item, reason) for item in items)


def _address(*items: RateLimitItem, reason: str = texts.CROWDED) -> tuple[Limit, ...]:
    return tuple(Limit("address", item, reason) for item in items)


# Those of a session come first: who is stopped there uses up nothing of the office that shares the address.
LIMITS: dict[str, tuple[Limit, ...]] = {
    # A quick visitor presses a button of the form every two seconds; nobody asks 600 questions in an hour.
    "message": (
        *_session(RateLimitItemPerMinute(30), RateLimitItemPerHour(600), reason=texts.MANY_MESSAGES),
        *_address(RateLimitItemPerMinute(120), RateLimitItemPerHour(2000)),
    ),
    # The same message once more: its reply got lost, or Rasa is away.
    "repeat": _session(RateLimitItemPerMinute(60)),
    "open": _address(
        RateLimitItemPerMinute(30), RateLimitItemPerHour(150), RateLimitItemPerDay(300), reason=texts.MANY_CONVERSATIONS
    ),
    "read": _session(RateLimitItemPerMinute(60)),
    "feedback": _session(RateLimitItemPerMinute(60)),
    "erase": _session(RateLimitItemPerMinute(10)),
    # Every call of the API, before its token is looked up: so it holds for those without a session too; and /readyz.
    "request": _address(RateLimitItemPerMinute(600)),
}
