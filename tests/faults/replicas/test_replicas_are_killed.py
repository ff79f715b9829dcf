"""One replica of each kind dies under load: the others answer, and nothing is lost or said twice."""

from collections.abc import Iterator
from signal import SIGKILL

import pytest

from bench.breaking import killed
from bench.receiver import Receiver
from bench.visiting import Visitor
from deploy.cluster import Cluster
from tests.faults.crowds import visiting
from tests.faults.replicas.who_answers import busiest_rasa, busiest_web, until_both
from tests.faults.waiting import until_answered, until_apologised

pytestmark = pytest.mark.stack


@pytest.fixture
def visitors(whole: Cluster, receiver: Receiver) -> Iterator[list[Visitor]]:
    """Nobody was left in silence or lost."""
    with visiting(whole.stack, receiver) as crowd:
        until_answered(crowd)
        yield crowd
        until_answered(crowd)


def test_a_web_is_killed_and_its_visitors_are_answered_by_the_other(whole: Cluster, visitors: list[Visitor]) -> None:
    with killed(whole.stack, busiest_web(whole)):
        until_answered(visitors, more=3)
    assert not in_vain(visitors)
    whole.stack.wait_until_ready()


def test_a_rasa_is_killed_and_its_conversations_go_on_with_the_other(whole: Cluster, visitors: list[Visitor]) -> None:
    with killed(whole.stack, busiest_rasa(whole, visitors)):
        until_answered(visitors, more=3)
    assert not in_vain(visitors)
    whole.stack.wait_until_ready()
    until_both(whole)


def test_deliver_is_killed_and_its_leads_arrive_when_it_is_back(whole: Cluster, visitors: list[Visitor]) -> None:
    with killed(whole.stack, "deliver"):
        until_answered(visitors, more=6)
    assert not in_vain(visitors)


def test_redis_is_killed_and_everybody_is_answered_meanwhile(whole: Cluster, visitors: list[Visitor]) -> None:
    whole.redis.stop()
    try:
        until_answered(visitors, more=2)
    finally:
        whole.redis.start()
    assert not in_vain(visitors)
    whole.stack.wait_until_ready()


def test_when_no_web_is_left_the_proxy_apologises_with_a_way_to_a_person(
    whole: Cluster, visitors: list[Visitor]
) -> None:
    for name in ("web1", "web2"):
        whole.stack.stop(name, SIGKILL)
    try:
        until_apologised(visitors)
    finally:
        for name in ("web1", "web2"):
            whole.stack.start(name)
    whole.stack.wait_until_ready()


def in_vain(visitors: list[Visitor]) -> list[str]:
    """Tries that got an apology, or no answer at all."""
    tries = [made for visitor in visitors for told in visitor.told for made in told.tries]
    return [str(made.problem and made.problem["title"]) for made in tries if made.problem or made.status is None]
