"""The company of a visitor as typed, and a key under which its spellings are one."""

import re
from collections.abc import Sequence

from knowledge.domain.legal_form import ENTITY, LEGAL_FORM, SHORT, has_legal_form
from knowledge.domain.surnames import family_name
from knowledge.domain.text import clean, fold, key
from leads.domain.bare import bare, is_sentence, refuses, says_nothing
from leads.domain.industry_words import TRADES
from leads.domain.people import is_all_name, is_bare_name, is_told
from leads.domain.phone_number import read_phone
from leads.domain.question import is_question

LONGEST = 100
LONGEST_PLAIN = 40
"""Characters of a name without a legal form (株式会社 ...); longer, it is a sentence."""
LONGEST_KEY = 200
TRIMS = 20
"""Words around a name that are taken away, one after another; whoever writes more of them writes no name."""
_TRADES = {word for words in TRADES.values() for word in words.split()}
"""農家 is a trade, and no name of its own."""
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
    r"(?:(?:会社|法人)(?:で|じゃ|では)は?なくて?[、\s]*)?(?:個人(?:事業(?:主|者)?|経営)?|自営業?|フリー(?:ランス)?|一人親方)"
    r"(?:で(?:す|やって(?:い)?(?:ます|おります)|営業して(?:い)?ます|活動して(?:い)?ます)?|として(?:やって"
    r"|活動して)(?:い)?ます|なので.*)?"
)
_NO_NAME = re.compile(
    r"(?:屋号|会社名?|社名|法人)(?:は|では|も|に?は)?(?:特に)?(?:ない|なし|無し|無い|ありません|つけて(?:い)?ません"
    r"|なっていません)(?:です)?(?:個人.*)?"
    r"|(?:会社|法人)(?:で|じゃ)は?(?:ない|ありません)(?:です)?"
)
_TRADE_NAME = re.compile(
    r"(?:個人.{0,20}?|自営業?.{0,6}?|フリーランス.{0,6}?)[、,の。\s　]*屋号(?:名)?(?:は|が|で|[:：])[\s　]*(.+)"
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
    r"^(?:ご?担当者?名?|窓口|氏名|お?名前)(?:は|が|[:：])|[のないる](?:会社|企業)$|なの$|零細$|準備中$|補償|保険料|保険金|見積り?もり|身代金|情報漏|不正アクセス|を|(?:は|が)(?:必要|対象|出|いくら)"
)
_SURELY_BEFORE_PERSON = re.compile(
    rf"(?:{ENTITY}|{SHORT}|所|業|商事|物産|店|組|院|園|舎|堂|局|部|課|室|係|サービス|システムズ?|グループ"
    rf"|ホールディングス)$"
)
_UNIT = re.compile(r"の[^の]{1,12}(?:部門?|課|室|係)$")
_ADDRESS = re.compile(r"@|https?://|www\.")


_COMPANY_ENDS = re.compile(
    r"(?:製作所|製造所|鉄工所?|工務店|商店|商会|商事|商社|工業|産業|興業|興産|工芸|建設|建築|建材|物産|電機|電気|電工|電子|食品|製菓|製薬|製麺"
    r"|酒造|醸造|水産|農園|農場|牧場|運輸|運送|物流|倉庫|海運|交通|観光|不動産|住宅|印刷|出版|塗装|設備|機械|精機|化学|金属|繊維|木材|石材|造園|園芸"
    r"|設計|デザイン|クリニック|医院|病院|歯科|薬局|事務所|学園|学院|幼稚園|保育園|塾|教室|旅館|ホテル|食堂|酒店|書店|本店|支店|生花店|サロン|スタジオ|サービス|システムズ?|ソフト"
    r"|テック|グループ|ホールディングス|カンパニー|組合|協会|財団|法人|会社)$"
)
_NAMED = re.compile(
    r"^(?:(?:私の|うちの|弊社の|当社の)?(?:会社|法人|企業|社|商号|店)(?:の)?名?|社名|屋号|勤務先|弊社|当社)(?:は|[:：])"
)
_ALSO_SAID = re.compile(r"株主|従業員|社員|年商|売上|業種|決算")


def surely_company(text: str) -> bool:
    """Whether the words themselves say that it is a company: a legal form, a label, a word such as 製作所."""
    name = read_company(text)
    if name is None:
        return False
    labelled = _NAMED.search(clean(text)) and not _ALSO_SAID.search(text)
    return bool(name == SOLE_TRADER or has_legal_form(name) or labelled or names_company(name))


def names_company(name: str) -> bool:
    """Whether a name ends as those of companies do, and not as those of people."""
    return len(name) > 2 and bool(_COMPANY_ENDS.search(fold(name)))


def company_among(clauses: Sequence[str]) -> str | None:
    """The company that one of several clauses names; the first is enough when it reads as a name."""
    sure = [clause for clause in clauses if surely_company(clause)]
    sure.sort(key=lambda clause: not has_legal_form(clause))
    first = [clause for clause in clauses[:1] if is_bare_name(bare(clause))]
    named = [name for clause in [*sure, *first] if (name := read_company(clause))]
    return next((name for name in named if name != SOLE_TRADER), named[0] if named else None)


def company_and_person(text: str) -> tuple[str, str] | None:
    """Both of 「株式会社オメガ 林」; 医療法人社団みどり会 佐藤クリニック is one name."""
    company, _, person = bare(text).replace("　", " ").rpartition(" ")
    return (company, person) if is_all_name(person) and has_legal_form(company) and company_key(company) else None


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
    entitled = has_legal_form(name)
    if not name or len(name) > LONGEST or says_nothing(name) or (is_sentence(name) and not _is_all_name(name)):
        return None
    if not any(c.isalpha() for c in folded) or _KIND_ONLY.fullmatch(key(name)) or _ADDRESS.search(folded):
        return None
    if entitled:
        return name if company_key(name) else None
    if refuses(sentence) or (is_told(name) and not _NAMED.search(clean(sentence))) or key(name) in _TRADES:
        return None
    unlikely = _AMOUNT.fullmatch(folded) or _NO_COMPANY.search(folded) or read_phone(name)
    return None if unlikely or len(folded) > LONGEST_PLAIN or "、" in name else name


def _trimmed(text: str) -> str:
    for _ in range(TRIMS):
        shorter = _without_person(_TAIL.sub("", bare(_LABEL.sub("", bare(text)))))
        if shorter == text:
            break
        text = shorter
    return text


def _is_all_name(name: str) -> bool:
    """株式会社新しい: nothing but a legal form and a word."""
    return bool(re.fullmatch(rf"(?:{ENTITY}|{SHORT})[^\s、。はがをにで]{{1,15}}", fold(name)))


def _without_person(text: str) -> str:
    """株式会社山田製作所の佐藤: the company. 合同会社ネコの手 is whole, and so is 緑の森."""
    if pair := company_and_person(text):
        return pair[0].strip()
    company, _, person = text.rpartition("の")
    if not company or not (has_legal_form(company) or _SURELY_BEFORE_PERSON.search(fold(company))):
        return text
    surname = family_name(person)
    certain = surname and (len(surname) > 1 or _SURELY_BEFORE_PERSON.search(fold(company)))
    return _UNIT.sub("", company).strip() if certain else text
