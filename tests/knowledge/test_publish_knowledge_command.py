from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from knowledge.models import Activation, Draft, Release
from tests.knowledge.conftest import Save
from tests.knowledge.fakes import FakeEncoder
from tests.knowledge.samples import an_entry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def shipped(corpus_folder: Path, settings: Settings, encoder: FakeEncoder) -> None:
    """The small corpus is what this installation ships."""
    settings.CORPUS = corpus_folder


def published(*arguments: str) -> str:
    out = StringIO()
    call_command("publish_knowledge", "--note", "最初の版", *arguments, stdout=out)
    return out.getvalue()


def test_without_drafts_the_shipped_corpus_is_published() -> None:
    assert "第1版を公開しました" in published()
    assert Draft.objects.count() == 9
    assert Release.objects.get().note == "最初の版"


def test_drafts_are_published_rather_than_the_shipped_corpus(save_drafts: Save) -> None:
    save_drafts(an_entry(questions=["菓子折り"]), an_entry(id="flow.quote", questions=["見積もり"]))
    published()
    assert len(Release.objects.get().entries) == 2


def test_if_none_publishes_the_first_time() -> None:
    published("--if-none")
    assert Release.objects.count() == 1


def test_if_none_does_nothing_the_second_time(encoder: FakeEncoder) -> None:
    published("--if-none")
    encoder.encoded.clear()
    assert published("--if-none") == ""
    assert (Release.objects.count(), Activation.objects.count(), encoder.encoded) == (1, 1, [])


def test_if_none_publishes_anew_for_an_encoder_that_cannot_read_the_live_release(encoder: FakeEncoder) -> None:
    published("--if-none")
    encoder.version = "fake-2"
    published("--if-none")
    assert Release.objects.first().encoder.startswith("fake-2")  # type: ignore[union-attr]


def test_if_none_publishes_anew_when_the_live_release_cannot_be_read() -> None:
    published("--if-none")
    Release.objects.update(matcher=b"PK damaged")
    published("--if-none")
    assert Release.objects.count() == 2


def test_if_none_publishes_anew_when_entries_are_of_an_older_shape() -> None:
    published("--if-none")
    release = Release.objects.get()
    Release.objects.update(entries=[{**data, "an_older_field": ""} for data in release.entries])
    published("--if-none")
    assert Release.objects.count() == 2


def test_a_note_is_required() -> None:
    with pytest.raises(CommandError, match="--note"):
        call_command("publish_knowledge")


def test_a_fault_is_printed_and_nothing_is_published(save_drafts: Save) -> None:
    save_drafts(an_entry(conditions=["condition.gone"]), an_entry(id="flow.quote", questions=["見積もり"]))
    with pytest.raises(CommandError, match=r"公開しませんでした。\n.*condition\.gone"):
        published()
    assert not Release.objects.exists()


def test_a_failed_regression_question_is_printed(save_drafts: Save) -> None:
    save_drafts(
        an_entry(questions=["菓子折りの代金"], boundary=["賠償金の代金", "賠償金の支払い"]),
        an_entry(
            id="cost.x",
            title="二つ目",
            questions=["調査の代金"],
            not_questions=["調査の代金", "調査の代金は", "調査代金"],
        ),
    )
    with pytest.raises(CommandError, match="「調査の代金は」"):
        published()
    assert not Release.objects.exists()
