"""Telephone numbers, addresses and numbers that belong to somebody, by pattern (in text as of markers.Cover)."""

import re
from collections.abc import Iterator

from phonenumbers import PhoneNumberMatcher

from knowledge.domain.masking.markers import Marker, Span

_COUNTED = (
    r"\s*(?:[〜~]\s*\d+\s*)?(?:[円万億兆千百十件人名社台通個本枚冊回度年月日時分秒歳才桁行点箇か％%]|ドル|ユーロ|ポイント"
    r"|レコード|アカウント|ページ|バイト|[kmgt]b\b|ファイル|セット|ユーザー|パーセント)"
)
"""What follows an amount, a count or a date: they matter to the question and are nobody's."""
_IS = r"\s*(?:[はがも:.]|→)?\s*"
_GAP = r"[-\s().の・]{0,3}"

_EMAIL = re.compile(
    r"[a-z0-9!#$%&'*+/=?^_`{|}~-][a-z0-9!#$%&'*+/=?^_`{|}~.-]*"
    r"\s?(?:@|[(\[<]at[)\]>]|アットマーク|アット)\s?(?=[a-z0-9.-]*[a-z])"
    r"[a-z0-9-]+(?:(?:\.|\s?(?:ドット|[(\[]dot[)\]])\s?)[a-z0-9-]+)*",
    re.I | re.ASCII,
)
_URL = re.compile(
    r"(?:https?|ftp)://(?:[^\s/、。!-~]+(?:\.[a-z]{2,})+)?[!-~]*[\w/=#-]|\bwww\.[!-~]+[\w/=#-]"
    r"|(?<![\w@.-])(?!(?:asp|ado|vb)\.net\b|(?:co|ne|or|ac|go|lg)\.jp\b|gmail\.com\b|yahoo\.co\.jp\b)"
    r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+"
    r"(?:jp|com|net|org|info|biz|io|dev|app|shop|site|xyz|online|tokyo)(?![a-z0-9_@-])(?:/[!-~]*)?",
    re.I | re.ASCII,
)
_ACCOUNT = re.compile(r"(?<![a-z0-9.])@(?=\w*[a-z])[a-z0-9_]{3,30}", re.I | re.ASCII)

_YEAR = r"(?:(?:19|20)\d\d|(?:昭和|平成|令和|大正|[shrt]\.?)\s?\d{1,2})"
_DATE = rf"{_YEAR}\s?[-年./]\s?\d{{1,2}}\s?[-月./]\s?\d{{1,2}}日?"
_BIRTHDAY = re.compile(
    rf"(?:生年月日|誕生日){_IS}(?P<it>{_DATE}|\d{{8}})"
    rf"|(?P<also>{_DATE}|\d{{1,2}}月\d{{1,2}}日)\s?(?:生まれ|生(?=[\s、。)]|$))",
    re.I,
)

_KANJI = "[一-龠々ヶケ]"
_PREFECTURE = rf"(?:北海道|東京都|(?:大阪|京都)府|{_KANJI}{{2,3}}県)"
_TOWN = rf"(?:{_KANJI}|[ァ-ヶーの])"
_BLOCK = r"\d{1,4}(?:丁目|番地?|-\d{1,4}){1,3}(?:\s?[-の]?\d{1,4}(?:番地?|号)?){0,3}"
_HOUSE = (
    r"(?:\s?[^\s\d、。]{1,15}(?:ビル|マンション|タワー|ハイツ|アパート|荘|コーポ|レジデンス|ハウス)"
    r"(?:\s?\d{1,4}(?:f|階|号室?)?)?)?"
)
_ADDRESS = re.compile(
    rf"〒\s?\d{{3}}-?\d{{4}}(?:\s?{_PREFECTURE}[^\s、。]{{2,25}}\d{_HOUSE})?"
    rf"|(?:{_PREFECTURE}\s?)?(?:{_KANJI}{{1,6}}[市区町村郡]\s?){{1,3}}(?:大?字)?{_TOWN}{{0,10}}\s?{_BLOCK}{_HOUSE}"
    rf"|{_TOWN}{{2,6}}(?!3-2-1)\d{{1,2}}(?:丁目\s?\d{{1,4}}(?:[-の番]\d{{1,4}})?号?|-\d{{1,3}}-\d{{1,3}}(?![-\d])){_HOUSE}",
    re.I,
)

