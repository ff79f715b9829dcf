"""The numbers page."""

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from chat.staff.numbers import anything_yet, numbers
from chat.staff.page import page
from chat.staff.period import LENGTHS, chosen


@require_safe
@permission_required("chat.view_numbers", raise_exception=True)
def numbers_page(request: HttpRequest) -> HttpResponse:
    """The figures of the last ?days= days."""
    period = chosen(request.GET.get("days", ""))
    context = {
        **admin.site.each_context(request),
        "is_nav_sidebar_enabled": False,
        "title": "数字",
        "period": period,
        "lengths": LENGTHS,
        "anything_yet": anything_yet(),
        **page(numbers(period), request.user.has_perm("knowledge.view_draft")),
    }
    return render(request, "chat/numbers.html", context)
