"""An answer of the wrong shape is refused as Rasa refuses it, without the schema being checked again each time."""

import pytest
from jsonschema import Draft202012Validator, ValidationError
from rasa.core.actions.action import RemoteAction

from bot.control import ControlChannel
from bot.tests.fakes import TOKEN

RIGHT = {
    "events": [{"event": "slot", "name": "before", "value": {"entry_ids": ["scenario.missent_mail_or_fax"]}}],
    "responses": [{"text": "メールの誤送信は補償例として掲載があります。", "buttons": []}],
}


@pytest.fixture(autouse=True)
def as_rasa_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RemoteAction, "_validate_action_result", RemoteAction._validate_action_result)
    ControlChannel.from_credentials({"token": TOKEN})


def check(answer: object) -> bool:
    return RemoteAction("action_answer", None)._validate_action_result(answer)


def test_a_right_answer_is_taken_and_the_schema_is_not_checked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def again(_: object) -> None:
        raise AssertionError("the schema is checked again")

    monkeypatch.setattr(Draft202012Validator, "check_schema", again)
    assert check(RIGHT)


@pytest.mark.parametrize(
    "wrong",
    [[], "承知しました", {"events": {}}, {"responses": "承知しました"}, {"events": [{"event": "そんなものはない"}]}],
)
def test_a_wrong_answer_is_refused(wrong: object) -> None:
    with pytest.raises(ValidationError):
        check(wrong)
