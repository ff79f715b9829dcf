"""What the form asks next, in words and buttons."""

from dataclasses import dataclass

from leads.domain import words
from leads.domain.amounts import BAND_LABELS
from leads.domain.fields import SPECS, Field
from leads.domain.form import OTHER_WAY, Form
from leads.domain.lead import Kind


@dataclass(frozen=True)
class Line:
    """One message; a button says what may as well be typed."""

    text: str
    buttons: tuple[str, ...] = ()


def question(form: Form) -> Line:
    """The question whose turn it is: the echo to confirm, the review, or the field."""
    if form.leaving:
        return Line(words.REALLY_LEAVE, (words.YES, words.NO))
    if form.echo:
        text = words.IS_THAT_RIGHT.format(label=SPECS[form.asks].label, shown=form.echo.shown)
        return Line(text, (words.YES, words.NO))
    if form.asks is Field.REVIEW:
        return review(form)
    return Line(_text(form), _buttons(form))


def _text(form: Form) -> str:
    field = form.asks
    if field is Field.CONTACT_NAME and form.kind is Kind.URGENT:
        return words.WITH_COMPANY
    if field in OTHER_WAY and OTHER_WAY[field] in form.skipped:
        return words.PHONE_NEEDED if field is Field.PHONE else words.EMAIL_NEEDED
    if field is Field.PHONE and form.may_skip(field):
        return words.PHONE_TOO if Field.EMAIL in form.answers else SPECS[field].question
    return SPECS[field].question


def _buttons(form: Form) -> tuple[str, ...]:
    field = form.asks
    if field is Field.ANNUAL_SALES and form.failures:
        return (*BAND_LABELS, *((words.KEEP,) if field in form.answers else ()))
    if field in form.answers:
        return (*(b for b in SPECS[field].buttons if b != words.SKIP), words.KEEP)
    skippable = (words.SKIP,) if form.may_skip(field) else ()
    return (*(b for b in SPECS[field].buttons if b != words.SKIP), *skippable)


def review(form: Form) -> Line:
    """Everything that would be sent, a line a field, with a button to change each."""
    rows = reviewed(form)
    lines = [words.REVIEW, *(f"・{SPECS[field].label}: {shown}" for field, shown in rows), SPECS[Field.REVIEW].question]
    changes = (words.TO_CORRECT.format(label=SPECS[field].label) for field, _ in rows)
    return Line("\n".join(lines), (words.SEND, *changes, words.STOP))


def reviewed(form: Form) -> list[tuple[Field, str]]:
    """The answers as shown back, in order; what was skipped is said to be so."""
    shown: dict[Field, str] = {
        field: answer.shown for field, answer in form.answers.items() if field is not Field.CONSENT
    }
    fields = [field for field in form.applicable() if field in shown or field in form.skipped]
    extra = [field for field in shown if field not in fields]
    return [(field, shown.get(field, "(省略)")) for field in Field if field in {*fields, *extra}]


def to_consent(form: Form, before: str) -> Line:
    """What is said before anything is asked: what for, who keeps it and how long, and that this is no 告知."""
    return Line(f"{before}\n{form.to_agree}", SPECS[Field.CONSENT].buttons)
