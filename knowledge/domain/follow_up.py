"""A message that only makes sense after the one before it: 「その場合の調査費用は?」「海外だったら?」「他には?」."""

import re
from dataclasses import dataclass

from knowledge.domain.text import has_words
from knowledge.domain.words import ends_in_noun

LONGEST_CHANGE = 30

_MORE = re.compile(
    r"(?:他|ほか|その他|そのほか|それ以外|これ以外|以外)(?:に|には|にも|は|の|で)?(?P<what>費用|お金|サービス|ケース|事故|例|場合)?"
    r"(?:に|には|にも|は|が|も|って)?(?:何|なに|どんな|どういう|どういった)?(?:費用|お金|サービス|ケース|事故|例|もの|の)?"
    r"(?:に|には|は|が|も)?(?:ある|あります|ありますか|ありません|ない|出る|出ます|なに|何|です|か|の|とか|ん|教えて.*)*[?？。!！]*"
)
_THAT_CASE = re.compile(
    r"(?:では|じゃあ?|で|あと|それなら)?[、,]?\s*"
    r"(?:(?:その|この|そういう|こういう|同じ|さっきの|先ほどの|先程の|上の|今の)(?:場合|とき|時|際|ケース|事故|件|例|話)|(?:それ|これ)(?!から|まで|ほど|でも|なら|ぞれ|より|と|だけ|以外|きり))"
    r"(?:について(?:は)?|に関して(?:は)?|に|で|は|が|だと|って)?(?:の|は|、|,)?\s*"
)
_THEN = re.compile(r"(?:では|じゃあ?|それなら|だったら)[、,]?\s*(?=.)")
_CHANGE = re.compile(
    r"(?:では|じゃあ?|もし|もしも|仮に|例えば|たとえば|それが|これが|相手が|原因が)?[、,]?\s*(?P<what>.{1,20}?)"
    r"(?:だったら|だと|なら|ならば|でしたら|であれば|の場合|のとき|の時|のケース|でも)"
    r"(?:は|どう|どうなり|どうな|です|でしょう|か|ます|る|の|同じ|対象|出|補償|され|大丈夫|いい|良い|可能)*[?？。!！]*"
)
_CONDITION = re.compile(
    r"(?:では|じゃあ?|もし|もしも|仮に|それが|これが)?[、,]?\s*"
    r"(?P<what>.{2,20}(?:たら|だら|[えけせてねめれげべ]ば|なければ|ても|でも|[たるい]場合|[たるい]なら))(?:は)?[?？]+"
)
"""Half a sentence, 「社長が忘れたなら?」: what would follow is what was asked before."""
_ONLY_AN_ACTOR_OR_A_THING = re.compile(r"(?P<what>.{1,12}?)(?:は|も|とか)[?？]+")
_FILLER = re.compile(
    r"^(?:(?:すみません|すいません|申し訳ありません|ちなみに|なるほど|えっと|ええと|あの|わかりました|分かりました|ありがとうございます"
    r"|承知しました|はい|あと|それと|話は変わりますが)[。、,!！\s]*)+"
)
_WHAT_IS_PAID = re.compile(
    r"(?:具体的に(?:は|言うと)?[、,]?\s*)?(?:どんな|どういう|どういった|何の|なんの)?(?:何|なに|もの|費用|お金|損害)(?:が|は|を)?"
    r"(?:支?払われ|払っても?らえ|補償され|カバーされ|負担され|もらえ|でる|出)(?:て|る|ます|た)*(?:の|ん|もの)?(?:です|でしょう)?か?[?？。]*"
)
_BY_ITSELF = re.compile("具体的|払")
"""Without これ or それ; 「何が補償されますか」 may be the first question about the product, whatever came before it."""
_ASKING_WORDS = re.compile(r"(?:いつ|誰|だれ|何|なん|なに|どこ|どれ|どちら|いくら|それ|これ)$")
_ACTORS = """
    委託先の社員 再委託先の社員 再委託先 委託先 外注先 下請け 派遣社員 派遣 パート アルバイト
    役員 社長 社員 従業員 職員 スタッフ
"""
_THINGS = """
    ノートパソコン パソコン ノートPC PC スマートフォン スマホ 携帯電話 携帯 タブレット USBメモリ USB ハードディスク
    書類 紙 名簿 カルテ クラウド サーバー メール FAX 郵便
"""
_NAMED_NOWHERE = re.compile("再委託|孫請")
"""Who stands further down the chain is named nowhere on the page."""
_ALIKE = (_ACTORS.split(), _THINGS.split())


