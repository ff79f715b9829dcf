"""A new entry out of visitors' questions: its page opens with them filled in; they stay listed until it is saved."""

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

LONGEST_ADDRESS = 2000
"""Characters of an address that every browser and proxy passes on."""
KEPT = "questions_for_a_new_entry"
FROM_SESSION = "kept"


def begin(request: HttpRequest, rows: QuerySet[Any]) -> HttpResponse:
    """To the page of a new entry. What is too long for an address waits in the session."""
    if not request.user.has_perm("knowledge.add_draft"):
        raise PermissionDenied
    lines = "\n".join(rows.filter(masked=True, done_at=None).order_by("pk").values_list("text", flat=True))
    address = f"{reverse('admin:knowledge_draft_add')}?{urlencode({'questions': lines})}"
    if len(address) > LONGEST_ADDRESS:
        request.session[KEPT] = lines
        address = f"{reverse('admin:knowledge_draft_add')}?{urlencode({'from': FROM_SESSION})}"
    return HttpResponseRedirect(address)


def given(request: HttpRequest) -> dict[str, str]:
    """The questions that wait in the session for the page that is opened now."""
    lines = request.session.get(KEPT) if request.GET.get("from") == FROM_SESSION else None
    return {"questions": lines} if lines else {}
