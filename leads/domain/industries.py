"""The industry a visitor names, as a major group of 日本標準産業分類 (2023; the groups are those of 2013).

https://www.soumu.go.jp/toukei_toukatsu/index/seido/sangyo/"""

import re
from dataclasses import dataclass

from knowledge.domain.text import LONGEST, fold
from leads.domain.industry_words import BETWEEN, TRADES
from leads.domain.question import is_question

MOST_ASKED = 3
"""Groups the visitor is asked to choose from."""


@dataclass(frozen=True)
class Industry:
    """`code` A to T, `title` as officially written."""

    code: str
    title: str


INDUSTRIES = (
    Industry("A", "農業，林業"),
    Industry("B", "漁業"),
    Industry("C", "鉱業，採石業，砂利採取業"),
    Industry("D", "建設業"),
    Industry("E", "製造業"),
    Industry("F", "電気・ガス・熱供給・水道業"),
    Industry("G", "情報通信業"),
    Industry("H", "運輸業，郵便業"),
    Industry("I", "卸売業，小売業"),
    Industry("J", "金融業，保険業"),
    Industry("K", "不動産業，物品賃貸業"),
    Industry("L", "学術研究，専門・技術サービス業"),
    Industry("M", "宿泊業，飲食サービス業"),
    Industry("N", "生活関連サービス業，娯楽業"),
    Industry("O", "教育，学習支援業"),
    Industry("P", "医療，福祉"),
    Industry("Q", "複合サービス事業"),
    Industry("R", "サービス業（他に分類されないもの）"),
    Industry("S", "公務（他に分類されるものを除く）"),
    Industry("T", "分類不能の産業"),
)
_BY_CODE = {industry.code: industry for industry in INDUSTRIES}
_SEPARATORS = re.compile(r"[\s・,、，/()「」。.:]|業$|です$")
_OTHER = re.compile(
    r"(?:その他|分類不能|上記以外|どれにも当てはまらない|該当なし|いずれでもない)(?:の?(?:業種|産業|業界))?(?:です)?。?"
)


def _squeezed(text: str) -> str:
    return _SEPARATORS.sub("", _SEPARATORS.sub("", fold(text)))


_BY_TITLE = {_squeezed(industry.title): industry for industry in INDUSTRIES}
_CODES = {word: code for code, words in TRADES.items() for word in words.split()}


def _bounded(word: str) -> str:
    """Latin words and short katakana ones count only alone: it is not in digital, バス not in データバス."""
    pattern = re.escape(word)
    if word.isascii():
        return rf"(?<![a-z]){pattern}(?![a-z])"
    if not re.fullmatch(r"[ァ-ヶー]{1,4}", word):
        return pattern
    return rf"(?<![ァ-ヶー]){pattern}" + (r"(?![ァ-ヶー])" if len(word) < 3 else "")


_WORD = re.compile("|".join(map(_bounded, sorted({*_CODES, *BETWEEN}, key=len, reverse=True))))
_CUSTOMER = re.compile(
    r"(?:業界|業者?|店|会社|企業|さん|様|施設|法人)*(?:向け|むけ|用(?!意|事|件)|相手|を対象|を顧客|をお客|のお客|に特化|専門の|系の(?!会社|企業)|などに(?!勤)"
    r"|(?:など)?(?:へ|に)[^、。]{0,12}(?:納|卸|販売|提供|派遣|出荷|配送|売|導入|納品)|から(?:の)?(?:依頼|受託|委託|受注|請け))"
)
_DENIED = re.compile(r"(?:業|系|会社|店)?(?:では?|じゃ)(?:なく|ない|ありません)|以外")


def read_industry(text: str) -> list[Industry]:
    """The groups a text may mean: none (not understood), one (clear), or two or three to choose from, as mentioned."""
    said = fold(text)[:LONGEST]
    if is_question(text):
        return []
    if industry := _named(said):
        return [industry]
    found = _trades(said)
    return [_BY_CODE[code] for code in dict.fromkeys(found)][:MOST_ASKED]


def _named(said: str) -> Industry | None:
    """The code or the official title, with or without its punctuation; その他."""
    if code := re.fullmatch(r"([a-t])(?:[.:)\s]+(.*))?", said):
        industry = _BY_CODE[code[1].upper()]
        return industry if not code[2] or _squeezed(code[2]) == _squeezed(industry.title) else None
    return _BY_CODE["T"] if _OTHER.fullmatch(said) else _BY_TITLE.get(_squeezed(said))


def _trades(said: str) -> str:
    """The codes of the words found, not of what is denied; of customers (病院向け) only when nothing else is said."""
    words = [(word[0], said[word.end() :]) for word in _WORD.finditer(said)]
    own = [word for word, after in words if not _DENIED.match(after)]
    active = [word for word, after in words if not _DENIED.match(after) and not _CUSTOMER.match(after)]
    for some in (active, own):
        if codes := "".join(_CODES[word] for word in some if word in _CODES):
            return codes
        if codes := "".join(BETWEEN.get(word, "") for word in some):
            return codes
    return ""
