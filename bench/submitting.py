"""A process that submits leads: python -m bench.submitting FIRST STOP. After each it prints the receipt.

Submitting the same number again is the same visitor's repeated message: the same receipt, no second lead."""

import os
import random
import sys
import time
import uuid

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "web.settings")
django.setup()

from django.db import OperationalError  # noqa: E402
from django.utils import timezone  # noqa: E402

from leads.domain import consent  # noqa: E402
from leads.domain.contents import Conversation  # noqa: E402
from leads.domain.fields import Field  # noqa: E402
from leads.domain.form import Answer, Form  # noqa: E402
from leads.domain.lead import Kind  # noqa: E402
from leads.models import Disclosure  # noqa: E402
from leads.submission import submit  # noqa: E402

PAUSE = 0.05
"""Seconds, on average, between two leads."""
ANSWERS = {
    Field.CONSENT: consent.CURRENT,
    Field.COMPANY: "株式会社山田製作所",
    Field.CONTACT_NAME: "佐藤",
    Field.EMAIL: "sato@example.co.jp",
}


def filled_in(number: int) -> Disclosure:
    """The visitor's form, complete, whether sent before or not."""
    session = uuid.uuid5(uuid.NAMESPACE_OID, str(number))
    answers = {field: Answer(said=text, shown=text, value=text) for field, text in ANSWERS.items()}
    form = Form(kind=Kind.CALLBACK, asks=Field.REVIEW, answers=answers).consented(timezone.now())
    known = Disclosure.objects.filter(session=session).first()
    return known or Disclosure.objects.create(session=session, state=form.model_dump(mode="json"))


def main() -> None:
    for number in range(int(sys.argv[1]), int(sys.argv[2])):
        time.sleep(random.uniform(0, 2 * PAUSE))
        try:
            print(submit(filled_in(number), Conversation()).reference, flush=True)
        except OperationalError:
            sys.exit("the database is busy")  # the visitor reads an apology and sends again


if __name__ == "__main__":
    main()
