"""Several answers in one sentence: 「株式会社山田製作所の佐藤です、年商は3億です」 fills three fields."""

import re
from functools import partial

from knowledge.domain.entities import Names
from leads.domain.bare import bare
from leads.domain.clauses import clauses
from leads.domain.company import company_and_person, read_company, surely_company
from leads.domain.fields import SPECS, Field
from leads.domain.form import Answer
from leads.domain.people import is_all_name
from leads.domain.person_name import named_as_contact, read_name
from leads.domain.reading import Echo, Read, is_plain_amount, read

SPOKEN_NAME = re.compile(r"(?:です|と申します|といいます|と言います|でございます|。|、|,|\s|$)")
_TOGETHER = (Field.CERTIFICATIONS, Field.PAST_INCIDENTS)
"""What one clause says of these another may take back."""
_TRADE = re.compile(r"業(?:です|で|を|$)|(?:製造|販売|卸売?|小売|運送|工事|加工)(?:です|をして|をやって|$)")
_PERIOD = re.compile(r"決算|対象年度|年度|会計期間|\d\s*月期")
LONGEST_TIME = 20
LONGEST_REQUEST = 10
"""Characters of 電話ください and the like."""
_TIME_OF_DAY = re.compile(r"平日|週末|土日|午前|午後|夕方|夜|昼|朝|\d時|以降|いつでも")
_EACH = (Field.ANNUAL_SALES, Field.FISCAL_PERIOD, Field.INDUSTRY)


def compound(text: str, names: Names) -> bool:
    """Whether a text says more than one thing, so that none may be taken whole."""
    names = _sorted(names)
    company = names.company or _employer(text, names.person)
    return len(clauses(text)) > 1 or bool(company and names.person) or company_and_person(text) is not None


def extract(text: str, names: Names) -> dict[Field, Answer | Echo]:
    """What a sentence says for the fields that it names or that its words make plain; in the form's order."""
    found: dict[Field, Answer | Echo] = {}
    _take_names(found, text, _sorted(names))
    for field in (Field.EMAIL, Field.PHONE):
        _take(found, field, read(field, text))
    parts = clauses(text)
    for clause in parts:
        for field in _EACH:
            if _tells(field, clause):
                _take(found, field, read(field, clause))
    if found.keys() & {Field.EMAIL, Field.PHONE}:
        for clause in filter(partial(_tells, Field.PREFERRED_TIME), parts):
            _take(found, Field.PREFERRED_TIME, read(Field.PREFERRED_TIME, clause))
    for field in _TOGETHER:
        if any(SPECS[field].mentioned(clause) for clause in parts):
            _take(found, field, read(field, "、".join(clause for clause in parts if _belongs(field, clause))))
    return {field: found[field] for field in Field if field in found}


def beside(text: str) -> dict[Field, Answer | Echo]:
    """What one clause names besides its own answer: 「製造業で年商5億です」."""
    found: dict[Field, Answer | Echo] = {}
    for field in (Field.ANNUAL_SALES, Field.FISCAL_PERIOD):
        if SPECS[field].mentioned(text) or (field is Field.FISCAL_PERIOD and _PERIOD.search(text)):
            _take(found, field, read(field, text))
    return found


def claimed(clause: str, found: dict[Field, Answer | Echo]) -> bool:
    """Whether one of these answers was read from this clause."""
    for field in found.keys() & {Field.EMAIL, Field.PHONE}:
        if read(field, clause) or (SPECS[field].mentioned(clause) and len(clause) <= LONGEST_REQUEST):
            return True
    return any(_tells(field, clause) and read(field, clause) is not None for field in found)


def _tells(field: Field, clause: str) -> bool:
    if SPECS[field].mentioned(clause):
        return True
    match field:
        case Field.INDUSTRY:
            return bool(_TRADE.search(clause))
        case Field.FISCAL_PERIOD:
            return bool(_PERIOD.search(clause))
        case Field.ANNUAL_SALES:
            return is_plain_amount(clause)
        case Field.PREFERRED_TIME:
            return len(clause) <= LONGEST_TIME and bool(_TIME_OF_DAY.search(clause))
        case _:
            return False


def _belongs(field: Field, clause: str) -> bool:
    if SPECS[field].mentioned(clause):
        return True
    accident = field is Field.PAST_INCIDENTS and not SPECS[Field.CERTIFICATIONS].mentioned(clause)
    return accident and read(field, clause) is not None


def _take_names(found: dict[Field, Answer | Echo], text: str, names: Names) -> None:
    parts = clauses(text)
    pairs = (company_and_person(clause) or _person_of(names.company, clause) for clause in parts)
    company, person = next(filter(None, pairs), None) or (names.company or _employer(text, names.person), names.person)
    if company:
        _take(found, Field.COMPANY, read(Field.COMPANY, company))
    introduced = (_introduced(clause) for clause in parts if any(map(surely_company, parts)))
    for named in filter(None, [*map(named_as_contact, parts), *introduced]):
        _take(found, Field.CONTACT_NAME, read(Field.CONTACT_NAME, named))
    if person and _introduces(person, text):
        _take(found, Field.CONTACT_NAME, read(Field.CONTACT_NAME, person))


def _sorted(names: Names) -> Names:
    """山田建設 is a company, whatever kind of name it was taken for, and ISMS nobody."""
    if names.person and SPECS[Field.CERTIFICATIONS].mentioned(names.person):
        return Names(names.company, None)
    if names.person and not read_name(names.person):
        return Names(names.company or read_company(names.person))
    return names


def _person_of(company: str | None, clause: str) -> tuple[str, str] | None:
    """林 of 「株式会社オメガの林」, where 株式会社オメガ is known to be the company."""
    if not company or not clause.startswith(f"{company}の"):
        return None
    person = read_name(clause.removeprefix(f"{company}の"))
    return (company, person) if person and is_all_name(person) else None


def _introduced(clause: str) -> str | None:
    """「佐藤です」 beside 「会社は山田製作所です」."""
    name = None if surely_company(clause) else read_name(clause)
    return name if name and name == bare(clause) and is_all_name(name) else None


def _take(found: dict[Field, Answer | Echo], field: Field, answer: Read) -> None:
    if isinstance(answer, Answer | Echo):
        found.setdefault(field, answer)


def _employer(text: str, person: str | None) -> str | None:
    """The company of 「みどり商事の鈴木です」, which the names alone do not tell."""
    clause = next((clause for clause in clauses(text) if person and person in clause), "")
    company = read_company(clause)
    return company if company and person and company in clause and person not in company else None


def _introduces(person: str, text: str) -> bool:
    """Whether the person is the one who writes, rather than somebody written about."""
    end = text.rfind(person) + len(person)
    return bool(SPOKEN_NAME.match(text, end))
