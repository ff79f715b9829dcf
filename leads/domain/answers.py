"""A message as an answer: to the field asked, to others that the sentence names, or to none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from knowledge.domain.entities import NOBODY, Names
from knowledge.domain.legal_form import has_legal_form
from leads.domain import words
from leads.domain.amounts import BAND_LABELS
from leads.domain.bare import bare
from leads.domain.clauses import clauses, parted
from leads.domain.company import company_among, surely_company
from leads.domain.extraction import beside, claimed, compound, extract
from leads.domain.fields import SPECS, Field
from leads.domain.form import OTHER_WAY, Answer, Form
from leads.domain.lead import PastIncidents
from leads.domain.outcome import Outcome, ask, ask_more, keep, onward
from leads.domain.person_name import surely_name
from leads.domain.question import is_question
from leads.domain.questions import Line, question
from leads.domain.reading import Again, Echo, Read, read

FAILURES = 3
"""After so many answers that could not be read, a person is offered."""
TELLING = 8
"""Characters from which a yes to past accidents also tells of one: 「3年前にウイルスに感染しました」."""
NOTHING = re.compile(
    r"スキップ|飛ば|とばし|(?:わか|分か|判)ら|不明|(?:特に|とくに)(?:は|も)?(?:な|あ)|なし|無し|持って(?:い)?ない|省略|結構です"
    r"|[はもが]ありません|(?:いり|要り)ません|(?:いら|要ら)ない|不要|不可|(?<![A-Za-z])(?:NG|ng)(?![A-Za-z])|だめ|駄目|ダメ|やって(?:い)?ない|(?:教え|答え|出さ|使わ|使って(?:い)?)ない"
    r"|(?:教え|答え|使い)ません|忘れ|なくて(?:いい|結構)"
)
"""What says that there is nothing to say."""
FREE_TEXT = {Field.COMPANY, Field.CONTACT_NAME, Field.PREFERRED_TIME, Field.FISCAL_PERIOD}
"""Almost anything could be an answer to these: what the dialogue engine surely takes for a question is one."""
_NAMED_OR_WHOLE = {Field.CONTACT_NAME, Field.EMAIL, Field.PHONE}
BRIEF = 16
"""Characters of what says one thing only."""
_TAKEN_BACK = re.compile(
    r"(?:やっぱり?|やはり|よく考えたら|勘違いで|間違いで|実は|いや)[、\s]*(?:そういう(?:事故|こと)|事故)?(?:は|も)?、?"
    r"(?:ない|なし|無い|なかった|ありません(?:でした)?)(?:です|でした)?[。!！]?"
)
NONE_AFTER_ALL = Answer(said="やっぱりない", shown="なし", value=PastIncidents.NONE.value)


@dataclass(frozen=True)
class Heard:
    """What the visitor said, and when. `asks_something`: the dialogue engine takes it for a question about coverage."""

    text: str
    at: datetime
    names: Names = NOBODY
    asks_something: bool = False

    @property
    def is_question(self) -> bool:
        return is_question(self.text)


def answered(form: Form, heard: Heard) -> Outcome:
    """The answers of a message count; what is none is a question for the knowledge base, or not understood."""
    stated, asked = parted(heard.text)
    if stated and asked:
        outcome = _answered(form, replace(heard, text=stated))
        if outcome.form.answers != form.answers or (outcome.form.echo and outcome.form.echo != form.echo):
            about_it = len(asked) <= BRIEF and SPECS[form.asks].mentioned(asked)
            return replace(outcome, digression=outcome.end is None and not about_it)
    return _answered(form, heard)


def _answered(form: Form, heard: Heard) -> Outcome:
    if form.asks is Field.INCIDENT_DETAILS and _TAKEN_BACK.fullmatch(heard.text.strip()):
        return keep(form, Field.PAST_INCIDENTS, NONE_AFTER_ALL)
    several = form.asks is not Field.INCIDENT_DETAILS and compound(heard.text, heard.names)
    others = extract(heard.text, heard.names) if several else {}
    own = _own_of_several(form, heard, others) if several else None
    others.pop(form.asks, None)
    if own is None and not others:
        own = _own(form, heard)
    if not several and not heard.is_question:
        others = extract(heard.text, _beside_whole(form, heard)) if own is None else _beside(form, heard.text)
    new = _new(form, own, others)
    if isinstance(own, Again) and not new:
        return ask_more(form, own)
    if form.asks in OTHER_WAY and ((own is None and OTHER_WAY[form.asks] in new) or (own and _not_both(form, heard))):
        form = form.without(form.asks if own is None else OTHER_WAY[form.asks])
    if own is None and not new:
        return _left_out(form, heard) or not_an_answer(form, heard, SPECS[form.asks].again)
    if isinstance(own, Answer) and not new and form.asks in form.answers:
        return keep(form, form.asks, own)
    return _taken(form, {form.asks: own, **new})


def _new(form: Form, own: Read, others: dict[Field, Answer | Echo]) -> dict[Field, Answer | Echo]:
    """What was not known, of the fields that this form asks; one word is not company and person at once."""
    wanted = {*form.applicable(), Field.COMPANY} - {form.asks} - set(form.answers)
    company = own.shown if isinstance(own, Answer) and form.asks is Field.COMPANY else None
    return {
        field: found
        for field, found in others.items()
        if field in wanted and not (isinstance(found, Answer) and found.shown == company)
    }


def _own(form: Form, heard: Heard) -> Read:
    asks = heard.is_question or (heard.asks_something and form.asks in FREE_TEXT and not _clear(form.asks, heard.text))
    return None if asks or form.asks is Field.REVIEW else read(form.asks, heard.text, form.number)


def _own_of_several(form: Form, heard: Heard, others: dict[Field, Answer | Echo]) -> Read:
    """What the clauses that say nothing else say of the field asked: together, else each for itself."""
    if form.asks is Field.REVIEW:
        return None
    if form.asks in _NAMED_OR_WHOLE and form.asks in others:
        return others[form.asks]
    rest = [clause for clause in clauses(heard.text) if not claimed(clause, _without(others, form.asks))]
    if form.asks is Field.COMPANY:
        company = company_among([clause for clause in rest if not heard.asks_something or _clear(form.asks, clause)])
        known = others.get(form.asks)
        more_said = company and isinstance(known, Answer) and company.startswith(f"{known.shown}の")
        return known if more_said or not company else read(form.asks, company)
    own = _own(form, replace(heard, text="、".join(rest))) if rest else None
    if isinstance(own, Answer | Echo) or form.asks in {Field.PAST_INCIDENTS, Field.CERTIFICATIONS}:
        return own or others.get(form.asks)
    if form.asks in FREE_TEXT:
        alone: list[Read] = [_own(form, replace(heard, text=clause)) for clause in rest]
        own = next((found for found in alone if found), own)
    return own if isinstance(own, Answer | Echo) else others.get(form.asks) or own


def _without(found: dict[Field, Answer | Echo], asked: Field) -> dict[Field, Answer | Echo]:
    return {field: answer for field, answer in found.items() if field is not asked}


def _beside(form: Form, text: str) -> dict[Field, Answer | Echo]:
    """While an accident is told, a year or an amount is part of it."""
    telling = form.asks in {Field.PAST_INCIDENTS, Field.INCIDENT_DETAILS, Field.REVIEW}
    return {} if telling else _without(beside(text), form.asks)


def _beside_whole(form: Form, heard: Heard) -> Names:
    """Whoever is named by all that was said of the company is the company, or nobody."""
    whole = form.asks is Field.COMPANY and heard.names.person and bare(heard.text) == heard.names.person
    return Names(heard.names.company) if whole else heard.names


def _clear(field: Field, text: str) -> bool:
    """Whether the words themselves answer a field of free text, whatever the dialogue engine takes them for."""
    if field is Field.COMPANY:
        return surely_company(text)
    if field is Field.CONTACT_NAME:
        return surely_name(text)
    return len(text) <= BRIEF and not SPECS[Field.PAST_INCIDENTS].mentioned(text)


def _not_both(form: Form, heard: Heard) -> bool:
    """「ken@gmail.comです。電話はなしで」: the other way is not wanted."""
    other = OTHER_WAY[form.asks]
    refused = (c for c in clauses(heard.text) if SPECS[other].mentioned(c) and "でも" not in c and NOTHING.search(c))
    return other not in form.answers and next(refused, None) is not None


def _taken(form: Form, reads: dict[Field, Read]) -> Outcome:
    """Several answers at once; one that must be confirmed is echoed first."""
    taken = {field: answer for field, answer in reads.items() if isinstance(answer, Answer)}
    taken |= _told(form, taken)
    for field, answer in taken.items():
        form = form.with_answer(field, answer)
    echo = next(_echoes(reads), None)
    said = "、".join(f"{SPECS[f].label}は「{taken[f].shown}」" for f in Field if f in taken)
    heard = len(taken) > 1 or (taken and (echo or form.asks not in taken))
    before = [words.HEARD.format(list=said)] if heard else [words.UNDERSTOOD] * len(taken)
    if echo:
        return ask(form.asking(echo[0]).changed(echo=echo[1]), *before)
    return onward(form, *before)


def _told(form: Form, taken: dict[Field, Answer]) -> dict[Field, Answer]:
    """A yes to past accidents that tells when and what needs no second question."""
    past = taken.get(Field.PAST_INCIDENTS)
    if past is None or past.value != PastIncidents.YES or len(past.said.strip()) < TELLING:
        return {}
    details = read(Field.INCIDENT_DETAILS, past.said)
    return {Field.INCIDENT_DETAILS: details} if isinstance(details, Answer) else {}


def _echoes(reads: dict[Field, Read]) -> Iterator[tuple[Field, Answer]]:
    yield from ((field, found.answer) for field, found in reads.items() if isinstance(found, Echo))


def _left_out(form: Form, heard: Heard) -> Outcome | None:
    """Nothing to say to a field that may be skipped: 特にないです, わからないので飛ばして, 電話でお願いします."""
    says_nothing_to_it = "@" not in heard.text and NOTHING.search(heard.text)
    prefers = form.asks in OTHER_WAY and SPECS[OTHER_WAY[form.asks]].mentioned(heard.text)
    if heard.is_question or form.asks is Field.REVIEW or not form.may_skip(form.asks):
        return None
    return onward(form.without(form.asks), words.UNDERSTOOD) if prefers or says_nothing_to_it else None


def not_an_answer(form: Form, heard: Heard, again: str) -> Outcome:
    """A question goes to the knowledge base and the form goes on; else it is asked again, at last with a person."""
    named = form.asks is Field.COMPANY and has_legal_form(heard.text)
    if heard.is_question or (heard.asks_something and not named):
        line = question(form)
        return Outcome(form, (replace(line, text=f"{words.BACK_TO_THE_FORM}{line.text}"),), digression=True)
    form = form.changed(failures=form.failures + 1)
    if form.failures < FAILURES:
        return Outcome(form, (Line(again, _to_press(form)),))
    bands = _to_press(form) if form.asks is Field.ANNUAL_SALES else ()
    buttons = (*bands, words.TALK_TO_PERSON, *((words.SKIP,) if form.may_skip(form.asks) else ()))
    return Outcome(form, (Line(f"{words.OFFER_PERSON}\n{again}", buttons),))


def _to_press(form: Form) -> tuple[str, ...]:
    """Bands, where an amount was not read."""
    bands = BAND_LABELS if form.asks is Field.ANNUAL_SALES else ()
    return bands or question(form).buttons
