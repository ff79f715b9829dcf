import pytest
from django.http import HttpRequest

from chat import limits
from chat.addresses import address_of
from chat.limit_table import LIMITS
from tests.chat.visitor import Visitor

QUESTION = "メールの誤送信は補償されますか"


def seen(remote: str | None) -> str:
    request = HttpRequest()
    request.META = {} if remote is None else {"REMOTE_ADDR": remote}
    return str(address_of(request))


@pytest.mark.parametrize(
    ("remote", "expected"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("::1", "::"),
    ],
)
def test_an_ipv6_customer_is_one_address_whatever_it_calls_itself(remote: str, expected: str) -> None:
    assert seen(remote) == expected


@pytest.mark.parametrize("remote", [None, "", "unknown", "203.0.113.7, 10.0.0.1", "<script>"])
def test_what_is_no_address_is_none(remote: str | None) -> None:
    assert seen(remote) == "None"


def test_a_header_makes_nobody_somebody_else(stranger: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """uvicorn alone reads it, from proxies that HOSHO_TRUSTED_PROXIES names."""
    (limit, *_) = [limit for limit in LIMITS["message"] if limit.per == "address"]
    monkeypatch.setitem(LIMITS, "message", (type(limit)("address", type(limit.item)(1), limit.reason),))
    flooder = Visitor("203.0.113.7").opens()
    flooder.says(QUESTION)
    for header in ("X-Forwarded-For", "X-Real-IP", "Forwarded", "CF-Connecting-IP", "True-Client-IP"):
        body = {"id": "00000000-0000-0000-0000-000000000007", "text": QUESTION}
        assert flooder.send("POST", "/api/chat/messages", body, **{header: "198.51.100.9"}).status_code == 429


def test_no_address_and_no_session_is_kept_as_it_is(stranger: Visitor) -> None:
    visitor = Visitor("203.0.113.7").opens()
    visitor.says(QUESTION)
    memory = limits.limiter()._memory
    assert memory is not None
    kept = " ".join(memory.storage.events)  # type: ignore[attr-defined]
    assert "message" in kept
    assert "203.0.113" not in kept
    assert visitor.token is not None
    assert visitor.token.split(":")[0] not in kept.replace("-", "")
