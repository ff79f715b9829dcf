"""Which certifications a company says it holds, or is about to."""

import re
import unicodedata
from dataclasses import dataclass, field

from knowledge.domain.text import LONGEST, clean
from leads.domain.bare import bare
from leads.domain.question import is_question

ISMS = "ISMS(ISO/IEC 27001)"
PRIVACY_MARK = "プライバシーマーク"
PREPARING = "取得準備中"
LONGEST_OTHER = 60

_NOT = r"(?:ない|なし|なく|ありません|ません|おりません|りません|おらず)"
_SO = r"(?:い)?(?:ます|る|おります)"
_TOKENS = {
    "doubt": r"わけ(?:では|じゃ)|なく[はも]|こともない|こともありません|と[はも]言え|とは限ら|ないかも",
    "unknown": (
        r"(?:わか|分か)(?:らない|りません|らず)|不明|把握して|知らない|知りません|確認(?:し|中|が)"
        r"|覚えて(?:い)?(?:ない|ません)"
        r"|(?:だった|ある|あった)?かも(?:しれ)?|はず"
    ),
    "both": r"両方とも|両方|どちらも|どっちも|2つとも|二つとも|いずれも|両者",
    "none": (
        rf"(?:予定|準備|申請|検討|取得)(?:[もは]|して[はも]?い?|中[でじ]ゃ?は?)?{_NOT}"
        rf"|(?:持|も|取)って[はも]?(?:い|お)?{_NOT}|取れて(?:い)?{_NOT}|取得して[はも]?(?:い|お)?{_NOT}"
        r"|お?持ちでは?(?:ない|ありません)|(?:持|も)って(?:い)?(?:ました|た)|更新し(?:て|ま)?(?:い)?(?:せん|ない|なかった|ません)|未取得|未認証|失効|返上|まだ(?:です|$)"
        r"|(?:では|じゃ)(?:ない|なく|ありません)|ありません|ございません|ない|無い|なくて?(?=[、,]|$)|なし|無し|ゼロ"
        r"|いいえ|ノー|(?<![a-z])no(?:ne)?(?![a-z])"
    ),
    "considering": r"検討|迷っ|取ろうか|興味|関心|取りたい|取得したい|いずれ|将来",
    "preparing": (
        r"(?:取得|認証|申請)?(?:に向けて?)?(?:準備|取得中|申請中|審査中|申請して|審査を受けて|構築中"
        r"|構築して)(?:を進めて|を?して)?中?"
        r"|取得(?:する|の)?予定|これから取|取ろうと|取る予定|目指し|進めて|取り?組み?中"
    ),
    "held": (
        rf"取得済み?|認証済み?|保有|(?:取得して|取って|(?:持|も)って){_SO}|取得しました|取りました|あります"
        rf"|ある(?!いは)|あり(?!ま)"
        r"|有り?(?!無)|ございます|更新(?:済|中)"
    ),
    "isms": (
        r"(?:iso\s*/?\s*(?:iec)?\s*[-:/_ ]?\s*|jis\s*q\s*|イソ|アイソ)?27001(?:[:\-]\d{4})?"
        r"|i\.?s\.?m\.?s(?!p)(?:認証|\(iso/iec\s*27001\))?|アイエスエムエス"
    ),
    "mark": r"(?:p|ピー|ぴー)\s*-?\s*(?:マーク|mark)|プライバシー\s*(?:マーク|m)|privacy\s*mark|jis\s*q\s*15001|pマ",
    "other": (
        r"(?:iso|jis\s*q)\s*(?:/\s*(?:iec|ts))?\s*[-:]?\s*\d{4,5}|iatf\s*\d+|soc\s*[123](?:\s*type\s*\d)?|pci[\s-]*dss"
        r"|ismap|tisax|fedramp|csマーク|(?:security\s*action|セキュリティアクション)(?:\s*[一二]つ星)?|trust\s*e"
        r"|エコアクション21|gマーク|haccp|ハサップ|くるみん|えるぼし|お助け隊"
    ),
}
_TOKEN = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in _TOKENS.items()), re.IGNORECASE)
_ANOTHERS = re.compile(r"(?:親会社|グループ会社|子会社|関連会社|取引先|委託先)(?:が|は|も|のみ|だけ)")
_OTHER_WORD = re.compile(r"認証|認定|マーク|規格|資格|その他")
_STATES = {"none", "preparing", "held", "unknown", "considering"}


@dataclass
class _Said:
    """Certifications with the state said of each; `waiting` are those whose state has not come yet."""

    states: dict[str, str] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)
    before: str | None = None

    def name(self, *names: str) -> None:
        if self.before:
            self.states.update(dict.fromkeys(names, self.before))
        else:
            self.waiting += names

    def state(self, state: str) -> None:
        self.states.update(dict.fromkeys(self.waiting or [""], state))
        self.waiting.clear()


def read_certifications(text: str) -> list[str] | None:
    """Those held (others as typed), 取得準備中 for what is under way; [] for none, None when it is not said."""
    line = unicodedata.normalize("NFKC", clean(text))[:LONGEST]
    if is_question(text) or _ANOTHERS.search(line):
        return None
    said = _Said()
    end = 0
    for token in _TOKEN.finditer(line):
        kind = str(token.lastgroup)
        if kind == "doubt":
            return None
        directly = line[end : token.start()].strip(" :、") in {"", "の"}
        said.before = said.before if directly else None
        if kind in _STATES:
            said.before = kind if not said.waiting else None
            said.state(kind)
        else:
            said.name(*{"isms": [ISMS], "mark": [PRIVACY_MARK], "both": [ISMS, PRIVACY_MARK]}.get(kind, [token[0]]))
        end = token.end()
    return _held(said, line)


def _held(said: _Said, line: str) -> list[str] | None:
    states = {**said.states, **dict.fromkeys(said.waiting, "held")}
    named = {name: state for name, state in states.items() if name}
    if not named:
        return _without_names(states.get(""), line)
    if set(named.values()) <= {"unknown", "considering"}:
        return None
    held = [name for name, state in named.items() if state == "held"]
    known = [name for name in (ISMS, PRIVACY_MARK) if name in held]
    preparing = [PREPARING] if "preparing" in states.values() else []
    return known + preparing + [name for name in held if name not in known]


def _without_names(state: str | None, line: str) -> list[str] | None:
    if state == "none":
        return []
    if state == "preparing":
        return [PREPARING]
    other = bare(line)
    return [other] if state is None and _OTHER_WORD.search(other) and len(other) <= LONGEST_OTHER else None
