"""What the inbox can be narrowed to beside its plain columns."""

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from leads.models import Lead
from leads.staff.people import NOBODY, name_of, salespeople

MINE, NONE = "me", "none"
AGES = {
    "hour": ("1時間以内", timedelta(0), timedelta(hours=1)),
    "day": ("24時間以内", timedelta(0), timedelta(days=1)),
    "week": ("7日以内", timedelta(0), timedelta(days=7)),
    "older": ("7日より前", timedelta(days=7), timedelta.max),
}


class OwnerFilter(admin.SimpleListFilter):
    title = "担当者"
    parameter_name = "owner"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        others = (user for user in salespeople() if user != request.user)
        return [(MINE, "自分"), (NONE, NOBODY), *((str(user.pk), name_of(user)) for user in others)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Lead]) -> QuerySet[Lead]:
        value = self.value()
        if value == MINE:
            return queryset.filter(owner=request.user.pk)
        if value == NONE:
            return queryset.filter(owner=None)
        return queryset.filter(owner=int(value)) if value and value.isdecimal() else queryset


class AgeFilter(admin.SimpleListFilter):
    title = "受付からの時間"
    parameter_name = "age"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(value, label) for value, (label, _, _) in AGES.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Lead]) -> QuerySet[Lead]:
        if (value := self.value()) not in AGES:
            return queryset
        _, youngest, oldest = AGES[value]
        now = timezone.now()
        since = Q() if oldest is timedelta.max else Q(created_at__gt=now - oldest)
        return queryset.filter(since, created_at__lte=now - youngest)
