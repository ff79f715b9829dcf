"""A salesperson and some leads, the only ones in the database of this environment:
python -m tests.browser.sales_data PASSWORD"""

import sys
from datetime import timedelta

import django

django.setup()

from django.contrib.auth.models import Group, User  # noqa: E402
from django.utils import timezone  # noqa: E402

from leads.models import Channel, Delivery, DeliveryState, Lead  # noqa: E402
from tests.leads.staff.samples import a_lead  # noqa: E402

ASKED = [
    ("委託先から漏えいした場合は対象ですか", "listed", ["scenario.contractor_leak"]),
    ("海外の取引先から訴えられた場合はどうなりますか", "undetermined", ["feature.overseas_claim"]),
    ("身代金は対象ですか", "not_listed", []),
]
TRANSCRIPT = [
    ("visitor", "委託先から漏えいした場合は対象ですか"),
    ("bot", "「委託先にデータを預け、委託先から情報漏えいが発生」は、お支払い対象の一例として掲載があります。"),
    ("visitor", "身代金は対象ですか"),
    ("bot", "お尋ねの内容については掲載がありませんでした。担当者がご質問を承ります。"),
    ("visitor", "見積りをお願いします"),
    ("bot", "お見積りの準備を承ります。会社名をお知らせください。"),
    ("visitor", "株式会社山田製作所です"),
]


def main(password: str) -> None:
    Lead.objects.all().delete()
    User.objects.filter(is_superuser=True).delete()  # the developer's own
    sato = User.objects.create_user("sato", password=password, last_name="佐藤", first_name="一郎", is_staff=True)
    sato.groups.add(Group.objects.get(name="sales"))
    now = timezone.now()
    asked_at = now - timedelta(minutes=15)
    lead = a_lead(
        reference="H-2611-0007",
        created_at=now - timedelta(minutes=12),
        consent={"version": "2026-11", "at": asked_at},
        questions=[{"text": text, "verdict": v, "entries": entries, "at": asked_at} for text, v, entries in ASKED],
        transcript=[{"from": who, "text": text, "at": asked_at.isoformat()} for who, text in TRANSCRIPT],
    )
    Delivery.objects.create(
        lead=lead, channel=Channel.EMAIL, state=DeliveryState.DELIVERED, attempts=1, delivered_at=now
    )
    Delivery.objects.create(
        lead=lead, channel=Channel.SLACK, state=DeliveryState.DEAD, attempts=40, last_error="応答 500"
    )
    midori = {"name": "田中 美咲", "email": "tanaka@midori.example.co.jp", "phone": "06-0000-5678"}
    urgent = {"name": "高橋 健", "phone": "090-0000-4321"}
    hikari = {"name": "渡辺", "email": "watanabe@hikari.example.co.jp"}
    taken = {"owner": sato, "status": "in_progress"}
    a_lead(reference="H-2611-0006", created_at=now - timedelta(hours=2), kind="urgent", company=None, contact=urgent)
    day = timedelta(days=1)
    a_lead(reference="H-2611-0005", created_at=now - day, grade="B", company="みどり通販(株)", contact=midori, **taken)
    a_lead(reference="H-2611-0004", created_at=now - 3 * day, grade="C", company="㈲ひかり運輸", contact=hikari)
    a_lead(reference="H-2611-0003", created_at=now - 5 * day, grade="C", kind="callback", owner=sato, status="won")


if __name__ == "__main__":
    main(sys.argv[1])
