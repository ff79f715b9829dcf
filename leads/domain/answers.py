"""A message as an answer: to the field asked, to others that the sentence names, or to none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from knowledge.domain.entities import NOBODY, Names
from leads.domain import words
from leads.domain.extraction import compound, extract
from leads.domain.fields import SPECS, Field
from leads.domain.form import OTHER_WAY, Answer, Form
from leads.domain.lead import PastIncidents
from leads.domain.outcome import Outcome, ask, ask_more, keep, onward
from leads.domain.question import is_question
from leads.domain.questions import Line, question
from leads.domain.reading import Again, Echo, Read, read

FAILURES = 3
"""After so many answers that could not be read, a person is offered."""
TELLING = 8
"""Characters from which a yes to past accidents also tells of one: 「3年前にウイルスに感染しました」."""
NOTHING = re.compile(
    r"スキップ|飛ば|とばし|(?:わか|分か|判)ら|不明|(?:特に|とくに)(?:は|も)?(?:な|あ)|なし|無し|持って(?:い)?ない|省略|結構です"
)
"""What says that there is nothing to say."""
FREE_TEXT = {Field.COMPANY, Field.CONTACT_NAME, Field.PREFERRED_TIME, Field.FISCAL_PERIOD}
"""Almost anything could be an answer to these: what the dialogue engine surely takes for a question is one."""


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
    several = form.asks is not Field.INCIDENT_DETAILS and compound(heard.text, heard.names)
    others = extract(heard.text, heard.names) if several else {}
    own: Read = others.pop(form.asks, None)
    if own is None and not others:
        own = _own(form, heard)
    if own is None and not several and not heard.is_question:
        others = extract(heard.text, heard.names)
    wanted = {*form.applicable(), Field.COMPANY} - {form.asks}
    new = {f: answer for f, answer in others.items() if f not in form.answers and f in wanted}
    if isinstance(own, Again) and not new:
        return ask_more(form, own)
    if own is None and form.asks in OTHER_WAY and OTHER_WAY[form.asks] in new:
        form = form.without(form.asks)
    if own is None and not new:
        return _left_out(form, heard) or not_an_answer(form, heard, SPECS[form.asks].again)
    if isinstance(own, Answer) and not new and form.asks in form.answers:
        return keep(form, form.asks, own)
    return _taken(form, {form.asks: own, **new})


def _own(form: Form, heard: Heard) -> Read:
    asks = heard.is_question or (heard.asks_something and form.asks in FREE_TEXT)
    return None if asks or form.asks is Field.REVIEW else read(form.asks, heard.text, form.number)


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
    prefers = form.asks in OTHER_WAY and SPECS[OTHER_WAY[form.asks]].mentioned(heard.text)
    if heard.is_question or form.asks is Field.REVIEW or not form.may_skip(form.asks):
        return None
    return onward(form.without(form.asks), words.UNDERSTOOD) if prefers or NOTHING.search(heard.text) else None


def not_an_answer(form: Form, heard: Heard, again: str) -> Outcome:
    """A question goes to the knowledge base and the form goes on; else it is asked again, at last with a person."""
    if heard.is_question or heard.asks_something:
        line = question(form)
        return Outcome(form, (replace(line, text=f"{words.BACK_TO_THE_FORM}{line.text}"),), digression=True)
    form = form.changed(failures=form.failures + 1)
    if form.failures < FAILURES:
        return Outcome(form, (Line(again, question(form).buttons),))
    buttons = (words.TALK_TO_PERSON, *((words.SKIP,) if form.may_skip(form.asks) else ()))
    return Outcome(form, (Line(f"{words.OFFER_PERSON}\n{again}", buttons),))
