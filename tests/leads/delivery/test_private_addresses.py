"""A webhook leaves the house by the front door only: no address of this machine or its network."""

import asyncio
import socket
from collections.abc import Callable
from typing import Any

import pytest

from bench.receiver import SECRET, Receiver
from leads.delivery import http, slack, webhook
from leads.delivery.addresses import is_public
from leads.delivery.sending import NotDelivered
from tests.leads.delivery.conftest import Operator
from tests.leads.delivery.samples import a_delivery

PUBLIC = ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"]
PRIVATE = [
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "192.0.2.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "ff02::1",
    "2001:db8::1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::127.0.0.1",
    "64:ff9b::10.0.0.1",
    "2002:7f00:1::",
    "2002:a00:1::",
    "64:ff9b:1::7f00:1",
    "::7f00:1",
    "::ffff:0:7f00:1",
    "fec0::1",
    "3fff::1",
    "5f00::1",
    "2001::7f00:1",
]
Names = Callable[[list[str]], list[str]]


@pytest.fixture
def the_name_says(monkeypatch: pytest.MonkeyPatch) -> Names:
    """Every name resolves to these addresses; returns the list of names that were asked for."""

    def says(addresses: list[str]) -> list[str]:
        asked: list[str] = []

        async def getaddrinfo(_: object, host: str, port: int, **options: Any) -> list[Any]:
            asked.append(host)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

        monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", getaddrinfo)
        return asked

    return says


def post(url: str, allow_private: bool = False) -> None:
    http.post(url, "{}", {}, allow_private)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", PRIVATE)
def test_a_private_address_is_not(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "127.1", "[::ffff:7f00:1]"]
)
def test_loopback_is_refused_however_it_is_written(host: str, receiver: Receiver) -> None:
    with pytest.raises(NotDelivered, match="HOSHO_LEAD_WEBHOOK_ALLOW_PRIVATE|解決できません"):
        post(receiver.url.replace("127.0.0.1", host))
    assert receiver.bodies == []


@pytest.mark.parametrize("address", PRIVATE)
def test_a_name_that_leads_to_a_private_address_is_refused(address: str, the_name_says: Names) -> None:
    the_name_says([address])
    with pytest.raises(NotDelivered, match="HOSHO_LEAD_WEBHOOK_ALLOW_PRIVATE"):
        post("https://crm.example.co.jp/leads")


def test_one_private_address_among_public_ones_is_enough(the_name_says: Names) -> None:
    the_name_says([*PUBLIC, "10.0.0.1"])
    with pytest.raises(NotDelivered, match="HOSHO_LEAD_WEBHOOK_ALLOW_PRIVATE"):
        post("https://crm.example.co.jp/leads")


def test_the_address_that_was_checked_is_the_one_connected_to(receiver: Receiver, the_name_says: Names) -> None:
    """A name asked twice could answer the second time with another address (DNS rebinding)."""
    asked = the_name_says(["127.0.0.1"])
    with pytest.raises(NotDelivered, match="HTTP 401"):  # unsigned: but it was reached
        post(receiver.url.replace("127.0.0.1", "crm.example.co.jp"), allow_private=True)
    assert asked == ["crm.example.co.jp"]
    assert receiver.hosts == [receiver.url.split("/")[2].replace("127.0.0.1", "crm.example.co.jp")]


def test_an_address_that_does_not_answer_leaves_it_to_the_next(receiver: Receiver, the_name_says: Names) -> None:
    the_name_says(["127.0.0.2", "127.0.0.1"])
    with pytest.raises(NotDelivered, match="HTTP 401"):
        post(receiver.url.replace("127.0.0.1", "crm.example.co.jp"), allow_private=True)


def test_a_name_without_an_address_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "https://secret.example")

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", fail)
    with pytest.raises(NotDelivered) as refused:
        post("https://crm.example.co.jp/leads")
    assert (refused.value.reason, refused.value.final) == ("宛先の名前を解決できません(gaierror)", False)


@pytest.mark.django_db
@pytest.mark.parametrize("send", [webhook.send, slack.send])
def test_neither_webhook_nor_slack_goes_inside_unless_allowed(
    receiver: Receiver, operator_sets: Operator, send: Callable[..., None]
) -> None:
    operator_sets(lead_webhook_allow_private=False, slack_webhook_url=receiver.url, lead_webhook_secret=SECRET)
    with pytest.raises(NotDelivered, match="HOSHO_LEAD_WEBHOOK_ALLOW_PRIVATE"):
        send(a_delivery())
    assert receiver.bodies == []
