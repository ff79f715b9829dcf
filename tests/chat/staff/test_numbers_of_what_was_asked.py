from collections.abc import Callable

import pytest
from django.utils import timezone

from chat.staff.numbers import Numbers, numbers
from chat.staff.period import chosen
from knowledge.models import Draft
from tests.chat.staff.conftest import Asked

pytestmark = pytest.mark.django_db

LEAK, LOSS = "scenario.contractor_leak", "scenario.lost_device_or_documents"


def seven_days() -> Numbers:
    return numbers(chosen("7"))


def title(entry_id: str, text: str) -> Draft:
    return Draft.objects.create(entry_id=entry_id, data={"kind": "scenario", "title": text})


def test_every_day_has_its_number_the_quiet_ones_too(asked: Asked) -> None:
    asked(3, ago=2)
    asked(2, "not_listed", ago=2)
    asked(4)
    assert [questions for _, questions in seven_days().days] == [0, 0, 0, 0, 5, 0, 4]


def test_every_verdict_has_its_number_under_its_japanese_name(asked: Asked) -> None:
    asked(3)
    asked(2, "undetermined", LOSS)
    found = {judged.label: judged.questions for judged in seven_days().verdicts}
    assert found == {
        "掲載あり": 3,
        "ご案内": 0,
        "掲載の内容だけでは判断できません": 2,
        "掲載なし": 0,
        "確認": 0,
        "対象外のご用件": 0,
    }


def test_entries_come_by_their_titles_the_most_used_first(asked: Asked) -> None:
    title(LEAK, "委託先からの情報漏えい")
    draft = title(LOSS, "紛失・置き忘れ")
    asked(2, "listed", LEAK)
    asked(2, "listed", LOSS, ago=1)
    asked(3, "undetermined", LOSS)
    first, second = seven_days().entries
    assert (first.title, first.draft, first.answered, first.undetermined) == ("紛失・置き忘れ", draft.pk, 2, 3)
    assert (second.title, second.answered, second.undetermined) == ("委託先からの情報漏えい", 2, 0)


def test_an_entry_that_is_gone_is_named_by_its_id(asked: Asked) -> None:
    asked(1, "listed", LEAK)
    (entry,) = seven_days().entries
    assert (entry.title, entry.draft) == (LEAK, None)


def test_what_was_only_offered_to_choose_from_was_no_answer(asked: Asked) -> None:
    asked(5, "clarify", LEAK)
    asked(5, "not_listed", LOSS)
    asked(5, "listed", "")
    assert seven_days().entries == []


def test_ten_entries_are_enough(asked: Asked) -> None:
    for i in range(12):
        asked(i + 1, "listed", f"scenario.number_{i}")
    assert [entry.answered for entry in seven_days().entries] == list(range(12, 2, -1))


def test_conversations_and_ratings_are_added_up(asked: Asked) -> None:
    asked(5, conversations=2, helpful=3)
    asked(4, ago=1, conversations=1, helpful=1, unhelpful=2)
    found = seven_days()
    assert (found.conversations, found.helpful, found.unhelpful) == (3, 4, 2)


def test_questions_asked_in_vain_come_with_how_often_they_were_in_the_period(in_vain: Callable[..., None]) -> None:
    in_vain("身代金は出ますか", 2)
    in_vain("保険料はいくらですか", 3, ago=6)
    in_vain("免責金額はありますか", 9, ago=7)
    assert seven_days().unanswered == [("保険料はいくらですか", 3), ("身代金は出ますか", 2)]


def test_nothing_unmasked_is_shown(in_vain: Callable[..., None]) -> None:
    in_vain("山田太郎の件は対象ですか", masked=False)
    assert seven_days().unanswered == []


def test_what_was_dealt_with_is_no_longer_unanswered(in_vain: Callable[..., None]) -> None:
    in_vain("身代金は出ますか", done_at=timezone.now(), done_by="山田", done_as="ignored")
    assert seven_days().unanswered == []
