"""A message cut into its questions, and messages that must stay whole."""

import pytest

from knowledge.domain.message import questions
from knowledge.domain.names import Names
from tests.knowledge.samples import a_corpus, an_entry

NAMES = Names([*a_corpus(), an_entry(aliases=["見舞金"])])


def asked(text: str) -> list[str]:
    return questions(text, NAMES)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("PCをなくしたら対象ですか?保険料はいくらですか?", ["PCをなくしたら対象ですか?", "保険料はいくらですか?"]),
        ("保険料はいくらですか\n免責はありますか", ["保険料はいくらですか", "免責はありますか"]),
        ("保険料はいくらですか。流れを教えてください。", ["保険料はいくらですか。", "流れを教えてください。"]),
        ("保険料は？免責は？期間は？", ["保険料は？", "免責は？", "期間は？"]),
    ],
)
def test_each_sentence_that_asks_is_a_question(text: str, parts: list[str]) -> None:
    assert asked(text) == parts


@pytest.mark.parametrize("turn", ["それと", "あと", "また", "それから", "ちなみに", "加えて", "もう一つ"])
def test_a_turn_inside_a_sentence_begins_another_question(turn: str) -> None:
    assert asked(f"PCをなくしたら対象ですか、{turn}保険料はいくらですか") == [
        "PCをなくしたら対象ですか",
        "保険料はいくらですか",
    ]


def test_how_much_and_a_comma_end_a_question() -> None:
    assert asked("保険料はいくらで、PCの紛失は対象ですか") == ["保険料はいくらで", "PCの紛失は対象ですか"]


@pytest.mark.parametrize("joint", ["と", "や", "、", "・", "および", "とか"])
def test_two_entries_by_name_are_two_questions(joint: str) -> None:
    assert asked(f"法律上の損害賠償金{joint}見舞金について知りたい") == [
        "法律上の損害賠償金について知りたい",
        "見舞金について知りたい",
    ]


def test_three_entries_by_name_are_three_questions() -> None:
    assert asked("見舞金、法律上の損害賠償金とお問い合わせは?") == [
        "見舞金は?",
        "法律上の損害賠償金は?",
        "お問い合わせは?",
    ]


@pytest.mark.parametrize("text", ["見舞金は出ますか? お願いします。", "PCをなくしたら対象ですか。どうですか、と"])
def test_what_follows_and_says_nothing_stays_with_the_question(text: str) -> None:
    assert asked(text) == [text]


def test_the_same_name_twice_is_one_question() -> None:
    assert asked("見舞金と見舞金は出ますか") == ["見舞金と見舞金は出ますか"]


def test_names_that_are_not_listed_side_by_side_stay_together() -> None:
    text = "見舞金を払う前にお問い合わせが要りますか"
    assert asked(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "電車でPCを忘れました。補償されますか",
        "FAXを誤送信しました。相手から連絡がありました。賠償金は出ますか。",
        "PCをなくしました。また、書類もなくしました。補償されますか。",
        "社員が名簿を持ち出しました。\nもう退職しています。\nどうなりますか?",
    ],
)
def test_an_incident_told_before_one_question_belongs_to_it(text: str) -> None:
    assert asked(text) == [text]


def test_what_is_told_goes_with_the_question_after_it() -> None:
    assert asked("保険料はいくらですか。PCをなくしました。対象ですか。") == [
        "保険料はいくらですか。",
        "PCをなくしました。対象ですか。",
    ]


@pytest.mark.parametrize("empty", ["保険金は出ますか?", "対象になりますか?", "大丈夫でしょうか?", "いくらですか?"])
def test_a_question_that_does_not_say_about_what_joins_the_one_before(empty: str) -> None:
    assert asked(f"FAXを誤送信した場合は?{empty}") == [f"FAXを誤送信した場合は?{empty}"]


@pytest.mark.parametrize("empty", ["補償されますか?", "カバーされますか?", "支払われますか?"])
def test_a_passive_question_that_does_not_say_about_what_joins_the_one_before(empty: str) -> None:
    assert asked(f"FAXを誤送信した場合は?{empty}") == [f"FAXを誤送信した場合は?{empty}"]


@pytest.mark.parametrize("greeting", ["こんにちは。", "こんばんは!"])
def test_a_greeting_is_no_question(greeting: str) -> None:
    assert len(asked(f"{greeting}保険料はいくらですか。免責はありますか。")) == 2


def test_four_questions_stay_whole() -> None:
    text = "保険料は?免責は?期間は?解約は?"
    assert asked(text) == [text]


@pytest.mark.parametrize("text", ["", "  ", "?", "😱", "\0", "保険料はいくらですか", "あ" * 1000])
def test_a_message_that_asks_one_thing_is_left_as_it_is(text: str) -> None:
    assert asked(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "席を並べている業務委託の人が名簿を盗んだら従業員の犯罪ですか?それとも委託先からの漏えいですか?",
        "お詫びの会見には社長が出るべきですか、それとも広報だけでいいですか",
        "先に了解が要りますか。あるいは領収書をあとで出せばいいですか。",
        "賠償金そのものも出ますか?裁判の費用だけ?",
        "売上は税こみ?税ぬき?",
        "名簿は200人分です。大量に入る?入らない?",
        "申告書の売上高は税抜でいいですか?何年度分?",
        "見積りの次はもう契約ですか?まだ何かある?",
    ],
)
def test_the_other_side_of_a_question_belongs_to_it(text: str) -> None:
    assert asked(text) == [text]
