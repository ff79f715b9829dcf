"""Whether a visitor asks something rather than answers: told by the ending and by asking words."""

import re

from knowledge.domain.text import LONGEST, fold

_SENTENCES = re.compile(r"[。!\n]")
_TRAILING = re.compile(r"[\s、,.…・~〜)」』\"'wW笑]+$")
_MARK = re.compile(r"\?(?![a-z0-9_=&%])")
_ENDS = re.compile(
    r"""(?:
      (?:です|でした|ます|ました|ません|でしょう|ましょう|だろう|なん|のだ)か(?:ね|な|しら)?
    | (?:ある|いる|する|なる|れる|せる|出る|ない|いい|良い|よい|った|した|れた|[るいたな]の)か(?:な|しら)?[ぁあー]?
    | (?:って|とは|は)(?:何|なに|なん|どう|どこ|いつ|いくら|誰|だれ|どれ)(?:です)?
    | (?<=[一-龥々ァ-ヶーa-z0-9])とは
    | (?:[一-龥々ァ-ヶー]{2}|[ァ-ヶーa-z]{3})って
    | (?:する|いる|ある|れる|せる|える|出る|使う|払う|ない|いい|った|した)の
    | (?:代|費用|料)は
    | (?:し|っ|れ|せ|き)(?:た|だ)ら | んだら
    | (?:[一-龥々ァ-ヶー]|る|た|い|の)(?<![式限同]会社)なら(?:ば)?
    | (?:場合|際|とき|時)(?:に)?は
    | (?:の|る|た|い)場合
    | (?:教え|おしえ|説明し|解説し)て(?:ください|下さい|くださいませ|欲しいです?|ほしいです?|頂けます|くれ|よ)?
    | (?:知り|聞き|伺い|うかがい)たい(?:です|のです|んです|のですが|んですが|ですが|こと)?(?:が(?:ある|あります))?
    )$""",
    re.VERBOSE,
)
_ASKS = re.compile(
    r"""いくら(?:です|か|ぐらい|くらい|位|に(?:な|かか)|から|まで|$)
    | どう(?:す(?:れば|ると|べき)|な(?:る|り|って|の)|し(?:たら|て|ます)|いう|やって|でしょ|です|か$|なん|違|$)
    | どのよう | どのくらい | どれくらい | どれぐらい | どの程度
    | なぜ | 何故 | なんで | 何に使 | 何のため
    | 何を(?:書|入れ|入力|答|言|すれ|した) | 何が(?:違|必要|補償|対象|出) | 何て(?:書|答)
    | って何 | とは何 | 教えて | おしえて(?!る) | 知りたい(?:の|ん|で|$) | 聞きたい(?:の|ん|で|こと|$)""",
    re.VERBOSE,
)


def is_question(text: str) -> bool:
    """Whether any sentence of the text asks; 「3年前に感染した」 and 「株式会社はるか」 do not."""
    folded = fold(text.replace("\n", "。"))[:LONGEST]
    return bool(_MARK.search(folded)) or any(_asks(sentence) for sentence in _SENTENCES.split(folded))


def _asks(sentence: str) -> bool:
    bare = _TRAILING.sub("", sentence.strip())
    return bool(_ENDS.search(bare) or _ASKS.search(bare))
