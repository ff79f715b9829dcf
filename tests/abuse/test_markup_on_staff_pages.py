"""Whatever visitors and staff have typed stands on the pages of staff as text: every page is opened with markup in
every field that can hold some."""

from html.parser import HTMLParser
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from audit.recording import record
from audit.vocabulary import Did, Kind
from knowledge.models import Candidate, Draft, Proposal, Release, Upload
from leads.models import Delivery, Lead
from tests.access.routes import address_of, routes
from tests.access.world import World, a_world
from tests.fakes import FakeEngine
from tests.knowledge.asked import chosen, rated, unanswered
from tests.leads.staff.samples import a_lead

EVIL = "補償\"'><script>window.hacked=1</script><img src=x onerror=window.hacked=1><a href=javascript:hacked()>"
SHOWN = "&lt;script&gt;window.hacked"


class Page(HTMLParser):
    """What of a page would run the visitor's script."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.running: list[str] = []
        self._in_script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_script = tag == "script"
        for name, value in attrs:
            if name.startswith("on") or "javascript:" in (value or "").strip().lower()[:20]:
                self.running.append(f"<{tag} {name}={value}>")

    def handle_data(self, data: str) -> None:
        if self._in_script and "hacked" in data:
            self.running.append(data)


@pytest.fixture
def world(release: Release, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr("knowledge.candidates.start", lambda digest: None)
    made = a_world()
    contact = {"name": EVIL, "email": f"x{EVIL}@example.co.jp", "phone": EVIL, "preferred_time": EVIL}
    lead = a_lead(
        reference="H-2",
        company=EVIL,
        contact=contact,
        incident_details=EVIL,
        unanswered=[EVIL],
        transcript=[{"from": "visitor", "text": EVIL, "at": EVIL}],
    )
    lead.notes.create(text=EVIL, by=made.users["sales"])
    Delivery.objects.create(lead=lead, channel="webhook", state="dead", last_error=EVIL[:300])
    Lead.objects.exclude(pk=lead.pk).delete()
    User.objects.update(last_name=EVIL[:150], first_name=EVIL[:150])
    Release.objects.update(note=EVIL, published_by="sales", approved_by=EVIL[:150])
    draft = Draft.objects.order_by("pk")[0]
    filled: dict[str, Any] = {
        name: EVIL for name in ("title", "answer", "source", "boundary_note") if name in draft.data
    }
    draft.data = {**draft.data, **filled, "aliases": [EVIL], "questions": [EVIL]}
    draft.updated_by = EVIL[:150]
    draft.save()
    Proposal.objects.update(note=EVIL, by="sales")
    Candidate.objects.update(faults=[{"place": EVIL, "line": 0, "message": EVIL}])
    plan = {"name": EVIL, "scope": "", "faults": [{"place": EVIL, "line": 1, "message": EVIL}], "passed_over": [EVIL]}
    Upload.objects.update(name=EVIL[:255], plan=plan)
    unanswered(EVIL)
    rated(EVIL, draft.entry_id)
    chosen(EVIL, draft.entry_id)
    record(Did.EXPORTED, Kind.LEAD, "H-2", scope=EVIL)
    return made


def pages(client: Client, role: str) -> dict[str, str]:
    """The HTML of every page that this role is shown, searched for the markup where it can be searched."""
    found = {}
    for route in routes():
        if route.startswith("/staff/") and "logout" not in route:
            response = client.get(address_of(route), {"q": EVIL} if role == "searching" else {})
            if response.headers.get("Content-Type", "").startswith("text/html"):
                found[route] = response.content.decode()
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["superuser", "auditor", "content"])
def test_every_page_shows_it_as_text(world: World, role: str) -> None:
    seen = pages(world.browser_of(role)(), role)
    assert {route: running for route, page in seen.items() if (running := Page(page).running)} == {}
    assert [route for route, page in seen.items() if SHOWN in page], "the pages hold it, and hold it as text"


@pytest.mark.django_db
def test_what_is_searched_for_is_shown_as_text(world: World) -> None:
    seen = pages(world.browser_of("superuser")(), "searching")
    assert {route: running for route, page in seen.items() if (running := Page(page).running)} == {}
    assert len([route for route, page in seen.items() if SHOWN in page]) > 5


def test_the_reader_of_pages_would_see_it_run() -> None:
    assert len(Page(EVIL).running) == 3
