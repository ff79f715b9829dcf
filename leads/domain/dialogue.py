"""One turn of the form: what the visitor said moves it on, and says what the bot answers. Pure: no clock, no store.

A turn is tried in this order: leaving, commands, consent, the echo to be confirmed, a correction, an answer."""

from leads.domain import words
from leads.domain.answers import Heard, answered, not_an_answer
from leads.domain.choices import read_yes_no
from leads.domain.commands import Command, read_command
from leads.domain.corrections import Correction, find_correction
from leads.domain.fields import SPECS, Field
from leads.domain.form import OTHER_WAY, Answer, Form
from leads.domain.lead import Kind
from leads.domain.outcome import End, Outcome, ask, ask_more, keep, onward
from leads.domain.questions import Line
from leads.domain.reading import Again, Echo, read, read_consent


def turn(form: Form, heard: Heard) -> Outcome:
    """What follows from one message."""
    command, yes = read_command(heard.text), read_yes_no(heard.text)
    if form.leaving:
        if yes or command is Command.CANCEL:
            return Outcome(form, (Line(words.LEFT),), end=End.CANCELLED)
        form = form.changed(leaving=False)
        if yes is False:
            return ask(form, words.GO_ON)
    if command and (outcome := _commanded(form, command)):
        return outcome
    if form.asks is Field.CONSENT:
        return _consented(form, heard)
    if form.echo and yes is not None:
        return keep(form, form.asks, form.echo) if yes else ask(form.asking(form.asks), words.NOT_SO)
    if form.asks is Field.REVIEW and yes:
        return Outcome(form, (), end=End.SENT)
    telling = form.asks in {Field.PAST_INCIDENTS, Field.INCIDENT_DETAILS}
    correction = find_correction(heard.text, set(form.answers) - {Field.CONSENT}, telling)
    if correction and not _holds_what_is_asked(form, correction, heard.text):
        return _corrected(form, correction)
    return answered(form, heard)


def switched(form: Form, kind: Kind) -> Outcome:
    """The same answers under another kind of form."""
    if kind is form.kind:
        return ask(form)
    form = form.changed(kind=kind)
    return onward(form, words.SWITCHED[kind]) if form.consented_at else ask(form, words.SWITCHED[kind])


def _commanded(form: Form, command: Command) -> Outcome | None:
    match command:
        case Command.CANCEL:
            return ask(form.changed(leaving=True))
        case Command.WHY:
            return ask(form, SPECS[form.asks].reason)
        case Command.RESUME:
            return ask(form, words.RESUMED)
        case Command.CALLBACK if form.kind is Kind.QUOTE:
            return switched(form, Kind.CALLBACK)
        case Command.QUOTE if form.kind is Kind.CALLBACK:
            return switched(form, Kind.QUOTE)
        case _ if not form.consented_at:
            return None
        case Command.BACK:
            previous = form.previous()
            return ask(form.asking(previous)) if previous else ask(form, words.NO_WAY_BACK)
        case Command.SKIP | Command.KEEP:
            return _skipped(form, command)
        case Command.SEND:
            return Outcome(form, (), end=End.SENT) if form.complete else ask(form, words.INCOMPLETE)
        case Command.REVIEW:
            return onward(form) if form.complete else ask(form, words.INCOMPLETE)
    return None


def _skipped(form: Form, command: Command) -> Outcome | None:
    field = form.asks
    if field in form.answers:
        return onward(form, words.KEPT.format(label=SPECS[field].label, shown=form.answers[field].shown))
    if command is Command.KEEP or field is Field.REVIEW:
        return None
    if form.may_skip(field):
        return onward(form.without(field))
    return ask(form, words.ONE_OF_TWO if field in OTHER_WAY else words.CANNOT_SKIP)


def _consented(form: Form, heard: Heard) -> Outcome:
    consents = None if heard.is_question else read_consent(heard.text)
    if consents is None:
        return not_an_answer(form, heard, words.NEEDS_CONSENT)
    if not consents:
        return Outcome(form, (Line(words.NO_CONSENT),), end=End.CANCELLED)
    answer = read(Field.CONSENT, heard.text)
    assert isinstance(answer, Answer)
    return onward(form.with_answer(Field.CONSENT, answer).changed(consented_at=heard.at), words.THANKS_FOR_CONSENT)


def _holds_what_is_asked(form: Form, correction: Correction, text: str) -> bool:
    """「やっぱり電話がいい 03-1234-5678」 where the telephone number is asked: nothing is to be corrected."""
    return correction.field is None and form.asks in OTHER_WAY and isinstance(read(form.asks, text), Answer)


def _corrected(form: Form, correction: Correction) -> Outcome:
    field = correction.field
    if field is None:
        fields = [f for f in form.answers if f is not Field.CONSENT]
        if not fields:
            return ask(form, words.NOTHING_TO_CORRECT)
        buttons = tuple(words.TO_CORRECT.format(label=SPECS[f].label) for f in fields)
        return Outcome(form, (Line(words.WHICH_TO_CORRECT, buttons),))
    match read(field, correction.text) if correction.text else None:
        case Answer() as answer:
            return keep(form, field, answer)
        case Echo(answer):
            return ask(form.asking(field).changed(echo=answer))
        case Again() as again:
            return ask_more(form.asking(field), again)
    return ask(form.asking(field), words.KEPT.format(label=SPECS[field].label, shown=form.answers[field].shown))
