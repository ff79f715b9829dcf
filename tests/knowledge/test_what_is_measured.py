"""Prometheus is told how long matches take, and from which release this process answers."""

import pytest

from knowledge import live
from knowledge.models import Activation, Release
from knowledge.publishing import publish
from tests.knowledge.fakes import Clock, FakeEncoder
from tests.metrics import grown, of_this_process

pytestmark = pytest.mark.django_db
ASKED = "鍵をなくしました"


@pytest.mark.parametrize("name", ["hosho_match_seconds_count", "hosho_encode_seconds_count"])
def test_a_match_is_timed(release: Release, name: str) -> None:
    assert grown(name, lambda: live.current().decide(ASKED)) == 1


@pytest.mark.parametrize("name", ["hosho_match_seconds_count", "hosho_encode_seconds_count"])
def test_looking_whether_we_are_ready_is_no_match(release: Release, name: str) -> None:
    assert grown(name, lambda: live.current().warm_up()) == 0


def test_the_release_that_answers_is_told(release: Release, encoder: FakeEncoder, clock: Clock) -> None:
    live.current()
    assert of_this_process().value("hosho_live_release") == 1
    publish(encoder, note="次の版", by="山田")
    clock.now += 2
    live.current()
    assert of_this_process().value("hosho_live_release") == 2


def test_without_one_it_is_none(release: Release, clock: Clock) -> None:
    live.current()
    Activation.objects.all().delete()
    clock.now += 2
    with pytest.raises(live.NoRelease):
        live.current()
    assert of_this_process().value("hosho_live_release") == 0
