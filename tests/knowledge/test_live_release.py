"""Every process answers from the release that is live, and notices another within two seconds."""

import pytest
from pytest_django import DjangoAssertNumQueries

from knowledge import answering, live
from knowledge.live import NoRelease
from knowledge.models import Activation, Release
from knowledge.publishing import activate, publish
from tests.knowledge.conftest import Save
from tests.knowledge.fakes import Clock, FakeEncoder
from tests.knowledge.samples import an_entry

pytestmark = pytest.mark.django_db


def test_nothing_published_is_no_release(encoder: FakeEncoder) -> None:
    with pytest.raises(NoRelease, match="publish_knowledge"):
        live.current()


def test_the_first_release_is_noticed_by_a_process_that_found_none(
    encoder: FakeEncoder, clock: Clock, save_drafts: Save, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(NoRelease):
        live.current()
    request.getfixturevalue("release")
    clock.now += 2
    assert live.current().number == 1


def test_a_new_release_is_picked_up_within_two_seconds(release: Release, encoder: FakeEncoder, clock: Clock) -> None:
    assert live.current().number == 1
    publish(encoder, note="次の版", by="山田")
    clock.now += 2
    assert live.current().number == 2


def test_a_roll_back_is_picked_up_within_two_seconds(release: Release, encoder: FakeEncoder, clock: Clock) -> None:
    publish(encoder, note="次の版", by="山田")
    assert live.current().number == 2
    activate(1, by="山田")
    clock.now += 2
    assert live.current().number == 1


def test_another_process_picks_it_up_too(release: Release, encoder: FakeEncoder, clock: Clock) -> None:
    other = live._Live()
    assert other.get().number == 1
    publish(encoder, note="次の版", by="山田")
    clock.now += 2
    assert (other.get().number, live.current().number) == (2, 2)


def test_while_one_thread_loads_a_release_the_others_answer_from_the_one_before(
    release: Release, encoder: FakeEncoder, clock: Clock
) -> None:
    assert live.current().number == 1
    publish(encoder, note="次の版", by="山田")
    clock.now += 2
    with live._live._lock:  # as the loading thread holds it
        assert live.current().number == 1
    assert live.current().number == 2


def test_an_edit_answers_differently_once_published(
    release: Release, encoder: FakeEncoder, clock: Clock, save_drafts: Save
) -> None:
    question = "どこに問い合わせればいいですか"
    before = answering.answer_question(question)[0].answer.text
    save_drafts(an_entry(id="flow.inquiry", answer="新しい受付はこちらです。", questions=[question, "電話で聞きたい"]))
    assert answering.answer_question(question)[0].answer.text == before
    publish(encoder, note="受付を変えた", by="山田")
    clock.now += 2
    assert "新しい受付はこちらです。" in answering.answer_question(question)[0].answer.text


def test_turns_that_follow_one_another_do_not_ask_the_database_again(
    release: Release, clock: Clock, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    live.current()
    with django_assert_num_queries(0):
        live.current()


def test_looking_again_does_not_load_the_same_release_again(release: Release, clock: Clock) -> None:
    before = live.current()
    clock.now += 2
    assert live.current() is before


def test_a_release_fitted_with_another_encoder_is_no_release(release: Release, encoder: FakeEncoder) -> None:
    encoder.version = "fake-2"
    with pytest.raises(NoRelease, match="fake-1.*fake-2"):
        live.current()


def test_a_damaged_matcher_is_an_error_and_not_another_answer(release: Release) -> None:
    Release.objects.update(matcher=b"PK damaged")
    with pytest.raises(ValueError, match="cannot be read"):
        live.current()


def test_a_damaged_release_is_mended_by_publishing_again(release: Release, encoder: FakeEncoder, clock: Clock) -> None:
    Release.objects.update(matcher=b"PK damaged")
    with pytest.raises(ValueError, match="cannot be read"):
        live.current()
    publish(encoder, note="作り直し", by="山田")
    clock.now += 2
    assert live.current().number == 2


def test_a_release_taken_out_of_service_is_noticed(release: Release, clock: Clock) -> None:
    live.current()
    Activation.objects.all().delete()
    clock.now += 2
    with pytest.raises(NoRelease):
        live.current()
