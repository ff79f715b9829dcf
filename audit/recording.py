"""Recording a deed: one call where it is done, in the transaction in which it is done."""

from typing import Any

import structlog
from django.db import transaction
from django.utils import timezone

from audit import chain, who
from audit.models import Record
from audit.vocabulary import FACTS, Did, Kind

log = structlog.get_logger(__name__)


def record(did: Did, kind: Kind, *ids: object, by: str = "", user: Any = None, **facts: Any) -> Record:
    """Append who does this to which objects. Who: the request's user, or `user`, or `by` outside a request.

    ids: references or primary keys, never what a visitor said; facts: of audit.vocabulary.FACTS. Raises ValueError for
    another fact, and whatever the database raises: a deed that cannot be recorded is not done."""
    if unknown := facts.keys() - FACTS.keys():
        raise ValueError(f"no fact for the audit trail: {', '.join(sorted(unknown))}")
    author = who.at_it(by, user)
    with transaction.atomic():
        chain.one_at_a_time()
        last = Record.objects.only("number", "digest").first()
        made = Record(
            number=last.number + 1 if last else 1,
            at=timezone.now(),
            user_id=author.id,
            user_name=author.name,
            did=did,
            kind=kind,
            ids=" ".join(str(i) for i in ids),
            facts=facts,
            place=author.place,
            previous=last.digest if last else "",
        )
        made.digest = chain.digest_of(made)
        made.save()
    transaction.on_commit(lambda: log.info("recorded", record=made.number, did=str(made.did), digest=made.digest))
    return made
