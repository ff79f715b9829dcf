"""manage.py erase_visitor."""

import io
import uuid

import pytest
from django.core.management import CommandError, call_command

from chat.erasing import traces
from chat.models import ErasureReceipt
from leads.models import Lead
from tests.fakes import FakeEngine

pytestmark = pytest.mark.slow


def said(*arguments: str) -> str:
    out = io.StringIO()
    call_command("erase_visitor", *arguments, stdout=out)
    return out.getvalue()


def test_by_reference_it_erases_checks_and_leaves_a_receipt(lead: Lead) -> None:
    told = said("--reference", lead.reference, "--by", "木村")
    receipt = ErasureReceipt.objects.get()
    assert f"受付 {lead.reference}" in told
    assert f"控え {receipt.number}: フォーム 1、メモ 1" in told
    assert f"{receipt.looked_for} 件を探し、残っていた所は 0 か所でした" in told
    assert receipt.by == "木村"
    assert not Lead.objects.exists()


def test_by_the_conversation_it_erases_too(lead: Lead) -> None:
    said("--session", str(lead.session))
    assert not Lead.objects.exists()


@pytest.mark.parametrize("way", [("--email", "sato@example.co.jp"), ("--phone", "03-1234-5678")])
def test_by_an_address_or_a_number_it_first_only_lists(lead: Lead, way: tuple[str, str]) -> None:
    told = said(*way)
    assert f"受付 {lead.reference}" in told
    assert "まだ何も消していません" in told
    assert Lead.objects.exists()
    said(*way, "--yes")
    assert not Lead.objects.exists()


def test_who_is_not_known_is_said(lead: Lead) -> None:
    with pytest.raises(CommandError, match="見つかりません"):
        said("--reference", "H-000000-XXXXXX")
    with pytest.raises(CommandError, match="見つかりません"):
        said("--session", str(uuid.uuid4()))


def test_one_way_is_needed() -> None:
    with pytest.raises(CommandError):
        said()


def test_while_rasa_is_away_it_says_that_nothing_was_erased(lead: Lead, engine: FakeEngine) -> None:
    engine.away = True
    with pytest.raises(CommandError, match=r"^nothing was erased, because Rasa must forget first: Rasa at"):
        said("--reference", lead.reference)
    assert Lead.objects.exists()


def test_what_is_met_after_all_is_named(lead: Lead, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traces, "found", lambda *_: ["web.log"])
    with pytest.raises(CommandError, match=r"everything was erased \(receipt E-.*\), but .* met in: web.log"):
        said("--reference", lead.reference)
    assert ErasureReceipt.objects.get().found == ["web.log"]
