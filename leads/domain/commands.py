"""What steers the form rather than answers it: はい is no command, スキップ is. Exact enough never to eat an answer."""

import re
from enum import StrEnum

from knowledge.domain.text import fold
from leads.domain.question import is_question


class Command(StrEnum):
    PAUSE = "pause"
    RESTART = "restart"
    CANCEL = "cancel"
    BACK = "back"
    SKIP = "skip"
    WHY = "why"
    SEND = "send"
    REVIEW = "review"
    RESUME = "resume"
    CALLBACK = "callback"
    QUOTE = "quote"
    KEEP = "keep"


_END = (
    r"(?:(?:し|いたし)?たいです|(?:し|いたし)?たい|して|してください|します|する|お願い(?:します|いたします)?"
    r"|です|で|ください|下さい|よ|ね|。|!|\s)*$"
)
_WHOLE = {
    Command.PAUSE: (
        r"(?:.{1,20}(?:ので|から|ため)、?)?(?:すみません|ごめんなさい|申し訳ありません|いったん|一旦|ちょっと|少し|ここで|入力を?|今日は|今は|[、\s])*"
        r"(?:中断|一時停止|休憩|保留(?:に)?|離席|席を?(?:外|はず)し|席を(?:外す|はずす|立ち)|ここまで(?:に)?|(?:ちょっと|少し)?待って(?:て)?(?:もらえ)?"
        r"|(?:また)?(?:後|あと)(?:で|ほど|から)、?(?:また)?(?:戻|もど|続き|つづき|やり|やる|入力|再開|来|き|回答|答え)(?:って|り|る|を|から)?(?:し|やり|来|き)?"
        r"|(?:後|あと)に(?:し|さ)?(?:せ)?|また(?:今度|後で|あとで|後ほど|明日|あした|後日|来週)(?:に)?(?:し|来|き|やり|戻り)?"
        r"|(?:明日|後日|来週|今度)(?:また)?(?:に|、)?(?:続き|し|やり|再開|戻り|来)(?:を|から)?(?:し|やり)?)(?:ます|ました)?(?:ね|よ|て|てから)?"
    ),
    Command.RESTART: (
        r"(?:すみません、?|もう一度|もう一回|やっぱり?|いったん|一旦|全部|ぜんぶ|すべて|全て|入力を?|内容を?|これまでの?(?:内容)?を?|今までの?(?:内容)?を?)*"
        r"(?:(?:最初|はじめ|初め|始め|いち|一|ゼロ|0)から(?:全部)?(?:に)?(?:やり直し?|やりなおし?|入力し直し?|入れ直し?|始め直し?)?|最初に戻(?:る|り|って)|リセット|やり直し"
        r"|(?<=[をてぶ部])(?:消し|消す|削除|クリア)(?:て)?)"
    ),
    Command.CANCEL: (
        r"(?:もう|やっぱり?|やはり|いったん|一旦|全部|ぜんぶ)*(?:入力を?|申し?込みを?|見積(?:り|もり)?を?|送信を?|送るの(?:を|は)?|これ)?"
        r"(?:キャンセル|やめ(?:ます|る|たい|たくなって(?:きた|きました)|ておきます|とく|とこう|させて)?|止め(?:ます|る|たい)"
        r"|中止|終了|取り?消し?|とりやめ|辞退|(?<=もう)いい(?:や|わ)?)"
    ),
    Command.BACK: (
        r"(?:一つ|ひとつ|1つ)?(?:前|まえ)?(?:の(?:質問|項目|画面))?(?:に|へ)?"
        r"(?:戻(?:る|って|りたい|ります|して)?|もど(?:る|って|りたい|ります)|バック)"
    ),
    Command.SKIP: (
        r"(?:これは|ここは|今は|いまは|とりあえず)?(?:スキップ|飛ばし(?:て|たい|ます)?|とばし(?:て|たい|ます)?|飛ばす"
        r"|省略|パス|未回答|無回答|答えたくない|答えません|言いたくない|教えたくない|後で|あとで|次(?:へ|に進(?:む|んで)?)?)"
    ),
    Command.KEEP: (
        r"(?:そのまま|このまま|変えない|変えません|変更しない|変更しません|直さない|今のまま|いまのまま|変更なし)"
        r"(?:で|に)?(?:いい|よい|良い|大丈夫|結構|構いません)?"
    ),
    Command.SEND: (
        r"(?:ありがとう(?:ございます|ございました)?[、。!\s]*|はい[、。\s]*)?(?:これで|この内容で|それで|では|じゃあ|じゃ)?"
        r"(?:送信を?|送(?:る|ります|って|ってください)|提出|申し?込(?:む|みます))"
    ),
    Command.REVIEW: r"(?:入力)?(?:内容|入力|回答)?(?:を|の)?(?:確認|一覧|見直し)(?:画面|したい)?",
    Command.RESUME: r"(?:(?:さっき|先ほど|入力)の?)?(?:続き(?:から|を)?|つづき(?:から|を)?|再開)(?:入力)?",
}
"""What a text must be from its beginning to its end."""
_WITHIN = {
    Command.CALLBACK: (
        r"連絡先だけ|連絡だけ|電話だけ|折り?返し(?:だけ|の電話)?|担当者(?:に|と|から)(?:相談|話|連絡|電話)"
    ),
    Command.QUOTE: (
        r"^お?見積(?:り|もり)?(?:を?(?:お願い|依頼|希望|準備|して|したい|取りたい|ほしい|欲しい|頼みたい)"
        r"|の準備|も(?:お願い|準備|ほしい|欲しい))"
    ),
    Command.WHY: (
        r"なぜ|何故|なんで|どうして|何のため|なんのため|何に使|理由|必要(?:です|なの|ある|あります|でしょう)?(?:か|の)?[?。]?$"
        r"|(?:要る|いる)(?:の|んですか|のですか)[?。]?$|(?:答え|言わ|教え)ない(?:と|とだめ)|聞くの|聞くんですか|訊く"
    ),
}
_COMPILED = {command: re.compile(f"^{pattern}{_END}") for command, pattern in _WHOLE.items()}
_COMPILED |= {command: re.compile(pattern) for command, pattern in _WITHIN.items()}
SHORT, LONGEST = 10, 40
"""Characters; a longer text is a sentence about something, not a command. Why is asked shortly, or as a question."""


def read_command(text: str) -> Command | None:
    """The command a text is as a whole, or None."""
    folded = fold(text)
    if len(folded) > LONGEST:
        return None
    command = next((command for command, pattern in _COMPILED.items() if pattern.search(folded)), None)
    return None if command is Command.WHY and len(folded) > SHORT and not is_question(text) else command
