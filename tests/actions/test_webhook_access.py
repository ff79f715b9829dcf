"""Who may call the webhook, and what it takes for a call."""

import asyncio

import pytest
from django.test import AsyncClient

from actions import texts
from tests.actions.calls import WEBHOOK, call, post

NOT_JSON = {
    "nothing": b"",
    "half": b'{"next_action":',
    "text": "こんにちは".encode(),
    "not utf-8": b'{"a": "\x82\xa0"}',
}
NOT_A_CALL = {"a list": b"[]", "a string": b'"action_answer"', "null": b"null", "a number": b"1"}


def test_rasa_with_the_shared_token_is_answered() -> None:
    response = post(call("action_delete_my_data"))
    assert response.status_code == 200
    assert response.json()["responses"][0]["text"] == texts.DELETE_MY_DATA


@pytest.mark.parametrize("token", ["", "Bearer ", "Bearer wrong", "Basic abc", "Bearer 合言葉"])
def test_without_the_shared_token_nothing_runs(token: str) -> None:
    response = post(call("action_delete_my_data"), token=token.encode("utf-8").decode("latin-1"))
    assert response.status_code == 401
    assert "responses" not in response.json()


def test_the_token_is_asked_for_before_the_body_is_read() -> None:
    assert post(b"not JSON", token="Bearer wrong").status_code == 401


@pytest.mark.parametrize("body", NOT_JSON.values(), ids=NOT_JSON.keys())
def test_a_body_that_is_not_json_is_refused(body: bytes) -> None:
    assert post(body).status_code == 400


@pytest.mark.parametrize("body", NOT_A_CALL.values(), ids=NOT_A_CALL.keys())
def test_json_that_is_no_call_is_refused(body: bytes) -> None:
    assert post(body).status_code == 400


def test_the_webhook_takes_nothing_but_posts() -> None:
    assert asyncio.run(AsyncClient().get(WEBHOOK)).status_code == 405
