"""A visitor who talks with the form alone, without Rasa, clock or store."""

from datetime import UTC, datetime

import yaml

from knowledge.domain.entities import names_in
from leads.domain.answers import Heard
from leads.domain.dialogue import switched, turn
from leads.domain.fields import Field
from leads.domain.form import Form
from leads.domain.lead import Kind
from leads.domain.outcome import Outcome
from web.environment import ROOT

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ANSWERS: dict[str, list[str]] = yaml.safe_load(
    (ROOT / "tests" / "conversations" / "quote.yml").read_text(encoding="utf-8")
)
"""Field -> what answers it, in order."""
QUOTE = tuple(said for answers in ANSWERS.values() for said in answers)
"""What answers every question of a quote, one after another."""


class Talk:
    def __init__(self, kind: Kind = Kind.QUOTE, *before: str) -> None:
        self.form = Form(kind=kind)
        self.outcome: Outcome | None = None
        self.say(*before)

    def say(self, *texts: str, asks_something: bool = False) -> str:
        """Each in turn; the reply to the last."""
        for text in texts:
            self.outcome = turn(self.form, Heard(text, AT, names_in(text), asks_something))
            self.form = self.outcome.form
        return self.reply

    def switch(self, kind: Kind) -> str:
        self.outcome = switched(self.form, kind)
        self.form = self.outcome.form
        return self.reply

    @property
    def reply(self) -> str:
        return "\n".join(line.text for line in self.outcome.says) if self.outcome else ""

    @property
    def buttons(self) -> list[str]:
        return [button for line in self.outcome.says for button in line.buttons] if self.outcome else []

    @property
    def asks(self) -> Field:
        return self.form.asks

    def shown(self, field: Field) -> str | None:
        """How an answer is shown back, None while there is none."""
        return self.form.answers[field].shown if field in self.form.answers else None


def quote_until(field: Field) -> Talk:
    """A quote answered up to this field's question."""
    talk = Talk()
    for text in QUOTE:
        if talk.asks is field and not talk.form.echo:
            return talk
        talk.say(text)
    assert talk.asks is field
    return talk
