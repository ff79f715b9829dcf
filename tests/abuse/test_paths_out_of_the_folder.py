"""Static files and the widget: no address leads out of their folders, and none lists them."""

import pytest

from tests.chat.visitor import Visitor
from tests.fakes import FakeEngine
from web.environment import ROOT

pytestmark = pytest.mark.slow

SECRETS = ("SECRET_KEY", "INSTALLED_APPS", "root:x:", "sqlite", "action_token", "def ")
OUTSIDE = ("web/settings.py", "var/secrets.json", "etc/passwd", "manage.py", "chat/widget/widget.js")
UP = ("../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..\\", "..%5c", "....//", "%c0%ae%c0%ae/", "..;/", ".%00./", "／..／")
WHERE = ("/static/", "/static/admin/", "/static/leads/", "/", "/widget/", "/widget.js/", "/demo.css/")
DEPTHS = (1, 3, 9)


@pytest.fixture
def passer(engine: FakeEngine) -> Visitor:
    return Visitor()


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("up", UP)
def test_no_way_leads_up(passer: Visitor, where: str, up: str) -> None:
    for depth in DEPTHS:
        for file in OUTSIDE:
            response = passer.send("GET", f"{where}{up * depth}{file}")
            said = response.content.decode(errors="replace")
            assert response.status_code in {400, 404}, f"{where}{up * depth}{file}"
            assert not [secret for secret in SECRETS if secret in said]


@pytest.mark.parametrize("path", ["/static/", "/static/admin/", "/static/leads", "/widget/", "/chat/widget/widget.js"])
def test_no_folder_is_listed(passer: Visitor, path: str) -> None:
    assert passer.send("GET", path).status_code == 404


@pytest.mark.parametrize(
    "path", [f"/static/{ROOT}/web/settings.py", f"/static//{ROOT}/var/secrets.json", "/static/C:/"]
)
def test_no_absolute_path_is_served(passer: Visitor, path: str) -> None:
    assert passer.send("GET", path).status_code == 404


def test_what_is_meant_to_be_served_is(passer: Visitor) -> None:
    assert passer.send("GET", "/static/leads/sales.css").status_code == 200
