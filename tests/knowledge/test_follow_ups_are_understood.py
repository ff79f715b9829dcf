"""Messages that only make sense after the one before, told from those that stand on their own."""

import pytest

from knowledge.domain.follow_up import Changed, More, Paid, Regarding, read

ASKS_WHAT_IS_PAID = """
    それって何が払われるんですか その場合は何が出ますか 何が支払われるの? 具体的にはどんな費用が出ますか
    この場合、どういうものが補償されますか では何が払ってもらえるんでしょうか。 それはどんな損害が補償されるのですか
"""
ASKS_SOMETHING_ELSE = """
    保険料はいくら払うんですか 何が必要ですか 見舞金は払われますか 何が原因でしたか 何日で払われますか
    何が補償されますか それは何が原因ですか
"""
BEFORE = "電車にノートパソコンを置き忘れたら補償されますか"
ORDINARY = """保険料はいくらですか 電車にノートパソコンを置き忘れた 火災保険に入りたい ありがとう 他社から乗り換えたい
    他の保険会社でも入れますか その場で払ってもらえますか その後の流れを教えて 個人でも加入できますか
    社員が名簿を持ち出したら対象ですか PCを紛失した場合は補償されますか メールを誤送信した時はどうなりますか
    ほかの会社に情報が漏れた この保険は何ですか この保険の対象になる事故は何ですか 他社の保険との違いは?
    できるだけ早く話したい もしもし もし情報が漏れたらどうなりますか 電話でも問い合わせできますか
    土日でも電話できますか 個人情報が漏れた時は補償されますか では でも高いですよね"""


@pytest.mark.parametrize(
    "text", ["他には?", "ほかに何がありますか", "それ以外には?", "他にもありますか", " その他には ", "ほかには！"]
)
def test_what_else_there_is(text: str) -> None:
    assert read(text, BEFORE) == More()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("他にどんな費用がありますか", "費用"),
        ("その他の費用", "費用"),
        ("ほかのサービスもありますか", "サービス"),
        ("他の事故は?", "事故"),
        ("他にどんなケースがありますか", "ケース"),
    ],
)
def test_what_else_there_is_of_a_sort(text: str, what: str) -> None:
    assert read(text, BEFORE) == More(what)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("その場合の調査費用は?", "調査費用は?"),
        ("その場合、賠償金は出ますか", "賠償金は出ますか"),
        ("同じケースで見舞金は", "見舞金は"),
        ("それは補償されますか", "補償されますか"),
        ("じゃあ保険料は?", "保険料は?"),
        ("では、承認は要りますか", "承認は要りますか"),
    ],
)
def test_a_question_about_the_case_loses_the_words_that_point_to_it(text: str, question: str) -> None:
    assert read(text, BEFORE) == Regarding(question)


@pytest.mark.parametrize(
    ("text", "what"),
    [("スマホだったら?", "スマホ"), ("もし書類なら?", "書類"), ("じゃあ、USBメモリだったら?", "USBメモリ")],
)
def test_a_thing_takes_the_place_of_its_like(text: str, what: str) -> None:
    assert read(text, BEFORE) == Changed(what, f"電車に{what}を置き忘れたら補償されますか", settled=True)


def test_a_person_takes_the_place_of_another() -> None:
    assert read("アルバイトの場合は?", "委託先の社員が名簿を持ち出した") == Changed(
        "アルバイト", "アルバイトが名簿を持ち出した", settled=True
    )


@pytest.mark.parametrize("text", ["海外だったら?", "海外でも補償されますか", "では海外の場合はどうなりますか"])
def test_a_change_without_its_like_is_put_first(text: str) -> None:
    assert read(text, BEFORE) == Changed("海外", f"海外の場合、{BEFORE}", settled=False)


def test_a_person_does_not_take_the_place_of_a_thing() -> None:
    changed = read("アルバイトの場合は?", BEFORE)
    assert changed == Changed("アルバイト", f"アルバイトの場合、{BEFORE}", settled=False)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("名簿だったら?", "メールアドレスが漏れた"),
        ("委託先だったら?", "パートナー企業が情報を漏らした"),
    ],
)
def test_only_a_whole_word_gives_its_place(text: str, before: str) -> None:
    changed = read(text, before)
    assert changed is None or (isinstance(changed, Changed) and not changed.settled)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("社長が忘れたなら?", "社長が忘れたなら"),
        ("誰も見てなかったら？", "誰も見てなかったら"),
        ("会社の中でなくした場合は？", "会社の中でなくした場合"),
        ("もし後から見つかっても?", "後から見つかっても"),
    ],
)
def test_half_a_sentence_is_a_condition_of_the_question_before(text: str, what: str) -> None:
    assert read(text, BEFORE) == Changed(what, f"{what}、{BEFORE}", settled=False, clause=True)


def test_a_contractors_contractor_in_the_place_of_a_contractor_is_not_settled() -> None:
    assert read("再委託先なら?", "委託先から名簿が漏れた") == Changed("再委託先", "再委託先から名簿が漏れた", False)


def test_an_actor_alone_takes_the_place_of_another() -> None:
    assert read("派遣は?", "社員が名簿を持ち出した") == Changed("派遣", "派遣が名簿を持ち出した", settled=True)


@pytest.mark.parametrize("text", ASKS_WHAT_IS_PAID.split())
def test_what_is_paid_is_asked_of_the_case(text: str) -> None:
    assert read(text, BEFORE) == Paid()


@pytest.mark.parametrize("text", ASKS_SOMETHING_ELSE.split())
def test_another_question_is_not_taken_for_it(text: str) -> None:
    assert read(text, BEFORE) != Paid()


@pytest.mark.parametrize("text", ORDINARY.split())
def test_an_ordinary_question_is_no_follow_up(text: str) -> None:
    assert read(text, BEFORE) is None


@pytest.mark.parametrize("text", ["これから申し込みたい", "それから保険料はいくらですか", "それでも契約できますか"])
def test_a_conjunction_does_not_point_to_the_case(text: str) -> None:
    assert not isinstance(found := read(text, BEFORE), Regarding) or found.question[0] not in "かも"


def test_the_whole_of_について_is_left_out() -> None:
    assert read("それについて詳しく教えて", BEFORE) == Regarding("詳しく教えて")


def test_a_pointer_alone_leaves_no_question_of_punctuation() -> None:
    assert read("その場合は?", BEFORE) != Regarding("?")


@pytest.mark.parametrize("text", ["電話はいつでもいいですか", "誰でも大丈夫ですか"])
def test_whenever_and_whoever_change_nothing(text: str) -> None:
    assert read(text, BEFORE) is None
