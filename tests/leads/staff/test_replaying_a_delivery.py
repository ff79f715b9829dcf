import pytest
from django.test import Client

from leads.models import Channel, Delivery, DeliveryState, Lead
from tests.leads.staff.pages import INBOX, page_of, shown
from tests.leads.staff.samples import a_lead

pytestmark = pytest.mark.django_db
BUTTON = "配信をやり直す</button>"


@pytest.fixture
def lead() -> Lead:
    return a_lead()


@pytest.fixture
def dead(lead: Lead) -> Delivery:
    return Delivery.objects.create(
        lead=lead, channel=Channel.WEBHOOK, state=DeliveryState.DEAD, attempts=40, last_error="HTTP 500"
    )


def replay_of(delivery: Delivery) -> str:
    return f"{INBOX}{delivery.lead_id}/replay/{delivery.pk}/"


def test_the_page_says_what_went_wrong(sales: Client, dead: Delivery) -> None:
    page = shown(sales, page_of(dead.lead))
    assert "配信できず" in page
    assert "試行40回" in page
    assert "直近のエラー: HTTP 500" in page
    assert BUTTON in page


def test_a_dead_delivery_is_tried_again(sales: Client, dead: Delivery) -> None:
    page = sales.post(replay_of(dead), follow=True).content.decode()
    assert "Webhookへの配信をやり直します。" in page
    dead.refresh_from_db()
    assert (dead.state, dead.attempts) == (DeliveryState.WAITING, 0)


def test_what_cannot_be_recorded_is_not_tried_again(
    sales: Client, dead: Delivery, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit.chain.one_at_a_time", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        sales.post(replay_of(dead))
    dead.refresh_from_db()
    assert dead.state == DeliveryState.DEAD


def test_what_has_arrived_is_not_sent_again(sales: Client, lead: Lead) -> None:
    done = Delivery.objects.create(lead=lead, channel=Channel.EMAIL, state=DeliveryState.DELIVERED, attempts=1)
    assert BUTTON not in shown(sales, page_of(lead))
    assert "メールには配信済みです。" in sales.post(replay_of(done), follow=True).content.decode()
    assert Delivery.objects.get().state == DeliveryState.DELIVERED


def test_a_link_alone_replays_nothing(sales: Client, dead: Delivery) -> None:
    assert sales.get(replay_of(dead)).status_code == 405
    assert Delivery.objects.get().state == DeliveryState.DEAD


def test_another_site_cannot_replay(sales: Client, dead: Delivery) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = sales.cookies
    assert strict.post(replay_of(dead)).status_code == 403
    assert Delivery.objects.get().state == DeliveryState.DEAD


def test_a_delivery_of_another_lead_is_not_found(sales: Client, dead: Delivery) -> None:
    other = a_lead(reference="H-2611-0002")
    assert sales.post(f"{INBOX}{other.pk}/replay/{dead.pk}/").status_code == 404


def test_a_lead_that_went_nowhere_says_so(sales: Client, lead: Lead) -> None:
    assert "この受付には配信先がありません。" in shown(sales, page_of(lead))
