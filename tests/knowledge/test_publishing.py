from dataclasses import replace

import numpy as np
import pytest

from knowledge.domain.encoding.encoder import Encoder
from knowledge.domain.faults import CorpusError
from knowledge.domain.matching.matcher import Matcher
from knowledge.domain.matching.matcher_file import from_bytes
from knowledge.domain.schema import Entry
from knowledge.models import Activation, Draft, Release
from knowledge.publishing import RegressionError, publish
from tests.knowledge.conftest import Save
from tests.knowledge.fakes import FakeEncoder
from tests.knowledge.samples import an_entry

pytestmark = pytest.mark.django_db


def live_number() -> int:
    return Activation.objects.values_list("release__number", flat=True)[0]


def nothing_changed_by_publishing(encoder: Encoder, error: type[Exception]) -> bool:
    before = (list(Release.objects.values()), list(Activation.objects.values()), list(Draft.objects.values()))
    with pytest.raises(error):
        publish(encoder, note="だめな版", by="山田")
    return before == (list(Release.objects.values()), list(Activation.objects.values()), list(Draft.objects.values()))


def test_the_first_release_is_number_one_and_live(release: Release) -> None:
    assert release.number == 1
    assert live_number() == 1


def test_each_release_has_the_next_number(release: Release, encoder: FakeEncoder) -> None:
    assert publish(encoder, note="次の版", by="佐藤")[0].number == 2
    assert live_number() == 2


def test_a_release_keeps_its_note_who_published_it_and_its_encoder(release: Release) -> None:
    assert (release.note, release.published_by) == ("最初の版", "山田")
    assert release.encoder.startswith("fake-1|sudachidict-")


def test_a_release_keeps_the_entries_as_they_were_when_it_was_published(
    release: Release, entries: list[Entry], encoder: FakeEncoder, save_drafts: Save
) -> None:
    save_drafts(an_entry(id="flow.inquiry", title="新しい題", questions=["連絡先は"]))
    publish(encoder, note="題を直した", by="山田")
    stored = {data["id"]: data["title"] for data in Release.objects.get(number=1).entries}
    assert stored == {entry.id: entry.title for entry in entries}


def test_a_release_stores_a_matcher_that_can_be_read(release: Release, entries: list[Entry]) -> None:
    matcher = from_bytes(bytes(Release.objects.get().matcher))
    assert {entry_id for entry_id, _ in matcher.classes} == {entry.id for entry in entries}


def test_a_sound_corpus_has_no_tolerated_failures(
    save_drafts: Save, entries: list[Entry], encoder: FakeEncoder
) -> None:
    save_drafts(*entries)
    assert publish(encoder, note="最初の版", by="山田")[1] == []


def test_publishing_again_encodes_nothing_anew(release: Release, encoder: FakeEncoder) -> None:
    encoder.encoded.clear()
    publish(encoder, note="同じ内容", by="山田")
    assert encoder.encoded == []


def test_a_broken_draft_changes_nothing(release: Release, encoder: FakeEncoder) -> None:
    Draft.objects.create(entry_id="flow.quote", data={"id": "flow.quote"})
    assert nothing_changed_by_publishing(encoder, CorpusError)


def test_a_dangling_reference_changes_nothing(release: Release, encoder: FakeEncoder, save_drafts: Save) -> None:
    save_drafts(an_entry(conditions=["condition.gone"]))
    assert nothing_changed_by_publishing(encoder, CorpusError)


def test_a_matcher_that_misses_its_own_questions_changes_nothing(
    release: Release, matcher: Matcher, encoder: FakeEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    bias = np.arange(len(matcher.classes), dtype=np.float32) * 10
    monkeypatch.setattr(Matcher, "of", lambda *_: replace(matcher, bias=bias))  # says the last entry to everything
    assert nothing_changed_by_publishing(encoder, RegressionError)


def test_a_failure_while_storing_changes_nothing(
    release: Release, encoder: FakeEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Activation.objects, "create", fail)
    assert nothing_changed_by_publishing(encoder, OSError)


def test_a_single_entry_is_too_little(save_drafts: Save, encoder: FakeEncoder) -> None:
    save_drafts(an_entry())
    with pytest.raises(CorpusError, match="2件以上"):
        publish(encoder, note="一件だけ", by="山田")


def test_no_draft_at_all_is_said_in_words(encoder: FakeEncoder) -> None:
    with pytest.raises(CorpusError, match="import_knowledge"):
        publish(encoder, note="空", by="山田")
