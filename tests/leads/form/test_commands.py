"""What steers the form is told from what answers it."""

import pytest

from leads.domain.commands import Command, read_command

SAID = {
    Command.CANCEL: [
        "やめます",
        "キャンセル",
        "キャンセルしてください",
        "もうやめたい",
        "入力をやめる",
        "中止",
        "終了します",
    ],
    Command.BACK: ["戻る", "前に戻って", "一つ前の質問に戻りたいです", "もどる", "戻してください", "ひとつ前に戻る"],
    Command.SKIP: [
        "スキップ",
        "スキップで",
        "スキップしてください",
        "飛ばして",
        "省略します",
        "パス",
        "後で",
        "答えたくない",
    ],
    Command.KEEP: ["そのまま", "そのままでいいです", "変えない", "今のままで大丈夫", "変更なし"],
    Command.SEND: ["送信", "送信します", "これで送ってください", "この内容で送信", "送って", "では送信をお願いします"],
    Command.REVIEW: ["確認", "内容を確認したい", "入力内容の確認", "確認画面"],
    Command.RESUME: ["続きから", "続きをお願いします", "再開", "さっきの続き", "つづきから"],
    Command.CALLBACK: ["担当者に相談する", "連絡先だけにしたい", "担当者から連絡がほしい", "電話だけください"],
    Command.QUOTE: ["見積りの準備をする", "見積もりもお願いします", "お見積りを希望します"],
    Command.WHY: ["なぜですか", "なんで聞くの?", "理由は?", "何に使いますか", "必要ですか?", "どうして必要なんですか"],
}
ANSWERS = (
    "株式会社パスコ",
    "終了時間は17時です",
    "次世代システム株式会社",
    "戻り梅雨商店",
    "後藤",
    "ない",
    "はい",
    "同意します",
    "3億円",
    "製造業",
    "ISMSを取得しているので大丈夫です",
    "去年、理由は不明ですが名簿が外に出ました",
    "契約をキャンセルしたらどうなりますか",
    "確認しないとわかりません",
    "送信ミスが2年前にありました",
    "送電設備の工事をしています",
    "前田",
    "中止になったイベントの会社です",
)


@pytest.mark.parametrize(("command", "text"), [(command, text) for command, texts in SAID.items() for text in texts])
def test_a_command_is_read_in_many_words(command: Command, text: str) -> None:
    assert read_command(text) is command


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_is_no_command(text: str) -> None:
    assert read_command(text) is None
