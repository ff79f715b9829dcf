"""An answer without the polite words around it; what is left is as typed."""

import re

from knowledge.domain.text import fold, key

OPENING = re.compile(
    r"^(?:はい|ええと?|えっと|えーと|あの[ー、]|では|じゃあ|あ、|どうも|こんにち[はわ]|こんばんは|おはようございます"
    r"|(?:いつも)?(?:大変)?お世話になって?(?:い|お)?(?:り)?ます|初めまして|はじめまして)(?:[、,。!！\s　…]+|$)"
)
CLOSING = re.compile(
    r"(?:[、,。!！\s　〜～♪☆^;]+|(?<![A-Za-z])\.+"
    r"|(?:どうぞ|何卒|なにとぞ)?(?:よろしく|宜しく)(?:(?:お願い|おねがい|お願)(?:いた|致)?(?:し)?(?:ます|申し上げます)?|です|どうぞ)?"
    r"|(?:(?:という|って(?:いう)?)(?:名前|会社|社名|屋号|法人|ところ|者|もの))?(?:です|でございます|でした)(?:[がけ](?:ど)?|よ|ね)?"
    r"|と(?:(?:申|もう)(?:し(?:上げ)?ます|す者です)|(?:いい|言い|呼ばれてい|名乗ってい)ます|言う者です|いう者です)(?:が|けど)?"
    r"|に(?:なります|なっております)|(?:で)?お願い(?:いた|致)?します)$"
)
_QUOTES = {"「": "」", "『": "』", '"': '"', "“": "”", "'": "'", "【": "】"}
_NOTHING_SAID = re.compile(
    r"""
    はい|いいえ|いえ|うん|ええ|そうです|そう|ok|おk|オーケー|了解|了解です|了解しました|わかりました|分かりました
    |承知しました|こんにちは|こんばんは|おはよう|おはようございます|はじめまして|初めまして|お世話になります
    |お世話になっております|ありがとう|ありがとうございます|ありがとうございました|どうも|よろしく
    |よろしくお願いします|宜しくお願いします|お願いします|なし|ない|ありません|ないです|特になし|とくになし
    |特にない|特にありません|無し|無い|不明|わからない|分からない|わかりません|分かりません|知らない|知りません
    |未定|未定です|検討中|秘密|秘密です|内緒|非公開|匿名|匿名希望|言いたくない|言えない|教えたくない|教えない|答えたくない|嫌だ
    |いやです|嫌です|いやだ|だめ|スキップ|パス|飛ばす|次|次へ|戻る|前に戻る|送信|キャンセル|やめる|やめます|中止
    |終了|終わり|同意します|同意しません|同意|後で|あとで|後ほど|また今度|待って|ちょっと待って|えっと|えーと
    |うーん|同じ|同上|上記|さっきと同じ|見積り|見積もり|見積|保険料|資料請求|問い合わせ|相談|サイバー保険|保険
    |補償|担当者|本人|自分|私|わたし|あなた|僕|俺|御社|貴社
    """,
    re.VERBOSE,
)

_REFUSES = re.compile(
    r"(?:言い|いい|教え|答え|書き|出し|明かし|知られ|続け)たく(?:な|は|あり)|(?:や|止)め(?:た[いく]|ま[すし]|る$|とく|よう|て(?:おき|いい))"
    r"|^(?:もう|やっぱり?|やはり)?(?:いい|良い|結構|十分|たくさん|無理|休憩|保留|明日|また)(?:です|だ|よ|わ|や|で|に|します|[!。、\s])*$"
    r"|(?:一旦|いったん|ひとまず|とりあえず|ちょっと)(?:保留|休憩|待|中断|ストップ|後)|^また(?:明日|今度|後|来|あと)"
    r"|うるさい|しつこい|死ね|氏ね|くたばれ|ふざけ|黙れ|^(?:バカ|ばか|馬鹿|あほ|アホ|クソ|くそ|糞|カス|ボケ|ぼけ)(?:野郎|か|じゃないの)?[!。ー]*$"
    r"|(?:前|さっき|先ほど|もう|すでに|既に)(?:に|も|から)?(?:言|書|答え|伝え|入力し|送)"
    r"|に(?:聞い|きい|確認し|相談し|任せ)(?:て|る|ます)|間違(?:って|え)た|押し(?:て(?:しま)?|ちゃ)"
)
_MUTTERS = re.compile(
    r"(?:なるほど|ふー?ん|へ[えぇー]+|ほう|まだ|さあ|めんど(?:い|くさい)|面倒(?:くさい|臭い)?|(?:大)?至急|急ぎ|むり|無理|(?:し|知)らん|(?:わか|分か)らん"
    r"|適当|お願い|助けて|意味不明|どうでも(?:いい|良い)|どうしよう(?:かな)?|なん(?:だろ|でしょ)う?|微妙|別に|たぶん|多分|そっか)(?:です|で|だ|ね|な|よ)*[。!ー…]*"
)
_MASHED = re.compile(r"(.)\1{3,}|(..)\2{2,}|asdf.*|qwer.*|(?:test|テスト)+")


def refuses(text: str) -> bool:
    """Whether it declines, leaves off, scolds or mashes the keys, rather than names anything."""
    said = fold(text)
    return bool(_REFUSES.search(said) or _MUTTERS.fullmatch(said) or _MASHED.fullmatch(said))


def bare(text: str) -> str:
    """Without greeting, quotation marks, です, と申します and the like."""
    while (shorter := _unquoted(CLOSING.sub("", OPENING.sub("", text.strip())))) != text:
        text = shorter
    return text


def says_nothing(text: str) -> bool:
    """Whether it is only a yes, a greeting, a refusal or a word that steers the form."""
    return not key(text) or any(_NOTHING_SAID.fullmatch(key(said)) for said in (text, bare(text)))


def is_sentence(text: str) -> bool:
    """Whether it ends as a sentence does, and not as a name."""
    return bool(
        re.search(
            r"(?:ます|ません|ました|でした|[しりえべきいけせみび]たい|ください|下さい|ので|ですが|けど|して|のです|んです|しい|ではない|じゃない"
            r"|がない|がある|はない|はある|らない|かない|って|なのに)$",
            fold(text),
        )
    )


def _unquoted(text: str) -> str:
    text = text.strip()
    closing = _QUOTES.get(text[:1])
    return text[1:-1] if closing and len(text) > 1 and text.endswith(closing) and closing not in text[1:-1] else text