_CARD = re.compile(
    r"(?<![\d.-])(?!(?:(?:19|20)\d\d[- ]?)+(?!\d))"
    r"(?:\d{4}[ -]?\d{4}[ -]?\d{4}(?:[ -]?\d{2,4})?|\d{4}[ -]\d{6}[ -]\d{5})"
    rf"(?![\d-])(?!{_COUNTED})"
)
_LABELLED_NUMBER = re.compile(
    r"(?:(?:証券|契約者?|顧客|会員|口座|受付|注文|伝票|社員|従業員|職員|学生|患者|個人|免許証?|旅券|保険証|カード|登録|管理"
    r"|お客様|問い?合わ?せ|予約|追跡|シリアル|ライセンス)(?:番号|no\.?|id|コード|キー)|マイナンバー|パスポート|(?:ログイン|ユーザー)id)"
    rf"{_IS}(?P<it>(?=[a-z-]*\d)[a-z0-9][a-z0-9-]{{3,30}})(?![a-z0-9-])(?!{_COUNTED})"
    rf"|(?:パスワード|暗証番号|pinコード){_IS}(?P<also>(?=[!-~]*\d)[!-~]{{6,40}})(?!{_COUNTED})",
    re.I | re.ASCII,
)
_LABELLED_PHONE = re.compile(
    rf"(?:電話|tel|携帯|fax|ファックス|ファクス|ファクシミリ|内線|直通|ダイヤル|ext)(?:番号)?{_IS}"
    rf"(?P<it>\+?\(?\d(?:{_GAP}\d){{2,14}})(?!\d)(?!{_COUNTED})",
    re.I,
)
_KANJI_DIGIT = "[〇零一二三四五六七八九]"
_PHONE = re.compile(
    rf"(?<![\d.,])(?:(?:\+|00|010[- ]?)81[-\s]{{0,2}}(?:\(0\))?|\(?0)(?:{_GAP}\d){{8,10}}(?!\d)(?!{_COUNTED})"
    r"|\+\d(?:[-\s().]{0,2}\d){7,14}(?!\d)"
    rf"|(?<!{_KANJI_DIGIT})[〇零]{_KANJI_DIGIT}{{1,3}}[-のー・\s]?{_KANJI_DIGIT}{{1,4}}[-のー・\s]?{_KANJI_DIGIT}{{4}}"
)
_NUMBER = re.compile(
    rf"(?<![\d,.])(?<!cve-\d{{4}}-)(?<!kb)(?!\d+0000(?!\d))\d{{7,}}(?!\d|,\d|{_COUNTED})"
    r"|(?<![\d,.a-z-])(?<![a-z][ -])(?!(?:(?:19|20)\d\d-?)+(?!\d))"
    rf"\d{{3,}}(?:-\d{{3,}})*-\d{{4,}}(?![\d-])(?!{_COUNTED})"
    r"|(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])",
    re.I,
)

PATTERNS = (
    (Marker.EMAIL, _EMAIL),
    (Marker.URL, _URL),
    (Marker.ACCOUNT, _ACCOUNT),
    (Marker.BIRTHDAY, _BIRTHDAY),
    (Marker.ADDRESS, _ADDRESS),
    (Marker.NUMBER, _CARD),
    (Marker.NUMBER, _LABELLED_NUMBER),
    (Marker.PHONE, _LABELLED_PHONE),
    (Marker.PHONE, _PHONE),
    (Marker.NUMBER, _NUMBER),
)
"""In this order: what an earlier one took, a later one does not see."""


def spans(pattern: re.Pattern[str], marker: Marker, shadow: str) -> Iterator[Span]:
    """What the pattern finds: its group `it` or `also` where it has one, as the label before it stays."""
    for found in pattern.finditer(shadow):
        group = next((name for name in ("it", "also") if name in pattern.groupindex and found[name]), 0)
        yield Span(*found.span(group), marker)


def valid_phones(shadow: str) -> Iterator[Span]:
    """Numbers that exist, however they are grouped: 03/1234/5678."""
    for found in PhoneNumberMatcher(shadow, "JP"):
        yield Span(found.start, found.end, Marker.PHONE)
