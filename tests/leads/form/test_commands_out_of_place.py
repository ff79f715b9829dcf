"""A command where it changes nothing, or not yet: it is answered, and the form stays where it is."""

import pytest

from leads.domain import words
from leads.domain.fields import Field
from leads.domain.lead import Kind
from tests.leads.form.talk import Talk, quote_until


@pytest.mark.parametrize("said", ["見積りの準備をする", "見積もりもお願いします"])
def test_who_wanted_a_call_may_go_on_to_a_quote(said: str) -> None:
    talk = Talk(Kind.CALLBACK)
    assert words.SWITCHED[Kind.QUOTE] in talk.say(said)
    assert talk.form.kind is Kind.QUOTE


def test_a_quote_asked_for_in_the_form_of_a_quote_goes_on() -> None:
    talk = Talk(Kind.QUOTE, "同意します")
    talk.say("見積りの準備をする")
    assert (talk.form.kind, talk.asks, talk.form.failures) == (Kind.QUOTE, Field.COMPANY, 1)


@pytest.mark.parametrize("said", ["スキップ", "送信", "内容を確認したい", "戻る"])
def test_before_the_consent_nothing_is_skipped_sent_or_shown(said: str) -> None:
    talk = Talk(Kind.QUOTE)
    assert words.NEEDS_CONSENT in talk.say(said)
    assert talk.asks is Field.CONSENT


def test_what_is_not_complete_is_not_shown_for_review() -> None:
    talk = quote_until(Field.EMAIL)
    assert words.INCOMPLETE in talk.say("確認画面")
    assert talk.asks is Field.EMAIL


def test_what_is_complete_is_shown_again() -> None:
    talk = quote_until(Field.PREFERRED_TIME)
    talk.say("平日の午前")
    shown = talk.reply
    talk.say("会社名を直す")
    assert talk.asks is Field.COMPANY
    assert talk.say("内容を確認したい") == shown.removeprefix(f"{words.UNDERSTOOD}\n")
