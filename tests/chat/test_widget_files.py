"""The demo page and the widget's files, as the web process serves them."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from chat import page
from tests.chat.visitor import Visitor, assert_problem

SCRIPTS = sorted(file.name for file in page.FOLDER.glob("*.js"))
OUTSIDE = ["views.py", "texts.py", "__init__.py", "widget", "", ".", "..", "demo", "client.js.map", "Client.js"]
TRAVERSALS = [
    "../views.py",
    "..%2fviews.py",
    "%2e%2e%2fviews.py",
    "..%5cviews.py",
    "....//views.py",
    "%2e%2e/%2e%2e/var/secrets.json",
    "/etc/passwd",
    "%2fetc%2fpasswd",
    "client.js%00.html",
    "..;/views.py",
]


class Page(HTMLParser):
    """Collects what a strict Content-Security-Policy would refuse, and what the page loads."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.refused += [f"{tag} {name}" for name in given if name.startswith("on") or name == "style"]
        if tag == "style" or (tag == "script" and not given.get("src")):
            self.refused.append(tag)
        link = given.get("src") or (given.get("href") if tag == "link" else None)
        self.loads += [link] if link else []


def demo_page(visitor: Visitor) -> str:
    response = visitor.send("GET", "/")
    assert (response.status_code, response.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    return response.content.decode()


def test_the_demo_page_is_japanese_and_loads_the_widget(passer_by: Visitor) -> None:
    text = demo_page(passer_by)
    assert '<html lang="ja">' in text
    assert "/widget.js" in text


def test_the_demo_page_has_no_inline_script_or_style(passer_by: Visitor) -> None:
    read = Page()
    read.feed(demo_page(passer_by))
    assert read.loads
    assert read.refused == []


def test_whatever_the_demo_page_loads_comes_from_here(passer_by: Visitor) -> None:
    read = Page()
    read.feed(demo_page(passer_by))
    assert [link for link in read.loads if not link.startswith("/") or link.startswith("//")] == []
    assert {link: passer_by.send("GET", link).status_code for link in read.loads} == dict.fromkeys(read.loads, 200)


def test_the_demo_page_may_run_scripts_of_this_site_alone(passer_by: Visitor) -> None:
    policy = passer_by.send("GET", "/").headers["Content-Security-Policy"]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";") if part.strip())
    assert directives["script-src"] == directives["style-src"] == directives["connect-src"] == "'self'"
    assert directives["default-src"] == directives["frame-ancestors"] == directives["base-uri"] == "'none'"
    assert "unsafe" not in policy


def test_a_page_is_not_taken_for_another_type(passer_by: Visitor) -> None:
    assert passer_by.send("GET", "/widget.js").headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_is_served_as_javascript(passer_by: Visitor, name: str) -> None:
    response = passer_by.send("GET", f"/widget/{name}")
    assert (response.status_code, response.headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert response.content == (page.FOLDER / name).read_bytes()


def test_the_widget_has_an_address_of_its_own(passer_by: Visitor) -> None:
    assert passer_by.send("GET", "/widget.js").content == (page.FOLDER / "widget.js").read_bytes()


def test_every_module_that_a_script_imports_is_served(passer_by: Visitor) -> None:
    imported = {m for n in SCRIPTS for m in re.findall(r'from "\./(?:widget/)?([^"]+)"', (page.FOLDER / n).read_text())}
    assert imported
    assert {m: passer_by.send("GET", f"/widget/{m}").status_code for m in imported} == dict.fromkeys(imported, 200)


def test_the_style_sheet_is_served_as_css(passer_by: Visitor) -> None:
    response = passer_by.send("GET", "/demo.css")
    assert (response.status_code, response.headers["Content-Type"]) == (200, "text/css; charset=utf-8")


@pytest.mark.parametrize("path", ["/", "/widget.js", "/demo.css", "/widget/client.js"])
def test_an_unchanged_file_costs_a_304(passer_by: Visitor, path: str) -> None:
    first = passer_by.send("GET", path)
    again = passer_by.send("GET", path, **{"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


def test_a_changed_file_is_sent_whole(passer_by: Visitor) -> None:
    response = passer_by.send("GET", "/widget.js", **{"If-None-Match": '"another"'})
    assert (response.status_code, bool(response.content)) == (200, True)


def test_a_head_request_tells_the_size_without_the_file(passer_by: Visitor) -> None:
    response = passer_by.send("HEAD", "/widget.js")
    assert (response.status_code, response.content) == (200, b"")
    assert int(response.headers["Content-Length"]) == (page.FOLDER / "widget.js").stat().st_size


@pytest.mark.parametrize("path", [*OUTSIDE, *TRAVERSALS])
def test_no_other_file_can_be_reached(passer_by: Visitor, path: str) -> None:
    assert Path(page.FOLDER.parent / "views.py").exists()
    assert_problem(passer_by.send("GET", f"/widget/{path}"), 404)


def test_the_browsers_question_for_an_icon_is_no_error(passer_by: Visitor) -> None:
    assert passer_by.send("GET", "/favicon.ico").status_code == 204
