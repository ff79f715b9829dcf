"""Words about correcting, told from the new value: 「ちょっと違う」「字が違います」「後で変えます」 hold none."""

import re

_ABOUT = (
    r"ちょっと|少し|すこし|全然|だいぶ|かなり|一部|なんか|何か|たぶん|多分|文字|漢字|字|読み方?|書き方|表記|綴り|つづり"
    r"|スペル|桁|数字|単位|番号|最後|最初|後半|前半|途中|前株|後株|入力|記入|ミス|誤字|訂正|修正|変更|追加|変え|変わ"
    r"|直[しすさせ]|なお[しすさせ]|選[びんば]|選択|入れ|書き|言い|打ち|登録|後(?:で|ほど|日)|後(?=に|$)|あとで|明日|今度|次回"
    r"|もう(?:一|いち)?(?:回|度|ど)|もう|再度|改めて|あらためて|一度|一回|やり|お願い|教え|待って|いい|よい|良い|よろし"
    r"|大丈夫|合って|同じ|そのまま|このまま|これ|それ|あれ|ここ|問題|正し[いく]|結構|前(?=[のとに]|$)|さっき|先ほど|忘れ"
    r"|わから|分から|不明|未定|消し|消す|削除|全部|必要|ok|できま|可能|すみません|ごめん|申し訳|失礼|間違|違[いうっえわ]"
    r"|空欄|空白|不要|旧姓|新?社名|会社名|お?名前|登記|上(?=の)|古い|逆|匿名|仮名|平仮名|片仮名|以前|カタカナ|ひらがな|ローマ字|アルファベット|英語|英字|日本語|表示|通り|とおり|略称|省略|フルネーム|下の名前|名字|苗字"
    r"|契約書|登記|名刺|半角|全角|大文字|小文字|ハイフン|スペース|正式|名称|新し|別|旧|もの|人|方|早め|至急|すぐ|早急|ちが[いうっえ]|まちが[いうっえ]|誤[りっ]|なし|やっぱり?|やはり|実は"
)
_ENDINGS = r"がはをもにへでとのなからりれしすたいまてだせんくさっねよけど?？!！。、…〜ー下\s"
_ONLY_ABOUT = re.compile(rf"(?:{_ABOUT}|[{_ENDINGS}])++", re.IGNORECASE)
_SAYS_ABOUT = re.compile(_ABOUT, re.IGNORECASE)
_DENIES = re.compile("違[いうっえわ]|ちが[いうっえ]|まちが[いうっえ]|誤[りっ]")
_MISTAKE_FOR = re.compile(r"^(.+)の(?:間違い|まちがい|誤り)(?:です|でした|だった|。|$)")
_TAIL = re.compile(
    r"(?:(?P<to>に|へ|で|と)(?:訂正|修正|変更|変え|変わ|直|なお|お願い|登録|し(?:て|ます|たい)|なり(?:ま|$)|いい)"
    r"|も?(?:訂正|修正|変更|追加|登録|変え|直[しすせ]|なおし|入れ直|言い直|お願い)(?!で(?:す|した))"
    r"|でした|だった|が正し|が正解|です(?:[。!]|$)).*$"
)
_OPENING = re.compile(
    r"^(?:(?:あ|あっ|え|いや|いえ|いいえ|はい|ええ|うん|違う|違います|すみません|すいません|ごめん(?:なさい)?)[、,。!\s]+"
    r"|(?:あと(?:は|、)?|それから|それと|ちなみに|あとから|実は|じつは|本当は|やっぱり|やっぱ|やはり|正しくは|よく見たら|確認したら"
    r"|今は|現在は|さっきの?|先ほどの?|さきほどの?|前の|今の|私の|弊社の|当社の|うちの|会社の|連絡先の|ご?担当者?の)[、,\s]*)+"
)
_OBJECT = ("を", "が", "は", "も", "の")
_ADDS = ("追加", "登録")
_LETS_STAND = ("で", "だ", "が", *_ADDS)
"""Tails before which を and は may stand behind a value, or belong to it."""
_COMMA = re.compile(r"[、。\n!！]")


def split_clauses(text: str) -> list[str]:
    return [clause.strip() for clause in _COMMA.split(text) if clause.strip()]


def without_opening(text: str) -> str:
    """Without あと, 実は, さっきの and the like at its beginning."""
    return _OPENING.sub("", text, count=1)


def about_correcting(text: str) -> bool:
    """Whether a text has nothing but words about correcting. 「なな」 has none, and is a name."""
    return bool(_ONLY_ABOUT.fullmatch(text) and _SAYS_ABOUT.search(text))


def new_value(clause: str) -> str:
    """The new value a clause holds; "" when it only says that something is wrong or is to be changed."""
    clause = without_opening(clause.strip())
    if mistake := _MISTAKE_FOR.match(clause):
        return "" if about_correcting(mistake[1]) else mistake[1]
    tail = _TAIL.search(clause)
    marked = tail and tail["to"]
    if _DENIES.search(clause) or (not marked and about_correcting(clause)):
        return ""
    value = clause[: tail.start()] if tail else clause
    if tail and not marked and not tail[0].startswith(_LETS_STAND) and value.endswith(_OBJECT):
        return ""
    value = (value.removesuffix("を") if tail and tail[0].startswith(_ADDS) else value).strip(" 。")
    return "" if about_correcting(value) else value
