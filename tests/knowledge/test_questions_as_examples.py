"""Visitors' questions become examples of an entry's draft: each once, the version rising, nothing overwritten."""

import pytest

from knowledge import editing, taking
from knowledge.domain.schema import Entry
from knowledge.examples import Gone, add_examples, examples_already
from knowledge.models import Draft, UnansweredQuestion
from tests.knowledge.asked import chosen, rated, unanswered
from tests.knowledge.conftest import Save

pytestmark = pytest.mark.django_db
LOST, MISSENT = "scenario.lost_device", "scenario.missent_mail"


@pytest.fixture(autouse=True)
def drafts(save_drafts: Save, entries: list[Entry]) -> None:
    save_drafts(*entries)


def draft(entry_id: str) -> Draft:
    return Draft.objects.get(entry_id=entry_id)


def rows(*questions: UnansweredQuestion) -> object:
    return UnansweredQuestion.objects.filter(pk__in=[question.pk for question in questions])


def test_they_stand_after_its_own_questions_and_the_version_rises_once() -> None:
    before = draft(LOST)
    added = add_examples(LOST, "questions", ["手帳を電車に忘れた", "社員証を落とした"], "yamada")
    after = draft(LOST)
    assert after.data["questions"] == [*before.data["questions"], "手帳を電車に忘れた", "社員証を落とした"]
    assert (after.version, after.updated_by, after.question_count) == (before.version + 1, "yamada", 7)
    assert (added.new, added.known) == (["手帳を電車に忘れた", "社員証を落とした"], {})


def test_a_boundary_is_a_field_of_its_own() -> None:
    add_examples(LOST, "boundary", ["置き引きにあった"], "yamada")
    assert draft(LOST).data["boundary"][-1] == "置き引きにあった"


def test_the_same_words_in_other_width_are_one_example() -> None:
    assert add_examples(MISSENT, "questions", ["ＦＡＸの件？", "faxの件"], "yamada").new == ["ＦＡＸの件？"]


def test_an_example_already_is_told_with_its_place_and_not_added_again() -> None:
    version = draft(MISSENT).version
    added = add_examples(MISSENT, "questions", ["営業先で書類をなくしました!", "ひったくりに鞄を奪われた"], "yamada")
    places = {text: (place.draft.entry_id, place.field) for text, place in added.known.items()}
    assert places == {
        "営業先で書類をなくしました!": (LOST, "questions"),
        "ひったくりに鞄を奪われた": (LOST, "boundary"),
    }
    assert (added.new, draft(MISSENT).version) == ([], version)


def test_what_somebody_saved_in_between_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    save, interruptions = editing.save, [["鞄を網棚に忘れた"]]

    def interrupted(entry_id: str, version: int, data: object, by: str) -> Draft:
        if interruptions:
            current = draft(entry_id)
            lines = [*current.data["questions"], *interruptions.pop()]
            save(entry_id, current.version, {**current.data, "questions": lines}, "ito")
        return save(entry_id, version, data, by)

    monkeypatch.setattr(editing, "save", interrupted)
    add_examples(LOST, "questions", ["手帳を忘れた"], "yamada")
    assert draft(LOST).data["questions"][-2:] == ["鞄を網棚に忘れた", "手帳を忘れた"]


def test_an_entry_that_is_gone_is_named() -> None:
    with pytest.raises(Gone):
        add_examples("scenario.gone", "questions", ["手帳を忘れた"], "yamada")


def test_what_the_entry_does_not_allow_changes_nothing() -> None:
    data = {**draft(LOST).data, "boundary_words": ["盗難"]}
    Draft.objects.filter(entry_id=LOST).update(data=data)
    question = unanswered("盗難は対象ですか")
    with pytest.raises(editing.Faulty):
        taking.take(rows(question), LOST, "questions", "yamada")
    question.refresh_from_db()
    assert (question.done_at, draft(LOST).data["questions"][-1]) == (None, "PCを入れた鞄を居酒屋に置いてきた")


def test_no_text_at_all_is_looked_for_without_harm() -> None:
    assert examples_already([]) == {}


def test_a_question_taken_leaves_the_list_with_who_and_what() -> None:
    question = unanswered("手帳を忘れた")
    taken = taking.take(rows(question), LOST, "questions", "yamada")
    question.refresh_from_db()
    assert (taken.done, taken.late, taken.elsewhere) == (1, 0, {})
    assert (question.done_by, question.done_as) == ("yamada", f"{LOST} questions")
    assert question.done_at is not None


def test_one_that_is_an_example_of_the_same_field_already_is_done_and_of_another_entry_stays() -> None:
    same, other = unanswered("電車にノートパソコンを置き忘れた!"), unanswered("FAXを違う番号に送ってしまった!")
    taken = taking.take(rows(same, other), LOST, "questions", "yamada")
    assert (taken.done, list(taken.elsewhere)) == (1, [other.text])
    other.refresh_from_db()
    assert other.done_at is None


def test_one_that_a_colleague_has_dealt_with_is_not_taken_again() -> None:
    done, still_open = unanswered("手帳を忘れた"), unanswered("社員証を落とした")
    taking.ignore(rows(done), "ito")
    taken = taking.take(rows(done, still_open), LOST, "questions", "yamada")
    assert (taken.late, taken.added.new) == (1, ["社員証を落とした"])
    done.refresh_from_db()
    assert done.done_by == "ito"


def test_one_whose_names_are_not_masked_yet_becomes_no_example() -> None:
    taken = taking.take(rows(unanswered("木村がPCを忘れた", masked=False)), LOST, "questions", "yamada")
    assert (taken.done, taken.added.new) == (0, [])


def test_nothing_to_do_about_it_and_taken_back() -> None:
    question = unanswered("天気は")
    assert taking.ignore(rows(question), "yamada") == 1
    question.refresh_from_db()
    assert (question.done_by, question.done_as) == ("yamada", taking.IGNORED)
    assert taking.take_back(rows(question)) == 1
    question.refresh_from_db()
    assert (question.done_at, question.done_by, question.done_as) == (None, "", "")


def test_what_was_chosen_and_what_was_rated_can_be_taken_too() -> None:
    for row in (chosen("書類", MISSENT), rated("手帳の件", LOST)):
        same = type(row)._default_manager.filter(pk=row.pk)
        assert taking.take(same, MISSENT, "questions", "yamada").done == 1
        row.refresh_from_db()
        assert row.done_at is not None
        assert taking.take_back(same) == 1
    assert draft(MISSENT).data["questions"][-2:] == ["書類", "手帳の件"]


def test_questions_that_a_saved_draft_holds_leave_the_list() -> None:
    held, other = unanswered("公式のSNSが乗っ取られた"), unanswered("公式のサイトが改ざんされた")
    data = {**draft(LOST).data, "id": "scenario.sns", "questions": [held.text], "boundary": []}
    new = editing.add(data, "yamada")
    assert taking.settle(new, "yamada") == 1
    held.refresh_from_db()
    other.refresh_from_db()
    assert (held.done_as, other.done_at) == ("scenario.sns questions", None)
