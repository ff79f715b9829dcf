"""One turn of the form: what the visitor said moves it on, and says what the bot answers. Pure: no clock, no store.

A turn is tried in this order: leaving, questions about the form, commands, consent, the echo to be confirmed, a
correction, an answer."""

import re
from dataclasses import dataclass, replace

from leads.domain import words
from leads.domain.amending import amended, prefers_other_way
from leads.domain.answers import FAILURES, Heard, answered, not_an_answer
from leads.domain.commands import Command, read_command
from leads.domain.corrections import find_corrections
from leads.domain.extraction import extract
from leads.domain.fields import SPECS, Field
from leads.domain.form import OTHER_WAY, Answer, Form
from leads.domain.form_questions import about_the_form
from leads.domain.lead import Kind
from leads.domain.outcome import End, Outcome, ask, keep, onward
from leads.domain.questions import Line, question, to_consent
from leads.domain.reading import read
from leads.domain.yes_no import beside_consent, read_consent, read_yes_no


@dataclass(frozen=True)
class _Told:
    """What withholds an answer, and what is then said."""

    pattern: re.Pattern[str]
    reply: str


_UNKNOWN = r"(?:わか|分か|判|知)(?:ら|り)|不明|把握して|確認し|聞かないと|調べないと|覚えて|忘れ|さあ|たぶん|多分|自信"
_SECRET = (
    r"秘密|内緒|非公開|公表|言え|言い(?:たく|ませ)|言わな|(?:教え|答え)(?:られ|たく|ませ|ない)|出せ|社外秘|ノーコメント"
    r"|赤字|嫌|いや"
)
WITHHELD = {
    Field.ANNUAL_SALES: _Told(re.compile(f"{_UNKNOWN}|{_SECRET}"), words.WITHHELD),
    Field.CERTIFICATIONS: _Told(re.compile(f"{_UNKNOWN}|{_SECRET}"), words.CERTIFICATIONS_UNKNOWN),
}
_THANKS = re.compile(r"(?:どうも|いろいろ|色々|、)*(?:ありがとう|有難う|お世話に?な).{0,12}")
_NAMED = {Field.COMPANY, Field.CONTACT_NAME}
"""Fields to which 「担当者に相談する」 could be taken for an answer."""


def turn(form: Form, heard: Heard) -> Outcome:
    """What follows from one message."""
    return _with_choices(_turn(form, heard))


def _turn(form: Form, heard: Heard) -> Outcome:
    command, yes = read_command(heard.text), read_yes_no(heard.text)
    if form.leaving:
        if yes or command in {Command.CANCEL, Command.RESTART}:
            return Outcome(form, (Line(words.LEFT),), end=End.CANCELLED)
        if _THANKS.fullmatch(heard.text.strip()):
            return ask(form)  # to go or to go on, it is said to either
        form = form.changed(leaving=False)
        if yes is False:
            return ask(form, words.GO_ON)
    if reply := about_the_form(form, heard.text):
        return ask(form, reply)
    if form.consented_at and prefers_other_way(form, heard.text):
        return onward(form.without(form.asks), words.UNDERSTOOD)
    if command and (outcome := _commanded(form, command, heard.text)):
        return outcome
    if form.asks is Field.CONSENT:
        return _consented(form, heard)
    if form.echo and yes is not None:
        return keep(form, form.asks, form.echo) if yes else ask(form.asking(form.asks), words.NOT_SO)
    if form.asks is Field.REVIEW and yes:
        return Outcome(form, (), end=End.SENT)
    if outcome := _confirmed_and_amended(form, heard) or amended(form, heard):
        return outcome
    return _withheld(form, heard) or answered(form, heard)


def _with_choices(outcome: Outcome) -> Outcome:
    """Whoever was not understood three times still has what can be pressed beside the person."""
    line = outcome.says[-1] if outcome.says else None
    if line is None or outcome.form.failures < FAILURES or words.TALK_TO_PERSON not in line.buttons:
        return outcome
    buttons = tuple(dict.fromkeys([*question(outcome.form).buttons, *line.buttons]))
    return replace(outcome, says=(*outcome.says[:-1], replace(line, buttons=buttons)))


