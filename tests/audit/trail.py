"""How the tests read the trail."""

from audit.models import Record
from audit.vocabulary import Did, Kind

Told = tuple[str, Did, Kind, str, dict[str, object]]


def trail(*dids: Did) -> list[Told]:
    """(who, did, kind, ids, facts) of every record, or of those that tell of these deeds; the oldest first."""
    rows = Record.objects.order_by("number")
    return [
        (row.user_name, Did(row.did), Kind(row.kind), row.ids, row.facts)
        for row in (rows.filter(did__in=dids) if dids else rows)
    ]