@dataclass(frozen=True)
class More:
    """What else there is; `what` when a sort of thing was named (費用, サービス, 事故 ...)."""

    what: str = ""


@dataclass(frozen=True)
class Regarding:
    """A question about the case just discussed, without the words that point to it."""

    question: str


@dataclass(frozen=True)
class Paid:
    """What is paid in the case just discussed, of which nothing is named: its own answer tells it."""


@dataclass(frozen=True)
class Changed:
    """The question before, with one thing changed. settled: it took the place of its like, which the page names too;
    else nothing may be concluded.

    clause: `what` is half a sentence, which might stand on its own."""

    what: str
    question: str
    settled: bool
    clause: bool = False


def read(text: str, before: str) -> More | Regarding | Paid | Changed | None:
    """How the message follows the question before it; None when it stands on its own."""
    text = _FILLER.sub("", text.strip())
    if more := _MORE.fullmatch(text):
        return More(more["what"] or next((word for word in ("費用", "サービス", "事故", "ケース") if word in text), ""))
    if _WHAT_IS_PAID.fullmatch(text) and _BY_ITSELF.search(text):
        return Paid()
    for opening in (_THAT_CASE, _THEN):
        if (found := opening.match(text)) and (rest := text[found.end() :].strip()):
            if _WHAT_IS_PAID.fullmatch(rest):
                return Paid()
            return _change(rest, before) or Regarding(rest if has_words(rest) else "補償されますか")
    return _change(text, before) or _condition(text, before)


def _condition(text: str, before: str) -> Changed | None:
    if (only := _ONLY_AN_ACTOR_OR_A_THING.fullmatch(text)) and any(
        only["what"].endswith(word) for alike in _ALIKE for word in alike
    ):
        return _changed(only["what"], before)
    condition = _CONDITION.fullmatch(text) if len(text) <= LONGEST_CHANGE else None
    if not condition or _ASKING_WORDS.search(condition["what"]):
        return None
    return Changed(condition["what"], f"{condition['what']}、{before}", settled=False, clause=True)


def _change(text: str, before: str) -> Changed | None:
    change = _CHANGE.fullmatch(text) if len(text) <= LONGEST_CHANGE else None
    if not change or _ASKING_WORDS.search(change["what"]) or not ends_in_noun(change["what"]):
        return None
    return _changed(change["what"], before)


def _changed(what: str, before: str) -> Changed:
    for alike in _ALIKE:
        by_length = sorted(alike, key=len, reverse=True)
        if any(what.endswith(word) for word in by_length):
            for word in by_length:
                if found := _whole_word(word).search(before):
                    changed = before[: found.start()] + what + before[found.end() :]
                    named = not _NAMED_NOWHERE.search(what)
                    return Changed(what, changed if word != what else before, settled=named)
    return Changed(what, f"{what}の場合、{before}", settled=False)


def _whole_word(word: str) -> re.Pattern[str]:
    """The word where it is not part of a longer one: its neighbours are of another script."""
    return re.compile(rf"(?<!{_script(word[0])}){re.escape(word)}(?!{_script(word[-1])})")


def _script(character: str) -> str:
    """A character class of the script that the character belongs to."""
    if "ァ" <= character <= "ヶ" or character == "ー":
        return "[ァ-ヶー]"
    return "[A-Za-z0-9]" if character.isascii() else "[一-龠々]"
