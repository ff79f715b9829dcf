"""The name of the contact person, as typed."""

import re
import unicodedata

from knowledge.domain.legal_form import has_legal_form
from knowledge.domain.morphemes import morphemes
from knowledge.domain.surnames import family_name
from knowledge.domain.text import clean, fold, key
from leads.domain.bare import bare, is_sentence, refuses, says_nothing
from leads.domain.company import names_company
from leads.domain.question import is_question

LONGEST = 50
_UNITS = (
    r"(?:総務|経理|人事|営業|情報システム|情シス|システム|管理|企画|経営企画|経営管理|法務|開発|技術|製造|生産管理"
    r"|品質(?:管理|保証)|購買|調達|財務|広報|労務"
    r"|マーケティング|業務|工務|物流|事業|事務|it|dx|セキュリティ|リスク管理|内部監査|監査|コンプライアンス|管理本"
    r"|カスタマーサポート)(?:本)?(?:部門?|課|室|係|グループ|チーム|局)?"
)
_TITLES = r"(?:代表)?(?:取締役)?社長|代表(?:取締役|社員)?|取締役|部長|課長|係長|店長|院長|所長|専務|常務"
_LABEL = re.compile(
    r"^(?:(?:ご?担当|連絡|窓口|責任|情報管理|申込|記入|代表)(?:の?者)?(?:の?お?名前?|の?氏名|名|者|窓口)?|お?名前"
    r"|なまえ|氏名|姓名|名|わたくし|私|わたし|僕|俺|自分|こちら"
    r"|電話口|宛名|対応)(?:の(?:お?名前|氏名)|(?:する|になる)の)?(?:は[、,]?|が|[:：→=＝、]|[\s　]+)[\s　]*"
)
_AS_CONTACT = re.compile(r"^(?:ご?担当(?:者)?|窓口|責任者|代表者?)の(?=.)")
_TAIL = re.compile(
    r"(?:様|さま|さん|さんです|まで|宛て?に?|あてに?|さんへ"
    r"|(?:です|だ)(?:けど|が)(?:何か|なにか)|[\s　、(（]*\d{1,2}[歳才][)）]?"
    r"|が(?:担当|窓口|対応|責任者)(?:です|します|いたします|になります"
    r"|者です)?|が?担当(?:して(?:い|おり)?ます)|で)$"
)
_UNIT_AND_SPACE = re.compile(rf"^(?:{_UNITS}長?|{_TITLES})[\s　]+(?=\S)", re.I)
_UNIT_ONLY = re.compile(
    rf"{_UNITS}(?:の?担当者?)?|(?:ご?担当|責任|連絡)者?|{_TITLES}|受付|社員|職員|スタッフ|者|方|人|もの", re.I
)
_BEFORE_NAME = re.compile(
    r"(?:部門?|課|室|係|チーム|グループ|局|支店|支社|本社|営業所|センター|会社|法人|事務所|製作所|商店|商事|工業|担当"
    r"|社長|部長|課長|係長|主任|専務|常務|取締役|代表"
    r"|店長|院長|所長|園長|校長|住職|会長|工場長|マネージャー|リーダー|情シス|総務|経理|人事|営業|広報|法務|システム|㈱|\(株\)|（株）)$"
)
_NO_NAME = re.compile(
    r"補償|保険(?!太郎|花子)|見積|屋号|社名|法人名|売り?上|年商|事故|サーバ|データ|ウイルス|攻撃|情報|[あア](?:っと|ット)|\.(?:com|jp|net|org)\b|感染|漏|円$|会社名|電話|メール|\bhttp|を|ない(?:です)?$|けれど|から$|てる$|^(?:男|女|男性|女性"
    r"|社員|従業員|本人|友人)$"
    r"|(?:^|[億万])[一二三四五六七八九十百千億万]+$"
)
_CONTACT_IS = re.compile(
    r"^(?:あと|それと)?(?:ご?担当(?:者)?|窓口|連絡先?|お?名前|氏名)(?:名|の者|の名前)?(?:は|が|[:：])"
)
_ENGLISH = re.compile(r"^(?:my name is|i am|i'm|this is|name:?)\s+", re.I)
_JAPANESE = re.compile(r"[ぁ-ゖ一-龥]")
_GRAMMAR = {"助動詞", "助詞", "動詞", "形容詞", "副詞", "接続詞", "感動詞", "代名詞"}
_COMMON = {"サ変可能", "形状詞可能", "サ変形状詞可能", "副詞", "形容詞", "接続詞", "感動詞", "代名詞", "形状詞"}
_MARKS = frozenset(" 　・･.'’-‐ーｰ()（）,=＝〆々゛゜ﾞﾟ\"")


def read_name(text: str) -> str | None:
    """A person's name; です, 様, labels, 総務部の and the company before it are dropped. None for anything else."""
    if is_question(text):
        return None
    for sentence in re.split(r"[。\n]", clean(text)):
        if name := _name(sentence):
            return name
    return None


def surely_name(text: str) -> bool:
    """Whether the name read from it begins with a family name of the dictionary."""
    name = read_name(text)
    return bool(name and family_name(name))


def named_as_contact(clause: str) -> str | None:
    """The person that a clause calls the contact: 窓口は総務の林です."""
    return read_name(clause) if _CONTACT_IS.search(clause) else None


def _name(sentence: str) -> str | None:
    name = _trimmed(sentence)
    folded = fold(name)
    if not name or len(name) > LONGEST or says_nothing(name) or is_sentence(name):
        return None
    if refuses(sentence) or says_nothing(sentence) or names_company(name) or not _may_be_name(name):
        return None
    if _UNIT_ONLY.fullmatch(name) or _NO_NAME.search(folded) or has_legal_form(name) or not key(name):
        return None
    return name if all(c in _MARKS or unicodedata.category(c)[0] == "L" for c in name) else None


def _may_be_name(name: str) -> bool:
    """Not a sentence or a common word: うるさい, 会社に聞いて, 受付. A word that the dictionary calls a name is one."""
    found = morphemes(fold(name))
    addressed = morphemes(f"{fold(name)}さん")[0].kind[3] == "姓"
    if addressed or any(m.is_name for m in found[:3]) or not _JAPANESE.search(name):
        return True
    if len(found) == 1 or (not re.search(r"[一-龥ァ-ヶ]", name) and " " in fold(name)):
        return len(name) == 1 or not _COMMON.intersection(found[0].kind) or bool(re.fullmatch(r"[ぁ-ゖー\s]+", name))
    return not any(m.kind[0] in _GRAMMAR or m.kind[2] in _COMMON for m in found)


def _trimmed(text: str) -> str:
    while (shorter := _alone(_TAIL.sub("", bare(_ENGLISH.sub("", _LABEL.sub("", bare(text))))))) != text:
        text = shorter
    return text.rstrip(".")


def _alone(text: str) -> str:
    """Without company, department and office: 総務部の鈴木, 株式会社みどり 佐藤. いのうえ and 一の瀬 are whole."""
    text = _UNIT_AND_SPACE.sub("", _AS_CONTACT.sub("", text))
    before, _, name = text.rpartition("の")
    if before and (_BEFORE_NAME.search(before) or (len(before) > 1 and (has_legal_form(before) or family_name(name)))):
        return name.strip()
    company, _, name = text.replace("　", " ").partition(" ")
    return name.strip() if name and has_legal_form(company) and len(key(company)) > 2 else text
