"""The company of a visitor as typed, and a key under which its spellings are one."""

import re

from knowledge.domain.legal_form import ENTITY, LEGAL_FORM, SHORT, has_legal_form
from knowledge.domain.surnames import family_name
from knowledge.domain.text import clean, fold, key
from leads.domain.bare import bare, is_sentence, says_nothing
from leads.domain.phone_number import read_phone
from leads.domain.question import is_question

LONGEST = 100
LONGEST_PLAIN = 40
"""Characters of a name without a legal form (株式会社 ...); longer, it is a sentence."""
LONGEST_KEY = 200
SOLE_TRADER = "個人事業主"
"""Said by who has neither company nor trade name; its key is empty, lest they all look like one company."""

_LABEL = re.compile(
    r"^(?:(?:私ども|わたくしども|うち|弊社|当社|当方|こちら)(?:の)?)?"
    r"(?:正式(?:名称|には|な)?(?:の|は)?)?(?:会社(?:の)?名(?:前|称)?|会社|法人名?|企業名?|社名|商号|屋号(?:の名前)?"
    r"|店(?:の)?名(?:前)?|勤務先|所属|団体名|事業所名?"
    r"|私ども|私たち|うち|弊社名?|当社名?|当方|こちら|私|わたし)"
    r"(?:は[、,]?|が|[:：→=＝、]|[\s　]+(?!株主))[\s　]*"
)
_TAIL = re.compile(
    r"(?:(?:で(?:働いて|登録して|やって|営業して|活動して)(?:い)?(?:ます|おります|る)|を(?:経営|運営|営ん)(?:して"
    r"|で)?(?:い)?(?:ます|おります)"
    r"|に(?:勤めて|勤務して|所属して)(?:い)?(?:ます|おります)|の者|の(?:担当|総務|経理)|という(?:会社|屋号|社名|名前"
    r"|店|法人)(?:で|です)?(?:やって(?:い)?ます)?"
    r"|からの(?:問い合わせ|相談)|で|御中|さま|様))$"
)
_SOLE = re.compile(
    r"(?:会社(?:で|じゃ|では)は?なく)?(?:個人(?:事業(?:主|者)?|経営)?|自営業?|フリー(?:ランス)?|一人親方)"
    r"(?:で(?:す|やって(?:い)?(?:ます|おります)|営業して(?:い)?ます|活動して(?:い)?ます)?|として(?:やって"
    r"|活動して)(?:い)?ます|なので.*)?"
)
_NO_NAME = re.compile(
    r"(?:屋号|会社名?|社名|法人)(?:は|では|も|に?は)?(?:特に)?(?:ない|なし|無し|無い|ありません|つけて(?:い)?ません"
    r"|なっていません)(?:です)?(?:個人.*)?"
    r"|(?:会社|法人)(?:で|じゃ)は?(?:ない|ありません)(?:です)?"
)
_TRADE_NAME = re.compile(
    r"(?:個人.{0,12}?|自営業?.{0,6}?|フリーランス.{0,6}?)[、,の。\s　]*屋号(?:名)?(?:は|が|で|[:：])[\s　]*(.+)"
)
_KIND_ONLY = re.compile(
    r"""
    株式会社|有限会社|合同会社|会社|法人|企業|会社員|社員|中小企業|大企業|零細企業|ベンチャー|スタートアップ
    |製造業|建設業|小売業|卸売業|情報通信業|運送業|運輸業|飲食業|飲食店|サービス業|不動産業|金融業|保険業|農業
    |漁業|医療|福祉|教育|it企業|it系|it|病院|学校|工場|テスト|会社名|社名|法人名|屋号|御社名|企業名
    """,
    re.VERBOSE,
)
_AMOUNT = re.compile(
    r"(?:約|およそ|年商|売上高?は?)*(?:\d[\d,.兆億千百万]*"
    r"|[一二三四五六七八九十百千]+[億万][一二三四五六七八九十百千億万]*)"
    r"(?:円|ドル)?(?:くらい|ぐらい|程度|ほど)?|[一二三四五六七八九十百千]+円|(?:年商"
    r"|売上高?)[はが]?約?[\d一二三四五六七八九十].*"
)
_NO_COMPANY = re.compile(
    r"[のないる](?:会社|企業)$|零細$|準備中$|補償|保険料|保険金|見積り?もり|身代金|情報漏|不正アクセス|を|(?:は|が)(?:必要|対象|出|いくら)"
)
_SURELY_BEFORE_PERSON = re.compile(
    rf"(?:{ENTITY}|{SHORT}|所|業|商事|物産|店|組|院|園|舎|堂|局|部|課|室|係|サービス|システムズ?|グループ"
    rf"|ホールディングス)$"
)
_UNIT = re.compile(r"の[^の]{1,12}(?:部門?|課|室|係)$")
_ADDRESS = re.compile(r"@|https?://|www\.")


def read_company(text: str) -> str | None:
    """The name as typed, 株式会社 and ㈱ as they are. None for a question, a greeting, a number, a story ..."""
    if is_question(text):
        return None
    names = [name for sentence in re.split(r"[。\n]", clean(text)) if (name := _name(sentence))]
    return next((name for name in names if name != SOLE_TRADER), names[0] if names else None)


def company_key(name: str) -> str:
    """Letters and digits without legal form; at most 200 characters. "" for a sole trader without a name."""
    folded = re.sub(r" ?(?:御中|様)$", "", fold(name))
    found = key(LEGAL_FORM.sub("", folded))
    return "" if _SOLE.fullmatch(found) else found[:LONGEST_KEY]


def _name(sentence: str) -> str | None:
    said = fold(bare(sentence))
    if trade := _TRADE_NAME.match(sentence.strip()):
        sentence = trade[1]
    elif _SOLE.fullmatch(said) or _NO_NAME.fullmatch(fold(sentence)) or _NO_NAME.fullmatch(said):
        return SOLE_TRADER
    name = next((n for part in sentence.split("、") if has_legal_form(n := _trimmed(part))), _trimmed(sentence))
    folded = fold(name)
    if not name or len(name) > LONGEST or says_nothing(name) or is_sentence(name):
        return None
    if not any(c.isalpha() for c in folded) or _KIND_ONLY.fullmatch(key(name)) or _ADDRESS.search(folded):
        return None
    if has_legal_form(name):
        return name if company_key(name) else None
    unlikely = _AMOUNT.fullmatch(folded) or _NO_COMPANY.search(folded) or read_phone(name)
    return None if unlikely or len(folded) > LONGEST_PLAIN or "、" in name else name


def _trimmed(text: str) -> str:
    while (shorter := _without_person(_TAIL.sub("", bare(_LABEL.sub("", bare(text)))))) != text:
        text = shorter
    return text


def _without_person(text: str) -> str:
    """株式会社山田製作所の佐藤: the company. 合同会社ネコの手 is whole, and so is 緑の森."""
    company, _, person = text.rpartition("の")
    if not company or not (has_legal_form(company) or _SURELY_BEFORE_PERSON.search(fold(company))):
        return text
    surname = family_name(person)
    certain = surname and (len(surname) > 1 or _SURELY_BEFORE_PERSON.search(fold(company)))
    return _UNIT.sub("", company).strip() if certain else text
