"""What a message itself says of an accident that is happening, and of a quote that is not wanted."""

import pytest

from leads.domain.urgency import just_happened, names_an_accident, sounds_urgent, wants_no_quote, wants_to_talk_first

NOW = """今まさにウイルス感染してるっぽいです たった今メールを誤送信しました 助けて 至急お願いします 事故が起きています
    画面に赤い文字が出ています どうしたらいいですか さっき名簿を電車に忘れました"""
NOT_NOW = """今後攻撃されたら心配です 今までに攻撃されたことはないです 昨年メールを誤送信しました
    うちの社長はいまだにパスワードを付箋に書いています カード番号が半年分よそへ流れてました"""
TOLD = """社員がノートPCを電車に置き忘れました。今日のことです 今朝、メールを誤送信したのですが補償されますか
    昨日うちのサーバーがランサムウェアにやられた さっきUSBを落としたんですけど、調査費用は出ますか"""
NOT_TOLD = """今日から入れますか 昨日メールで問い合わせました 昨年、名簿を紛失しました 
    今日ウイルスに感染したら補償されますか 電車にノートPCを置き忘れた場合は補償されますか"""
NO_QUOTE = "見積もりは要りません まだ見積もりはいらないけど 見積りは不要です 見積もりじゃなくて話だけ聞きたい"


@pytest.mark.parametrize("text", NOW.split())
def test_this_moment_and_a_cry_for_help_sound_urgent(text: str) -> None:
    assert sounds_urgent(text)


@pytest.mark.parametrize("text", NOT_NOW.split())
def test_the_past_and_the_future_do_not(text: str) -> None:
    assert not sounds_urgent(text)


@pytest.mark.parametrize(
    "text", ["ランサムウェアにやられた", "不正アクセスです", "画面が勝手に動いてる", "ファイルが開けない"]
)
def test_an_accident_is_named(text: str) -> None:
    assert names_an_accident(text)


@pytest.mark.parametrize("text", ["今、電話が使えません", "画面が固まって動かない", "今は手が離せない"])
def test_a_trouble_with_the_telephone_is_no_accident(text: str) -> None:
    assert not names_an_accident(text)


@pytest.mark.parametrize("text", TOLD.split())
def test_an_accident_of_these_days_is_told(text: str) -> None:
    assert just_happened(text)


@pytest.mark.parametrize("text", NOT_TOLD.split())
def test_a_question_or_an_accident_of_long_ago_is_not(text: str) -> None:
    assert not just_happened(text)


@pytest.mark.parametrize("text", NO_QUOTE.split())
def test_who_wants_no_quote_is_understood(text: str) -> None:
    assert wants_no_quote(text)


@pytest.mark.parametrize("text", ["見積りをお願いします", "見積りは?", "見積もりが欲しい"])
def test_who_wants_one_is_not_refused(text: str) -> None:
    assert not wants_no_quote(text)


def test_who_wants_to_talk_before_a_quote_wants_somebody() -> None:
    assert wants_to_talk_first("見積もりの前に相談したい")
    assert not wants_to_talk_first("見積もりは要りません")
