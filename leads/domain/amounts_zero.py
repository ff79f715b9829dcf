"""No sales yet: 0円, ゼロ, 創業したばかりで売上なし. Only as the whole text, so that 売上なしでも入れますか is none."""

import re

LONGEST = 80
"""Characters; whoever has no sales says so briefly."""
_SALES = r"(?:年間)?(?:年商|売り?上(?:げ高?|高)?(?:実績)?|実績|収入)"
_JUST_FOUNDED = (
    r"(?:[^。?!\n]{0,40}?(?:ばかり|これから|前|年目|初年度|第?[1一]期目?|準備中|直後|中)"
    r"(?:なので|なもので|ですので|のため|ので|です|だから|から|なの|ため|で|、|,|。|\s)*+)"
)
_YET = (
    r"(?:まだ|いまだ|現在|現時点|今期|今の?ところ|今|昨年度?|去年|前期|直近|全く|まったく|一切|特に|当社|弊社|うち|"
    r"は|では|の|で|、|,|\s)*+"
)
_NOTHING = (
    r"(?:なし|無し|無い|ない|ありません|ございません|(?:立|た)って(?:い)?(?:ない|ません)|発生して(?:い)?(?:ない|ません)|"
    r"上がって(?:い)?(?:ない|ません)|出て(?:い)?(?:ない|ません))"
)
_NAUGHT = r"(?:ゼロ|ぜろ|零|0)(?:円|えん)?"
_END = (
    r"(?:なので|なんです|の状態|状態|です|でした|だ|ので|ため|ね|よ|"
    r"[、,]?(?:創業|設立|起業|開業)した?ばかり|で|[。.!]|\s)*+"
)
_ZERO = re.compile(
    rf"\s*{_JUST_FOUNDED}?{_YET}"
    rf"(?:{_SALES}(?:自体|計上)?(?:が|は|も|の|と|、|,|:|\s)*{_YET}(?:{_NAUGHT}|{_NOTHING})|{_NAUGHT}){_END}"
)
_NEARLY = re.compile(rf"(?:ほぼ|ほとんど|殆ど|限りなく)(?:{_NAUGHT}|{_NOTHING})|{_NAUGHT}に(?:近|等し)")


def says_zero(text: str) -> bool:
    """Whether the folded text, as a whole, says that there are no sales."""
    return len(text) <= LONGEST and bool(_ZERO.fullmatch(text))


def says_nearly_zero(text: str) -> bool:
    """ほぼゼロ: an amount, but not a number."""
    return bool(_NEARLY.search(text)) and bool(re.search(_SALES, text) or re.fullmatch(r"\S{0,12}", text))
