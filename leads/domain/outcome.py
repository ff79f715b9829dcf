"""What a turn of the form leads to, and the steps that all turns share."""

from dataclasses import dataclass, replace
from enum import StrEnum

from leads.domain import words
from leads.domain.fields import SPECS, Field
from leads.domain.form import Answer, Form
from leads.domain.lead import Kind
from leads.domain.questions import Line, question
from leads.domain.reading import Again


class End(StrEnum):
    SENT = "sent"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Outcome:
    """The form afterwards and what is said; `digression`: first answer what was asked from the knowledge base."""

    form: Form
    says: tuple[Line, ...]
    digression: bool = False
    end: End | None = None


def ask(form: Form, *before: str) -> Outcome:
    """The question whose turn it is, after these words."""
    line = question(form)
    return Outcome(form, (replace(line, text="\n".join([*before, line.text])),))


def onward(form: Form, *before: str) -> Outcome:
    """The next open question, after these words; an urgent form that is complete is sent without asking."""
    if form.kind is Kind.URGENT and form.complete:
        return Outcome(form, (), end=End.SENT)
    return ask(form.onward(), *before)


def keep(form: Form, field: Field, answer: Answer) -> Outcome:
    """An answer counts from now on: said to be a correction where there was another."""
    return onward(form.with_answer(field, answer), corrected(form, field, answer))


def corrected(form: Form, field: Field, answer: Answer) -> str:
    """What is said of a new answer: that it replaces another, where it does."""
    before = form.answers.get(field)
    changes = before is not None and before.value != answer.value
    return words.CORRECTED.format(label=SPECS[field].label, shown=answer.shown) if changes else words.UNDERSTOOD


def ask_more(form: Form, again: Again, *before: str) -> Outcome:
    """Understood in part: the unit, the band, which of two."""
    text = "\n".join([*before, again.text])
    return Outcome(form.changed(number=again.number, echo=None), (Line(text, again.buttons),))
