"""What the list of entries can be narrowed to."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from knowledge.domain.kind_names import KIND_NAMES
from knowledge.domain.text import fold
from knowledge.models import Draft
from knowledge.staff.states import LABELS, State, in_state, out_of_period, weak

OUT_OF_PERIOD, WEAK = "out", "weak"


class KindFilter(admin.SimpleListFilter):
    title = "種類"
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(kind.value, name) for kind, name in KIND_NAMES.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Draft]) -> QuerySet[Draft]:
        return queryset.filter(kind=self.value()) if self.value() else queryset


class StateFilter(admin.SimpleListFilter):
    title = "状態"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [*((state.value, LABELS[state]) for state in State), (OUT_OF_PERIOD, "期間外")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Draft]) -> QuerySet[Draft]:
        value = self.value()
        if value == OUT_OF_PERIOD:
            return queryset.filter(out_of_period(timezone.localdate()))
        return queryset.filter(in_state(State(value))) if value and value in State else queryset


class WeakFilter(admin.SimpleListFilter):
    title = "見つかりやすさ"
    parameter_name = "found"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(WEAK, "弱い項目")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Draft]) -> QuerySet[Draft]:
        return queryset.filter(weak()) if self.value() == WEAK else queryset


def matching(drafts: QuerySet[Draft], term: str) -> QuerySet[Draft]:
    """The drafts that hold every word of the term, in whatever width or case."""
    for word in fold(term).split():
        drafts = drafts.filter(search_text__contains=word)
    return drafts
