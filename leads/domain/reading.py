"""What a text says for one field: an answer, one to be confirmed, or a question back."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from knowledge.domain.text import fold
from leads.domain import consent
from leads.domain.amounts import (
    BAND_LABELS,
    Amount,
    NoUnit,
    Vague,
    in_yen,
    likely_amount,
    read_amount,
    read_band,
    read_unit,
    why_vague,
    with_unit,
)
from leads.domain.bare import bare, says_nothing
from leads.domain.certifications import read_certifications
from leads.domain.company import read_company
from leads.domain.email_address import read_email
from leads.domain.fields import Field
from leads.domain.fiscal_period import read_fiscal_period
from leads.domain.form import Answer
from leads.domain.industries import read_industry
from leads.domain.lead import PastIncidents
from leads.domain.past_incidents import read_past_incidents, why_unclear
from leads.domain.person_name import read_name
from leads.domain.phone_number import read_phone
from leads.domain.preferred_time import read_preferred_time
from leads.domain.question import is_question
from leads.domain.told import PAST_INCIDENTS

LONGEST_DETAILS = 500
UNITS = ("円", "千円", "万円", "百万円", "億円")


@dataclass(frozen=True)
class Echo:
    """Read, but to be confirmed before it counts."""

    answer: Answer


@dataclass(frozen=True)
class Again:
    """Understood in part: what to ask, with what to press. `number` is kept until its unit is known."""

    text: str
    buttons: tuple[str, ...]
    number: str | None = None


Read = Answer | Echo | Again | None


def read(field: Field, text: str, number: str | None = None) -> Read:
    """The answer of a text to a field; `number` is one that was said before without a unit. None: not understood."""
    return _READERS[field](text) if field is not Field.ANNUAL_SALES else _sales(text, number)


def _sales(text: str, number: str | None) -> Read:
    if number is not None and (unit := read_unit(text)):
        return _echo(with_unit(number, unit), f"{number}{unit}")
    if band := read_band(text):
        return Answer(said=text, shown=band.label, value={"yen": None, "said": band.label})
    match likely_amount(text) or read_amount(text):
        case Amount(yen, said):
            return _echo(yen, said)
        case NoUnit(digits, said):
            return Again(f"「{said}」の単位をお知らせください。", UNITS, str(digits))
        case Vague():
            return Again(
                f"{why_vague(text)}おおよそで結構ですので、いちばん近いものをお選びください。"
                "金額が分かれば「3億5千万円」のようにお書きください。",
                BAND_LABELS,
            )
    return None


def is_plain_amount(text: str) -> bool:
    """Whether a text is an amount of yen and says nothing else: 約3億円."""
    found = read_amount(text)
    return isinstance(found, Amount) and fold(found.said) == fold(bare(text))


def _echo(yen: int, said: str) -> Echo:
    return Echo(Answer(said=said, shown=in_yen(yen), value={"yen": yen, "said": said}))


def _plain(read: Callable[[str], str | None]) -> Callable[[str], Read]:
    def answer(text: str) -> Read:
        found = read(text)
        return Answer(said=text, shown=found, value=found) if found else None

    return answer


def _consent(text: str) -> Read:
    return Answer(said=text, shown="同意済み", value=consent.CURRENT)


def _industry(text: str) -> Read:
    found = read_industry(text)
    if len(found) > 1:
        return Again("どちらに近いでしょうか。", tuple(industry.title for industry in found))
    return Answer(said=text, shown=found[0].title, value=found[0].title) if found else None


def _past_incidents(text: str) -> Read:
    found = read_past_incidents(text)
    if found is PastIncidents.NOT_SURE and (unclear := why_unclear(text)):
        return Again(
            f"{unclear}「ある」「ない」「わからない」のいずれかでお返事ください。", ("ない", "ある", "わからない")
        )
    return Answer(said=text, shown=PAST_INCIDENTS[found], value=found.value) if found else None


_COUNT_ONLY = re.compile(
    r"(?:\d+|[一二三四五六七八九十数何])(?:回|件|度)(?:ほど|くらい|ぐらい|だけ)?(?:です)?。?|(?:その|この)まま|ある|あります"
)
_FORGOTTEN = re.compile(r"わから|分から|不明|覚えて|知りません|知らない")


def _details(text: str) -> Read:
    kept = text.strip()[:LONGEST_DETAILS]
    if _COUNT_ONLY.fullmatch(fold(kept)) or (says_nothing(kept) and not _FORGOTTEN.search(kept)):
        return None
    return Answer(said=text, shown=kept, value=kept) if len(kept) > 1 and not is_question(text) else None


def _certifications(text: str) -> Read:
    found = read_certifications(text)
    return None if found is None else Answer(said=text, shown="、".join(found) or "なし", value=found)


def _email(text: str) -> Read:
    found = read_email(text)
    if found is None:
        return None
    answer = Answer(said=text, shown=found.address, value=found.address)
    return Echo(answer) if found.unusual else answer


def _phone(text: str) -> Read:
    found = read_phone(text)
    if found is None:
        return None
    shown = f"{found.shown} 内線{found.extension}" if found.extension else found.shown
    return Answer(said=text, shown=shown, value=shown)


_READERS: dict[Field, Callable[[str], Read]] = {
    Field.CONSENT: _consent,
    Field.COMPANY: _plain(read_company),
    Field.INDUSTRY: _industry,
    Field.FISCAL_PERIOD: _plain(read_fiscal_period),
    Field.PAST_INCIDENTS: _past_incidents,
    Field.INCIDENT_DETAILS: _details,
    Field.CERTIFICATIONS: _certifications,
    Field.CONTACT_NAME: _plain(read_name),
    Field.EMAIL: _email,
    Field.PHONE: _phone,
    Field.PREFERRED_TIME: _plain(read_preferred_time),
}
