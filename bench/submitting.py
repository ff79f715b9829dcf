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

from django.db import OperationalError, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from leads import outbox  # noqa: E402
from leads.domain.lead import Consent, Contact, Grade, Kind  # noqa: E402
from leads.domain.lead import Lead as Content  # noqa: E402
from leads.models import Lead  # noqa: E402

PAUSE = 0.05
"""Seconds, on average, between two leads."""


def submit(number: int) -> str:
    """The receipt's reference. Stands in for leads.submission.submit."""
    reference, session = f"H-{number:06}", uuid.uuid5(uuid.NAMESPACE_OID, str(number))
    with transaction.atomic():
        if not Lead.objects.filter(session=session).exists():
            now = timezone.now()
            content = Content(
                reference=reference,
                created_at=now,
                kind=Kind.QUOTE,
                grade=Grade.A,
                reasons=["見積りを希望"],
                company="株式会社山田製作所",
                contact=Contact(name="佐藤", email="sato@example.co.jp"),
                consent=Consent(version="2026-11", at=now),
                session=str(session),
            )
            lead = Lead.objects.create(
                reference=reference,
                created_at=now,
                kind=content.kind,
                grade=content.grade,
                content=content.model_dump(mode="json"),
                session=session,
            )
            outbox.enqueue(lead)
    return reference


def main() -> None:
    for number in range(int(sys.argv[1]), int(sys.argv[2])):
        time.sleep(random.uniform(0, 2 * PAUSE))
        try:
            print(submit(number), flush=True)
        except OperationalError:
            sys.exit("the database is busy")  # the visitor reads an apology and sends again


if __name__ == "__main__":
    main()
