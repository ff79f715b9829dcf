"""What the exchange pages show, ready for their templates."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest

from knowledge import uploads
from knowledge.domain.kind_names import KIND_NAMES, kind_name
from knowledge.domain.schema import Kind
from knowledge.models import Draft, Upload

FAULTS_SHOWN = 500
CHANGES_A_PAGE = 50


def known_scope(scope: str) -> str:
    """ "" for all entries, or the value of a kind. Raises Http404."""
    if scope and scope not in Kind:
        raise Http404
    return scope


def start(request: HttpRequest) -> dict[str, Any]:
    counts = dict(Draft.objects.order_by().values_list("kind").annotate(Count("pk")))
    may = request.user.has_perms
    waiting = Upload.objects.filter(owner=request.user.pk).defer("content", "plan")
    return {
        "scopes": [(kind.value, name, counts.get(kind.value, 0)) for kind, name in KIND_NAMES.items()],
        "total": sum(counts.values()),
        "may_import": may(["knowledge.add_draft", "knowledge.change_draft"]),
        "waiting": waiting,
    }


def difference(upload: Upload, number: str, may_remove: bool) -> dict[str, Any]:
    """number: of the page of changes."""
    plan = uploads.plan_of(upload)
    changes = [*(("added", entry) for entry in plan.added), *(("changed", entry) for entry in plan.changed)]
    page = Paginator(changes, CHANGES_A_PAGE).get_page(number)
    return {
        "upload": upload,
        "plan": plan,
        "scope": kind_name(plan.scope) if plan.scope else "全体",
        "faults": plan.faults[:FAULTS_SHOWN],
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number),
        "may_remove": may_remove and bool(plan.absent) and not plan.removal_faults,
    }
