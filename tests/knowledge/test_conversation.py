"""What is answered to a message, given the exchange before it, on the small corpus."""

import pytest

from knowledge.domain.answer import RESERVATION
from knowledge.domain.continuing import ABOUT_CASE, WITH_CHANGE
from knowledge.domain.conversation import Before
from knowledge.domain.matching.verdict import Decision, Verdict
from knowledge.live import Knowledge
from tests.knowledge.small import ids, one, replies, small_knowledge

LOST = Before("電車にノートパソコンを置き忘れた", Verdict.LISTED, ("scenario.lost_device",), "scenario.lost_device")
MISSENT = Before("FAXを違う番号に送ってしまった", Verdict.LISTED, ("scenario.missent_mail",), "scenario.missent_mail")
STOLEN = Before("車上荒らしでパソコンを盗まれた", Verdict.UNDETERMINED, ("scenario.lost_device",))
ABROAD = Before(
    "海外の場合、電車にノートパソコンを置き忘れた", Verdict.UNDETERMINED, ("scenario.lost_device",), doubtful=True
)
COST, DAMAGES = "その場合の原因を調べる費用は出ますか", "その場合、損害賠償のお金は対象ですか"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return small_knowledge()


def test_other_cases_are_offered_to_choose_from(knowledge: Knowledge) -> None:
    reply = one("他の事故は?", LOST, knowledge)
    assert (ids(reply), reply.answer.menu, reply.answer.verdict) == (["scenario.missent_mail"], True, Verdict.INFO)


def test_other_costs_are_of_another_family_than_the_case(knowledge: Knowledge) -> None:
    found = ids(one("他の費用は?", LOST, knowledge))
    assert sorted(found) == ["cost.investigation", "liability.legal_damages"]


def test_what_was_told_is_not_offered_again(knowledge: Knowledge) -> None:
    first = one("他の事故は?", LOST, knowledge)
    again = one("他の事故は?", first.before(), knowledge)
    assert (ids(again), again.answer.offers_person) == ([], True)


@pytest.mark.parametrize("before", [LOST, MISSENT])
def test_a_cost_that_the_listed_case_pays_for_is_listed(before: Before, knowledge: Knowledge) -> None:
    reply = one(COST, before, knowledge)
    assert (reply.answer.verdict, ids(reply)) == (Verdict.LISTED, ["cost.investigation", before.entry_ids[0]])
    title = knowledge.entries[before.entry_ids[0]].title
    assert reply.answer.summary.startswith(ABOUT_CASE.format(case=title))
    assert reply.question.startswith(f"{title}: ")


@pytest.mark.parametrize(("text", "before"), [(DAMAGES, MISSENT), (COST, STOLEN)], ids=["not paid for", "unsettled"])
def test_any_other_cost_is_undetermined(text: str, before: Before, knowledge: Knowledge) -> None:
    assert one(text, before, knowledge).answer.verdict is Verdict.UNDETERMINED


@pytest.mark.parametrize(("before", "verdict"), [(LOST, Verdict.LISTED), (ABROAD, Verdict.UNDETERMINED)])
def test_what_is_paid_is_told_with_the_case(before: Before, verdict: Verdict, knowledge: Knowledge) -> None:
    reply = one("それって何が払われるんですか", before, knowledge)
    assert (reply.answer.verdict, ids(reply)) == (verdict, ["scenario.lost_device"])
    assert bool(reply.answer.pays_for) is (verdict is Verdict.LISTED)


def test_what_is_paid_where_no_case_was_told_is_a_question_of_its_own(knowledge: Knowledge) -> None:
    told = Before("原因を調べる費用は出ますか", Verdict.INFO, ("cost.investigation",))
    assert one("それって何が払われるんですか", told, knowledge).about is None


def test_asking_for_another_cost_first_changes_nothing(knowledge: Knowledge) -> None:
    between = one(DAMAGES, MISSENT, knowledge).before()
    assert one(COST, between, knowledge).answer.verdict is one(COST, MISSENT, knowledge).answer.verdict


