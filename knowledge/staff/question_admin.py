"""The pages of what visitors asked in vain, how they liked answers, and what they chose when asked back."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from knowledge.models import ClarifiedQuestion, RatedAnswer, UnansweredQuestion
from knowledge.staff import choice_page, question_page, rating_page
from knowledge.staff.asked_admin import AskedAdmin
from knowledge.staff.entry_by_title import options_for


@admin.register(UnansweredQuestion)
class UnansweredQuestionAdmin(AskedAdmin):
    page_template = "admin/knowledge/unansweredquestion/change_list.html"

    def page(self, request: HttpRequest) -> dict[str, Any]:
        return question_page.page(request)

    def get_urls(self) -> list[URLPattern]:
        titles = path("titles/", self.admin_site.admin_view(self.titles), name="knowledge_unansweredquestion_titles")
        return [titles, *super().get_urls()]

    def titles(self, request: HttpRequest) -> HttpResponse:
        """The entries whose titles hold what is typed, as a fragment of the page."""
        if not request.user.has_perm("knowledge.view_draft"):
            raise PermissionDenied
        context = {"options": options_for(request.GET.get("q", ""))}
        return render(request, "admin/knowledge/unansweredquestion/titles.html", context)


@admin.register(RatedAnswer)
class RatedAnswerAdmin(AskedAdmin):
    page_template = "admin/knowledge/ratedanswer/change_list.html"

    def page(self, request: HttpRequest) -> dict[str, Any]:
        return rating_page.page(request)


@admin.register(ClarifiedQuestion)
class ClarifiedQuestionAdmin(AskedAdmin):
    page_template = "admin/knowledge/clarifiedquestion/change_list.html"

    def page(self, request: HttpRequest) -> dict[str, Any]:
        return choice_page.page(request)
