"""Several answers in one sentence: 「株式会社山田製作所の佐藤です、年商は3億です」 fills three fields."""

import re

from knowledge.domain.entities import Names
from leads.domain.company import read_company
from leads.domain.fields import SPECS, Field
from leads.domain.form import Answer
from leads.domain.reading import Echo, Read, read

SPOKEN_NAME = re.compile(r"(?:です|と申します|といいます|と言います|でございます|。|、|,|\s|$)")
_BETWEEN_CLAUSES = re.compile(r"[。、\n!！]|(?<![0-9０-９])[,，]|[,，](?![0-9０-９])")


def compound(text: str, names: Names) -> bool:
    """Whether a text says more than one thing, so that none may be taken whole."""
    company = names.company or _employer(text, names.person)
    return len(_clauses(text)) > 1 or bool(company and names.person)


def extract(text: str, names: Names) -> dict[Field, Answer | Echo]:
    """What a sentence says for the fields that it names or that its words make plain; in the form's order."""
    found: dict[Field, Answer | Echo] = {}
    if company := names.company or _employer(text, names.person):
        _take(found, Field.COMPANY, read(Field.COMPANY, company))
    if names.person and _introduces(names.person, text):
        _take(found, Field.CONTACT_NAME, read(Field.CONTACT_NAME, names.person))
    for clause in _clauses(text):
        if SPECS[Field.ANNUAL_SALES].mentioned(clause):
            _take(found, Field.ANNUAL_SALES, read(Field.ANNUAL_SALES, clause))
        for field in (Field.EMAIL, Field.PHONE):
            _take(found, field, read(field, clause))
        for field in (Field.INDUSTRY, Field.CERTIFICATIONS, Field.PAST_INCIDENTS):
            if SPECS[field].mentioned(clause) or (field is Field.INDUSTRY and re.search(r"業(?:です|で|を|$)", clause)):
                _take(found, field, read(field, clause))
    return {field: found[field] for field in Field if field in found}


def _take(found: dict[Field, Answer | Echo], field: Field, answer: Read) -> None:
    if isinstance(answer, Answer | Echo):
        found.setdefault(field, answer)


def _employer(text: str, person: str | None) -> str | None:
    """The company of 「みどり商事の鈴木です」, which the names alone do not tell."""
    clause = next((clause for clause in _clauses(text) if person and person in clause), "")
    company = read_company(clause)
    return company if company and person and company in clause and person not in company else None


def _introduces(person: str, text: str) -> bool:
    """Whether the person is the one who writes, rather than somebody written about."""
    end = text.rfind(person) + len(person)
    return bool(SPOKEN_NAME.match(text, end))


def _clauses(text: str) -> list[str]:
    return [clause.strip() for clause in _BETWEEN_CLAUSES.split(text) if clause.strip()]
