"""Lists of the staff pages in the audit trail: what was on the page, and by what it was narrowed down."""

from typing import Any

from django.contrib.admin.views.main import ChangeList
from django.http import HttpResponse

from audit.recording import record
from audit.vocabulary import Did, Kind


def listed(response: HttpResponse, kind: Kind, reference: str = "") -> None:
    """To be called with what the admin's changelist_view answers: a page of the list, or a way elsewhere.

    reference: the attribute by which a row is named; "" to record none."""
    changelist: ChangeList | None = (getattr(response, "context_data", None) or {}).get("cl")
    if changelist is not None:
        rows = list(changelist.result_list)
        did = Did.SEARCHED if changelist.query else Did.LISTED
        ids = [getattr(row, reference) for row in rows] if reference else []
        record(did, kind, *ids, count=len(rows), **narrowed(changelist))


def narrowed(changelist: ChangeList) -> dict[str, Any]:
    """The filters' names and whether words were searched; never the words, which may be a visitor's name."""
    filters = sorted(changelist.get_filters_params())
    return {**({"filters": filters} if filters else {}), **({"searched": True} if changelist.query else {})}