def test_two_costs_asked_for_in_the_case_are_two_replies(knowledge: Knowledge) -> None:
    text = "その場合、法律上の損害賠償金と原因・被害範囲調査費用は対象ですか"
    assert len(replies(text, LOST, knowledge)) == 2


def test_the_procedure_asked_for_in_the_case_is_information(knowledge: Knowledge) -> None:
    assert one("その場合、事前に承認が要りますか", LOST, knowledge).answer.verdict is Verdict.INFO


@pytest.mark.parametrize("text", ["海外だったら?", "アルバイトの場合は?", "盗難だったら?", "水没でも補償されますか"])
@pytest.mark.parametrize("before", [LOST, MISSENT], ids=["lost", "missent"])
def test_a_change_put_first_is_never_listed(text: str, before: Before, knowledge: Knowledge) -> None:
    assert one(text, before, knowledge).answer.verdict is not Verdict.LISTED


def test_a_change_put_first_is_named_and_reserved(knowledge: Knowledge) -> None:
    answer = one("海外だったら?", LOST, knowledge).answer
    assert answer.text.startswith(WITH_CHANGE.format(what="海外"))
    assert answer.text.endswith(RESERVATION)


@pytest.mark.parametrize("text", ["社長が忘れたなら?", "会社の中でなくした場合は?", "誰も見ていなかったら?"])
def test_half_a_sentence_keeps_the_case_and_concludes_nothing(text: str, knowledge: Knowledge) -> None:
    reply = one(text, LOST, knowledge)
    assert "scenario.lost_device" in ids(reply)
    assert reply.answer.verdict is not Verdict.LISTED


def test_half_a_sentence_without_a_case_before_it_is_a_question_of_its_own(knowledge: Knowledge) -> None:
    premium = Before("保険料はいくらですか", Verdict.NOT_LISTED, ("silent.premium",))
    assert one("社長が忘れたなら?", premium, knowledge).question == "社長が忘れたなら?"


def test_what_the_page_is_silent_on_stays_so_with_a_change(knowledge: Knowledge) -> None:
    premium = Before("保険料はいくらですか", Verdict.NOT_LISTED, ("silent.premium",))
    assert one("海外だったら?", premium, knowledge).answer.verdict is Verdict.NOT_LISTED


def test_a_thing_in_the_place_of_its_like_may_be_listed(knowledge: Knowledge) -> None:
    assert one("スマホだったら?", LOST, knowledge).answer.verdict is Verdict.LISTED


@pytest.mark.parametrize("text", ["スマホだったら?", "その場合、スマホを忘れたら"])
def test_what_follows_a_change_put_first_is_not_listed_either(text: str, knowledge: Knowledge) -> None:
    reply = one(text, ABROAD, knowledge)
    assert "海外" not in reply.question or reply.answer.verdict is not Verdict.LISTED


def test_a_change_after_a_chosen_entry_is_about_that_entry(knowledge: Knowledge) -> None:
    chosen = Before("メールやFAXの誤送信", Verdict.LISTED, ("scenario.missent_mail",))
    assert "scenario.missent_mail" in ids(one("海外だったら?", chosen, knowledge))


def test_another_business_is_declined_in_a_follow_up_too(knowledge: Knowledge) -> None:
    assert one("火災保険だったら?", LOST, knowledge).answer.verdict is Verdict.DECLINED


def test_it_is_asked_back_at_most_once_in_a_row(knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    unsure = Decision(Verdict.CLARIFY, ("scenario.lost_device", "cost.investigation"))
    monkeypatch.setattr(Knowledge, "decide", lambda self, text: unsure)
    verdicts, before = [], None
    for text in ("書類", "書類の調査", "書類の調査"):
        reply = one(text, before, knowledge)
        verdicts.append(reply.answer.verdict)
        before = reply.before()
    assert verdicts == [Verdict.CLARIFY, Verdict.UNDETERMINED, Verdict.CLARIFY]
