"""One turn of the form: what the visitor said moves it on, and says what the bot answers. Pure: no clock, no store.

A turn is tried in this order: leaving, commands, the echo to be confirmed, a correction, the answer asked for together
with whatever else the sentence says; what is none of these is a question for the knowledge base, or not understood."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from leads.domain import words
from leads.domain.choices import read_yes_no
from leads.domain.commands import Command, read_command
from leads.domain.corrections import find_correction
from leads.domain.entities import NOBODY, Names
from leads.domain.extraction import compound, extract
from leads.domain.fields import SPECS, Field
from leads.domain.form import Answer, Form
from leads.domain.lead import Kind
from leads.domain.question import is_question
from leads.domain.questions import Line, question
from leads.domain.reading import Again, Echo, Read, read

FAILURES = 3
"""After so many answers that could not be read, a person is offered."""


class End(StrEnum):
    SENT = "sent"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Heard:
    """What the visitor said, and when. `asks_something`: the dialogue engine takes it for a question about coverage."""

    text: str
    at: datetime
    names: Names = NOBODY
    asks_something: bool = False


@dataclass(frozen=True)
class Outcome:
    """The form afterwards and what is said; `digression`: first answer what was asked from the knowledge base."""

    form: Form
    says: tuple[Line, ...]
    digression: bool = False
    end: End | None = None


def turn(form: Form, heard: Heard) -> Outcome:
    """What follows from one message."""
    if form.leaving:
        leaves = read_yes_no(heard.text)
        if leaves or read_command(heard.text) is Command.CANCEL:
            return Outcome(form, (Line(words.LEFT),), end=End.CANCELLED)
        form = form.changed(leaving=False)
        if leaves is False:
            return _ask(form, words.GO_ON)
    command = read_command(heard.text)
    if command and (outcome := _commanded(form, command)):
        return outcome
    if form.asks is Field.CONSENT:
        return _consent(form, heard)
    if form.echo and (yes := read_yes_no(heard.text)) is not None:
        return _confirmed(form, form.echo) if yes else _ask(form.asking(form.asks), words.NOT_SO)
    telling = form.asks in {Field.PAST_INCIDENTS, Field.INCIDENT_DETAILS}
    known = set(form.answers) - {Field.CONSENT}
    if correction := find_correction(heard.text, known, telling):
        return _corrected(form, correction.field, correction.text)
    return _answered(form, heard)


def _ask(form: Form, *before: str) -> Outcome:
    """The question whose turn it is, after these words."""
    line = question(form)
    return Outcome(form, (replace(line, text="\n".join([*before, line.text])),))


def _onward(form: Form, *before: str) -> Outcome:
    if form.kind is Kind.URGENT and form.complete:
        return Outcome(form, tuple(Line(text) for text in before if text != words.UNDERSTOOD), end=End.SENT)
    return _ask(form.onward(), *before)


def switched(form: Form, kind: Kind) -> Outcome:
    """The same answers under another kind of form."""
    if kind is form.kind:
        return _ask(form)
    form = form.changed(kind=kind)
    before = words.SWITCHED[kind]
    return _onward(form, before) if form.consented_at else _ask(form, before)


def _commanded(form: Form, command: Command) -> Outcome | None:
    match command:
        case Command.CANCEL:
            return _ask(form.changed(leaving=True))
        case Command.WHY:
            return _ask(form, SPECS[form.asks].reason)
        case Command.RESUME:
            return _ask(form, words.RESUMED)
        case Command.CALLBACK if form.kind is Kind.QUOTE:
            return switched(form, Kind.CALLBACK)
        case Command.QUOTE if form.kind is Kind.CALLBACK:
            return switched(form, Kind.QUOTE)
        case Command.BACK:
            previous = form.previous()
            return _ask(form.asking(previous)) if previous else _ask(form, words.NO_WAY_BACK)
        case _ if not form.consented_at:
            return None
        case Command.SKIP | Command.KEEP:
            return _skipped(form, command)
        case Command.SEND:
            return Outcome(form, (), end=End.SENT) if form.complete else _ask(form, words.INCOMPLETE)
        case Command.REVIEW:
            return _onward(form) if form.complete else _ask(form, words.INCOMPLETE)
    return None


def _skipped(form: Form, command: Command) -> Outcome | None:
    field = form.asks
    if field in form.answers:
        return _onward(form, words.KEPT.format(label=SPECS[field].label, shown=form.answers[field].shown))
    if command is Command.KEEP or field is Field.REVIEW:
        return None
    if form.may_skip(field):
        return _onward(form.without(field))
    return _ask(form, words.ONE_OF_TWO if field in {Field.EMAIL, Field.PHONE} else words.CANNOT_SKIP)


def _consent(form: Form, heard: Heard) -> Outcome:
    text = heard.text
    refuses = ("同意しま" in text and "同意します" not in text) or "同意しない" in text or "同意でき" in text
    agrees = not refuses and ("同意します" in text or "同意する" in text or text.strip(" 。") in {"同意", "同意です"})
    yes = agrees or (not refuses and read_yes_no(text))
    if refuses or yes is False:
        return Outcome(form, (Line(words.NO_CONSENT),), end=End.CANCELLED)
    if not yes:
        return _not_an_answer(form, heard, words.NEEDS_CONSENT)
    answer = read(Field.CONSENT, text)
    assert isinstance(answer, Answer)
    agreed = form.with_answer(Field.CONSENT, answer).changed(consented_at=heard.at)
    return _onward(agreed, words.THANKS_FOR_CONSENT)


def _confirmed(form: Form, answer: Answer) -> Outcome:
    return _kept(form, form.asks, answer)


def _kept(form: Form, field: Field, answer: Answer) -> Outcome:
    """An answer counts from now on: said to be a correction where there was another."""
    before = form.answers.get(field)
    form = form.with_answer(field, answer)
    if before and before.value != answer.value:
        return _onward(form, words.CORRECTED.format(label=SPECS[field].label, shown=answer.shown))
    return _onward(form, words.UNDERSTOOD)


def _corrected(form: Form, field: Field | None, text: str) -> Outcome:
    if field is None:
        fields = [f for f in form.answers if f is not Field.CONSENT]
        if not fields:
            return _ask(form, words.NOTHING_TO_CORRECT)
        buttons = tuple(words.TO_CORRECT.format(label=SPECS[f].label) for f in fields)
        return Outcome(form, (Line(words.WHICH_TO_CORRECT, buttons),))
    match read(field, text) if text else None:
        case Answer() as answer:
            return _kept(form.asking(form.asks), field, answer)
        case Echo(answer):
            return _ask(form.asking(field).changed(echo=answer))
        case Again() as again:
            return _again(form.asking(field), again)
    return _ask(form.asking(field), words.KEPT.format(label=SPECS[field].label, shown=form.answers[field].shown))


def _again(form: Form, again: Again) -> Outcome:
    return Outcome(form.changed(number=again.number, echo=None), (Line(again.text, again.buttons),))


def _answered(form: Form, heard: Heard) -> Outcome:
    others = {} if form.asks is Field.INCIDENT_DETAILS else extract(heard.text, heard.names)
    several, wanted = compound(heard.text, heard.names), {*form.applicable(), Field.COMPANY}
    own: Read = others.pop(form.asks, None) if several else None
    if own is None and not (several and others) and not _surely_asks(form.asks, heard):
        own = read(form.asks, heard.text, form.number) if form.asks is not Field.REVIEW else None
    new = {f: a for f, a in others.items() if f not in form.answers and f in wanted} if several else {}
    if isinstance(own, Again) and not new:
        return _again(form, own)
    if own is None and not new:
        return _not_an_answer(form, heard, SPECS[form.asks].again)
    taken = {field: answer for field, answer in new.items() if isinstance(answer, Answer)}
    if isinstance(own, Answer):
        taken[form.asks] = own
    asked_anew = form.asks in form.answers and form.asks in taken
    if asked_anew and not new:
        return _kept(form, form.asks, taken[form.asks])
    return _taken(form, taken, next(_echoes(form.asks, own, new), None))


def _echoes(asks: Field, own: Read, new: dict[Field, Answer | Echo]) -> Iterator[tuple[Field, Answer]]:
    if isinstance(own, Echo):
        yield asks, own.answer
    yield from ((field, answer.answer) for field, answer in new.items() if isinstance(answer, Echo))


def _taken(form: Form, taken: dict[Field, Answer], echo: tuple[Field, Answer] | None) -> Outcome:
    """Answers taken from one message, and one of them that is still to be confirmed."""
    for field, answer in taken.items():
        form = form.with_answer(field, answer)
    said = "、".join(f"{SPECS[f].label}は「{a.shown}」" for f, a in sorted(taken.items(), key=_place))
    before = [words.HEARD.format(list=said)] if len(taken) > 1 or (taken and echo) else [words.UNDERSTOOD] * bool(taken)
    if echo:
        return _ask(form.asking(echo[0]).changed(echo=echo[1]), *before)
    return _onward(form, *before)


def _place(item: tuple[Field, Answer]) -> int:
    return list(Field).index(item[0])


def _surely_asks(field: Field, heard: Heard) -> bool:
    """Whether a text is a question rather than an answer; of what can be told by its words, the words decide."""
    return is_question(heard.text) or (heard.asks_something and field in FREE_TEXT)


FREE_TEXT = {Field.COMPANY, Field.CONTACT_NAME, Field.PREFERRED_TIME, Field.FISCAL_PERIOD}


def _not_an_answer(form: Form, heard: Heard, again: str) -> Outcome:
    if is_question(heard.text) or heard.asks_something:
        line = question(form)
        return Outcome(form, (replace(line, text=f"{words.BACK_TO_THE_FORM}{line.text}"),), digression=True)
    form = form.changed(failures=form.failures + 1)
    if form.failures < FAILURES:
        return Outcome(form, (Line(again, question(form).buttons),))
    buttons = (words.TALK_TO_PERSON, *((words.SKIP,) if form.may_skip(form.asks) else ()))
    return Outcome(form, (Line(f"{words.OFFER_PERSON}\n{again}", buttons),))
