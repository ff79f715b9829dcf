"""One of everything that an address may name, and who may come to it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone

from audit.recording import record
from audit.vocabulary import Did, Kind
from chat.models import ErasureReceipt, Session
from chat.tokens import issue, lifetime
from knowledge.domain.comparison import Report
from knowledge.models import Candidate, Draft, Proposal, Upload
from leads.models import Channel, Delivery
from tests.knowledge.asked import chosen, rated, unanswered
from tests.leads.staff.samples import a_lead
from tests.people import member

GROUPS = ("sales", "content", "approver", "auditor", "privacy")
ROLES = ("nobody", "visitor", "rasa", "staff", *GROUPS, "superuser")
"""nobody has neither login nor token; visitor has a session's token, rasa the shared one; staff is in no group."""


@dataclass
class World:
    users: dict[str, User] = field(default_factory=dict)
    headers: dict[str, dict[str, str]] = field(default_factory=dict)

    def browser_of(self, role: str) -> Callable[[], Client]:
        """Makes browsers that are logged in, or carry the token; each is used once."""
        logged_in = Client()
        if role in self.users:
            logged_in.force_login(self.users[role])

        def browser() -> Client:
            fresh = Client(headers=self.headers.get(role, {}), raise_request_exception=False)
            fresh.handler = logged_in.handler  # its middleware, loaded once: every browser has it the same
            fresh.cookies.load(logged_in.cookies.output(header="", sep=";"))
            return fresh

        return browser


def a_world() -> World:
    """Needs a release."""
    world = World()
    for role in ("staff", *GROUPS):
        world.users[role] = member(role, "試験 太郎", *([role] if role in GROUPS else []))
    world.users["superuser"] = User.objects.create_superuser("superuser")
    session = Session.objects.create(expires_at=timezone.now() + lifetime())
    world.headers["visitor"] = _bearer(issue(session))
    world.headers["rasa"] = _bearer(settings.ENVIRONMENT.action_token)
    assert set(Group.objects.values_list("name", flat=True)) == set(GROUPS), "a group without a column in the table"
    _one_of_everything(world)
    return world


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def _one_of_everything(world: World) -> None:
    Delivery.objects.create(lead=a_lead(), channel=Channel.EMAIL, state="dead")
    rated("鍵をなくした", "scenario.lost_device")
    chosen("書類", "scenario.lost_device")
    unanswered("身代金は払われますか")
    plan: dict[str, Any] = {"name": "知識.xlsx", "scope": ""}
    Upload.objects.create(owner=world.users["content"], name="知識.xlsx", content=b"x", plan=plan)
    report = Report(base=1).model_dump(mode="json")
    candidate = Candidate.objects.create(digest="試験", state="ready", report=report, entries=[])
    Proposal.objects.create(candidate=candidate, note="委託先の例を追加", by="content")
    ErasureReceipt.objects.create(number="E-2611-0001", by="privacy")
    record(Did.SAW, Kind.LEAD, "H-2611-0001")
    assert Draft.objects.exists()
