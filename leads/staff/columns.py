"""The columns of the inbox that are more than a field."""

from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from leads.domain.lead import Kind
from leads.models import Lead
from leads.staff.age import ago
from leads.staff.people import name_of

COLUMNS = ("rank", "age", "reference", "who", "what", "status", "owned_by", "sent")


class Columns:
    @admin.display(description="ランク", ordering="grade")
    def rank(self, lead: Lead) -> str:
        return lead.grade

    @admin.display(description="受付", ordering="-created_at")
    def age(self, lead: Lead) -> SafeString:
        at = timezone.localtime(lead.created_at)
        return format_html('<time title="{}">{}</time>', f"{at:%Y-%m-%d %H:%M}", ago(at, timezone.now()))

    @admin.display(description="会社名")
    def who(self, lead: Lead) -> str:
        return lead.company or f"{lead.content['contact']['name']} 様"

    @admin.display(description="種別", ordering="kind")
    def what(self, lead: Lead) -> str | SafeString:
        urgent = lead.kind == Kind.URGENT
        return format_html('<strong class="urgent">{}</strong>', "【緊急】事故") if urgent else lead.get_kind_display()

    @admin.display(description="担当者", ordering="owner")
    def owned_by(self, lead: Lead) -> str:
        return name_of(lead.owner)

    @admin.display(description="配信")
    def sent(self, lead: Lead) -> str | SafeString:
        each = sorted(lead.deliveries.all(), key=lambda d: d.channel)
        lines = ((d.state, f"{d.get_channel_display()}: {d.get_state_display()}") for d in each)
        return format_html_join("", '<span class="sent {}">{}</span>', lines) or "—"