def _confirmed_and_amended(form: Form, heard: Heard) -> Outcome | None:
    """「はい。あと会社名は山田商事に変えて」 at an echo: both count."""
    first, _, rest = re.sub(r"[。、,!！]", "\n", heard.text.strip(), count=1).partition("\n")
    if not (form.echo and rest.strip() and read_yes_no(first)) or not rest.strip():
        return None
    confirmed = keep(form, form.asks, form.echo).form
    fields = set(confirmed.answers) - {Field.CONSENT, form.asks}
    return amended(confirmed, replace(heard, text=rest)) if find_corrections(rest, fields) else None


def _withheld(form: Form, heard: Heard) -> Outcome | None:
    """Sales that are secret or unknown, certifications nobody knows of: what to press, and a person."""
    told = WITHHELD.get(form.asks)
    if told is None or heard.is_question or not told.pattern.search(heard.text) or read(form.asks, heard.text):
        return None
    return _choices(form, told.reply)


def _choices(form: Form, *before: str) -> Outcome:
    asked = ask(form.changed(failures=max(form.failures, 1)), *before)
    line = asked.says[0]
    buttons = tuple(dict.fromkeys([*line.buttons, words.TALK_TO_PERSON]))
    return replace(asked, says=(Line(line.text, buttons),))


def switched(form: Form, kind: Kind) -> Outcome:
    """The same answers under another kind of form."""
    if kind is form.kind:
        return ask(form)
    form = form.of_kind(kind)
    if form.consented_at:
        return onward(form, words.SWITCHED[kind])
    return Outcome(form, (to_consent(form, words.SWITCHED[kind]),))


def _commanded(form: Form, command: Command, text: str) -> Outcome | None:
    match command:
        case Command.PAUSE:
            return Outcome(form, (Line(words.PAUSED, (words.RESUME,)),))
        case Command.RESTART:
            return ask(form.changed(leaving=True), words.START_OVER)
        case Command.CANCEL:
            return ask(form.changed(leaving=True))
        case Command.WHY:
            return ask(form, SPECS[form.asks].reason)
        case Command.RESUME:
            return ask(form, words.RESUMED)
        case Command.CALLBACK if form.kind is Kind.QUOTE:
            return switched(form, Kind.CALLBACK)
        case Command.CALLBACK if form.consented_at and (form.asks in _NAMED or not read(form.asks, text)):
            return ask(form, words.FOR_THE_PERSON)
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
    if told := WITHHELD.get(field):
        return _choices(form, words.CANNOT_SKIP, told.reply)
    return ask(form, words.ONE_OF_TWO if field in OTHER_WAY else words.CANNOT_SKIP)


def _consented(form: Form, heard: Heard) -> Outcome:
    consents = None if heard.is_question else read_consent(heard.text)
    if consents is None:
        return not_an_answer(form, heard, words.NEEDS_CONSENT)
    if not consents:
        return Outcome(form, (Line(words.NO_CONSENT),), end=End.CANCELLED)
    answer = read(Field.CONSENT, heard.text)
    assert isinstance(answer, Answer)
    form = form.with_answer(Field.CONSENT, answer).consented(heard.at)
    return _told_with_consent(form, heard)


def _told_with_consent(form: Form, heard: Heard) -> Outcome:
    """「同意します。株式会社Aの森です」: what is plainly said beside the consent is taken from now on."""
    wanted = {*form.applicable(), Field.COMPANY}
    beside = extract(beside_consent(heard.text), heard.names)
    taken = {f: a for f, a in beside.items() if f in wanted and isinstance(a, Answer)}
    for field, found in taken.items():
        form = form.with_answer(field, found)
    said = "、".join(f"{SPECS[f].label}は「{a.shown}」" for f, a in taken.items())
    return onward(form, words.THANKS_FOR_CONSENT, *([words.HEARD.format(list=said)] if said else []))
