"""The session id is no credential; a signed, dated token is."""

import datetime
import time

import pytest
from django.core import signing
from django.utils import timezone

from chat import tokens
from chat.models import Session
from tests.chat.visitor import MESSAGES, Visitor, assert_problem

pytestmark = pytest.mark.slow


def signed_by(session: Session, *, key: str | None = None, salt: str = "chat.session", age: float = 0) -> str:
    """A token as ours is made, except for what is given."""

    class Signer(signing.TimestampSigner):
        def timestamp(self) -> str:
            return signing.b62_encode(int(time.time() - age))

    return Signer(key=key, salt=salt).sign(session.id.hex)


def assert_worth_nothing(visitor: Visitor, token: str) -> None:
    assert visitor.transcript(), "the visitor's own token must be good for this to mean anything"
    visitor.token = token
    assert_problem(visitor.send("GET", MESSAGES), 401)
    assert_problem(visitor.says("補償されますか"), 401)
    assert_problem(visitor.send("DELETE", "/api/chat/session"), 401)
    assert_problem(visitor.send("POST", "/api/chat/sessions", {"resume": token}), 401)
    assert Session.objects.count() == 1


def test_a_token_signed_as_ours_is_accepted(visitor: Visitor) -> None:
    visitor.token = signed_by(Session.objects.get())
    assert visitor.transcript()


@pytest.mark.parametrize("place", [0, 10, 33, -1])
def test_a_token_with_one_character_changed_is_worth_nothing(visitor: Visitor, place: int) -> None:
    assert visitor.token
    characters = list(visitor.token)
    characters[place] = "b" if characters[place] == "a" else "a"
    assert_worth_nothing(visitor, "".join(characters))


def test_a_token_signed_with_another_key_is_worth_nothing(visitor: Visitor) -> None:
    assert_worth_nothing(visitor, signed_by(Session.objects.get(), key="よその鍵"))


def test_a_signature_made_with_our_key_for_another_purpose_is_worth_nothing(visitor: Visitor) -> None:
    assert_worth_nothing(visitor, signed_by(Session.objects.get(), salt="django.contrib.sessions"))


def test_a_token_issued_longer_ago_than_the_retention_is_worth_nothing(visitor: Visitor) -> None:
    assert_worth_nothing(visitor, signed_by(Session.objects.get(), age=tokens.lifetime().total_seconds() + 5))


def test_the_token_of_an_expired_session_is_worth_nothing(visitor: Visitor) -> None:
    assert visitor.transcript()
    Session.objects.update(expires_at=timezone.now() - datetime.timedelta(seconds=1))
    assert_problem(visitor.send("GET", MESSAGES), 401)
    assert_problem(visitor.send("POST", "/api/chat/sessions", {"resume": visitor.token}), 401)


def test_the_bare_session_id_is_worth_nothing(visitor: Visitor) -> None:
    assert_worth_nothing(visitor, Session.objects.get().id.hex)


def test_the_bare_session_id_with_hyphens_is_worth_nothing(visitor: Visitor) -> None:
    assert_worth_nothing(visitor, str(Session.objects.get().id))


@pytest.mark.parametrize("token", ["", ":", "::", "a:b:c", "\u00ff\u00fe:1:1", "." * 5000])
def test_nonsense_is_worth_nothing(visitor: Visitor, token: str) -> None:
    assert_worth_nothing(visitor, token)


@pytest.mark.parametrize("token", [None, 1, True, "\ud800", "\ud800:1:a", "誤:1:a", "\x00:1:a"])
def test_what_is_no_token_at_all_cannot_be_resumed(stranger: Visitor, token: object) -> None:
    assert_problem(stranger.send("POST", "/api/chat/sessions", {"resume": token}), 401)


@pytest.mark.parametrize("token", [[], {}, ["a"]], ids=repr)
def test_what_holds_other_values_is_no_call_at_all(stranger: Visitor, token: object) -> None:
    assert_problem(stranger.send("POST", "/api/chat/sessions", {"resume": token}), 400)


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic {token}", "{token}", "Token {token}"])
def test_the_token_counts_only_as_a_bearer_token(visitor: Visitor, header: str) -> None:
    assert visitor.transcript()
    value = header.format(token=visitor.token)
    assert_problem(visitor.send("GET", MESSAGES, Authorization=value), 401)


def test_the_scheme_may_be_written_in_lower_case(visitor: Visitor) -> None:
    response = visitor.send("GET", MESSAGES, Authorization=f"bearer {visitor.token}")
    assert response.status_code == 200, "RFC 9110, 11.1: the scheme is case-insensitive"


def test_a_token_in_the_address_is_not_read(stranger: Visitor) -> None:
    token = Visitor().opens().token
    assert_problem(stranger.send("GET", f"{MESSAGES}?token={token}"), 401)


def test_the_token_of_one_visitor_shows_nothing_of_another(visitor: Visitor, other: Visitor) -> None:
    visitor.says("顧客名簿を流出させた社員がいます")
    assert visitor.typed() == ["顧客名簿を流出させた社員がいます"]
    assert other.typed() == []
