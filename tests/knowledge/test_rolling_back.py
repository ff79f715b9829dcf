import pytest

from knowledge.models import Activation, Release
from knowledge.publishing import activate, publish
from tests.knowledge.fakes import FakeEncoder

pytestmark = pytest.mark.django_db


def test_an_older_release_goes_live_again(release: Release, encoder: FakeEncoder) -> None:
    publish(encoder, note="次の版", by="山田")
    assert activate(1, by="佐藤") == release
    assert Activation.objects.first().release == release  # type: ignore[union-attr]


def test_who_rolled_back_is_on_record(release: Release) -> None:
    activate(1, by="佐藤")
    assert [activation.by for activation in Activation.objects.all()] == ["佐藤", "山田"]


def test_the_newer_release_is_kept_and_can_go_live_again(release: Release, encoder: FakeEncoder) -> None:
    publish(encoder, note="次の版", by="山田")
    activate(1, by="佐藤")
    assert activate(2, by="佐藤").note == "次の版"


def test_publishing_after_a_roll_back_uses_no_number_twice(release: Release, encoder: FakeEncoder) -> None:
    publish(encoder, note="次の版", by="山田")
    activate(1, by="佐藤")
    assert publish(encoder, note="三つ目", by="山田")[0].number == 3


def test_a_release_that_never_was_changes_nothing(release: Release) -> None:
    with pytest.raises(Release.DoesNotExist):
        activate(99, by="佐藤")
    assert Activation.objects.count() == 1
