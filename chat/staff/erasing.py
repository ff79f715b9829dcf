"""Erasing the visitor behind a lead, and the receipt of it."""

from typing import Any

import structlog
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from chat import rasa
from chat.dialogue_engine import EngineAway
from chat.erasing.erasure import ROWS, erase
from chat.erasing.traces import CannotLook
from chat.erasing.visitor import by_reference
from chat.models import ErasureReceipt
from leads.models import Channel, Lead

log = structlog.get_logger(__name__)

CONFIRM = "ご本人からのお申し出であることを確かめ、「確かめました」にチェックを付けてください。"
AWAY = (
    "ただいま消去できません。会話エンジン(Rasa)が応答していないため、何も消していません。"
    "しばらくしてからもう一度お試しになり、続くときは管理者にお知らせください。"
)
UNSEEN = "消去しました。ただし、残っていないことを確かめられませんでした。管理者にお知らせください。"


@require_http_methods(["GET", "POST"])
@permission_required(["leads.view_lead", "leads.erase_visitor"], raise_exception=True)
def erase_lead(request: HttpRequest, pk: int) -> HttpResponse:
    """What would be erased, to be confirmed; then the receipt."""
    lead = get_object_or_404(Lead, pk=pk)
    if request.method == "GET":
        return _page(request, lead)
    if "sure" not in request.POST:
        return _page(request, lead, CONFIRM, 400)
    try:
        receipt = erase(by_reference(lead.reference), "", rasa.engine(), request.user)
    except EngineAway as error:
        log.error("a visitor could not be erased", reason=str(error))
        return _page(request, lead, AWAY, 503)
    except CannotLook as error:
        log.error("an erasure could not be checked", reason=str(error))
        messages.warning(request, UNSEEN)
        receipt = ErasureReceipt.objects.latest("pk")
    if request.user.has_perm("chat.view_erasurereceipt"):
        return HttpResponseRedirect(reverse("admin:chat_erasurereceipt_change", args=[receipt.pk]))
    messages.success(request, f"消去しました。控えの番号は {receipt.number} です。")
    return HttpResponseRedirect(reverse("admin:leads_lead_changelist"))


def _page(request: HttpRequest, lead: Lead, error: str = "", status: int = 200) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "is_nav_sidebar_enabled": False,
        "title": "お客さまの情報の消去",
        "lead": lead,
        "leads": by_reference(lead.reference).leads,
        "error": error,
    }
    return render(request, "chat/erase.html", context, status=status)


def shown(receipt: ErasureReceipt) -> dict[str, Any]:
    """What the page of a receipt says."""
    return {
        "receipt": receipt,
        "erased": [(ROWS[name], count) for name, count in receipt.erased.items()],
        "sent": [Channel(channel).label for channel in receipt.sent],
        "is_nav_sidebar_enabled": False,
        "title": f"消去の控え {receipt.number}",
        "subtitle": None,
    }
