"""Groups of open questions for staff: counts, trend, what is nearest; new texts in portions; names masked first."""

import pytest

from knowledge import grouped, unnamed
from knowledge.models import ClarifiedQuestion, Release, UnansweredQuestion
from tests.knowledge.asked import chosen, unanswered
from tests.knowledge.fakes import FakeEncoder

pytestmark = pytest.mark.django_db


def sort() -> grouped.Sorted:
    return grouped.in_groups(list(UnansweredQuestion.objects.all()))


def texts(found: grouped.Sorted) -> list[set[str]]:
    return [{question.text for question in group.questions} for group in found.groups]


@pytest.fixture
def asked(release: Release) -> None:
    unanswered("身代金は払われますか", count=2, nearest="silent.ransom")
    unanswered("身代金は払われますか?出ますか", count=5, ago=8, nearest="silent.ransom", verdict="undetermined")
    unanswered("天気予報", count=3)


def test_what_is_alike_is_one_group_the_most_asked_first(asked: None) -> None:
    assert texts(sort()) == [{"身代金は払われますか", "身代金は払われますか?出ますか"}, {"天気予報"}]


def test_a_group_tells_how_much_how_lately_and_what_is_nearest(asked: None) -> None:
    group = sort().groups[0]
    assert (group.count, group.last_week, group.week_before) == (7, 2, 5)
    assert (group.trend[-1], group.trend[-9], len(group.trend)) == (2, 5, grouped.DAYS)
    assert (group.nearest, group.verdicts) == ("silent.ransom", [("undetermined", 5), ("not_listed", 2)])
    assert group.representative.text == "身代金は払われますか?出ますか"


def test_new_texts_are_encoded_in_portions_and_the_rest_is_counted(
    asked: None, encoder: FakeEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grouped, "PORTION", 2)
    assert (len(encoder.encoded) > 0, sort().waiting) == (True, 1)
    before = len(encoder.encoded)
    assert sort().waiting == 0
    assert len(encoder.encoded) == before + 1
    sort()
    assert len(encoder.encoded) == before + 1


def test_more_than_can_be_grouped_together_wait_the_least_asked_first(
    asked: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grouped, "MOST", 2)
    found = sort()
    assert (found.waiting, texts(found)) == (1, [{"身代金は払われますか?出ますか"}, {"天気予報"}])


def test_nothing_asked_is_nothing_to_group(release: Release) -> None:
    assert sort() == grouped.Sorted([], 0)


def test_before_anything_is_published_each_question_stands_alone(encoder: FakeEncoder) -> None:
    unanswered("身代金は")
    unanswered("身代金は出ますか")
    assert texts(sort()) == [{"身代金は"}, {"身代金は出ますか"}]


def test_names_are_masked_before_staff_see_them_and_only_once() -> None:
    question = unanswered("社長の木村がだまされて送金した", masked=False)
    choice = chosen("星野が退職して名簿を持ち出した", "", masked=False)
    assert unnamed.mask_names(UnansweredQuestion) == unnamed.mask_names(ClarifiedQuestion) == 0
    question.refresh_from_db()
    choice.refresh_from_db()
    assert (question.text, question.masked) == ("社長の〔氏名〕がだまされて送金した", True)
    assert choice.text == "〔氏名〕が退職して名簿を持ち出した"


def test_what_was_kept_before_there_was_any_masking_is_masked_wholly() -> None:
    question = unanswered("佐藤と申します。03-1234-5678へお願いします", masked=False)
    unnamed.mask_names(UnansweredQuestion)
    question.refresh_from_db()
    assert question.text == "〔氏名〕と申します。〔電話番号〕へお願いします"


def test_only_a_portion_is_looked_through_at_a_time_the_latest_first() -> None:
    for ago in (3, 1, 2):
        unanswered(f"身代金は{ago}", masked=False, ago=ago)
    assert unnamed.mask_names(UnansweredQuestion, at_most=2) == 1
    assert UnansweredQuestion.objects.get(masked=False).text == "身代金は3"


def test_the_same_question_asked_again_is_still_the_same_row() -> None:
    from knowledge.unanswered import remember
    from tests.knowledge.test_unanswered_questions import SILENT

    remember("社長の木村がだまされた", SILENT)
    unnamed.mask_names(UnansweredQuestion)
    remember("社長の木村がだまされた", SILENT)
    kept = UnansweredQuestion.objects.get()
    assert (kept.text, kept.count, kept.masked) == ("社長の〔氏名〕がだまされた", 2, True)
