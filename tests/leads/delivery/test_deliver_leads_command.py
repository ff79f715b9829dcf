"""The third process."""

import io
import signal
from collections.abc import Iterator

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from bench.receiver import Receiver
from leads.courier import Courier
from leads.management.commands import deliver_leads
from leads.models import Delivery, DeliveryState
from tests.leads.delivery.conftest import Operator
from tests.leads.delivery.samples import a_delivery
from tests.logs import written

pytestmark = pytest.mark.django_db


@pytest.fixture
def _signals_as_before() -> Iterator[None]:
    before = {name: signal.getsignal(name) for name in (signal.SIGTERM, signal.SIGINT)}
    yield
    for name, handler in before.items():
        signal.signal(name, handler)


def said(**options: bool) -> str:
    out = io.StringIO()
    call_command("deliver_leads", stdout=out, stderr=out, **options)
    return out.getvalue()


def test_once_sends_what_is_due_and_ends(receiver: Receiver) -> None:
    a_delivery()
    assert said(once=True) == "見込み客の配信先: Webhook\n"
    assert Delivery.objects.get().state == DeliveryState.DELIVERED


def test_every_way_out_is_named(operator_sets: Operator) -> None:
    operator_sets(lead_email=["eigyo@example.co.jp"], slack_webhook_url="https://hooks.slack.example/x")
    assert said(once=True) == "見込み客の配信先: メール、Slack\n"


def test_without_any_it_says_where_leads_are_found(operator_sets: Operator) -> None:
    assert said(once=True) == "配信先が設定されていません。見込み客は営業の一覧にだけ入ります。\n"


def test_once_without_a_database_ends_with_a_sentence(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise OperationalError("password=geheim")

    monkeypatch.setattr(Courier, "step", away)
    with pytest.raises(CommandError, match=r"^データベースを利用できません\(OperationalError\)。$"):
        said(once=True)


def test_a_defect_ends_it_with_a_sentence_and_its_place_in_the_log_without_its_words(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("株式会社ひみつ商事")

    log = written(monkeypatch)
    monkeypatch.setattr(Courier, "step", broken)
    with pytest.raises(CommandError, match=r"^配信が止まりました\(ValueError\)。") as ended:
        said(once=True)
    assert "delivery ended" in log.getvalue()
    assert "test_deliver_leads_command.py" in log.getvalue()
    assert "ひみつ" not in log.getvalue() + str(ended.value)


@pytest.mark.usefixtures("_signals_as_before")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_after_what_is_under_way(
    receiver: Receiver, how: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_delivery()
    step = Courier.step

    def step_and_stop(courier: Courier) -> None:
        step(courier)
        signal.raise_signal(how)

    monkeypatch.setattr(Courier, "step", step_and_stop)
    said()
    assert Delivery.objects.get().state == DeliveryState.DELIVERED


@pytest.mark.usefixtures("_signals_as_before")
def test_a_database_that_is_away_is_said_once_and_the_leads_go_out_when_it_is_back(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_delivery()
    tries, step = [], Courier.step

    def come_back(courier: Courier) -> None:
        tries.append(courier)
        if len(tries) < 4:
            raise OperationalError("database is locked")
        step(courier)
        if len(tries) > 4:
            signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(Courier, "step", come_back)
    monkeypatch.setattr(deliver_leads, "RETRY", 0)
    monkeypatch.setattr(connection, "close", lambda: None)  # the test's own transaction is on it
    lines = said().splitlines()
    assert lines == [
        "見込み客の配信先: Webhook",
        "データベースを利用できません(OperationalError)。使えるようになるまで待ちます。",
        "データベースを再び利用できます。",
    ]
    assert Delivery.objects.get().state == DeliveryState.DELIVERED
