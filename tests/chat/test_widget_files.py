"""The demo page and the widget's files, as the web process serves them."""

import gzip
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from chat import page_files
from chat.widget_script import joined
from tests.chat.visitor import Visitor, assert_problem

OUTSIDE = ["views.py", "widget/widget.js", "widget/client.js", "client.js", "demo.html", "../views.py"]


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


def test_the_widget_is_one_script(passer_by: Visitor) -> None:
    response = passer_by.send("GET", "/widget.js")
    assert (response.status_code, response.headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert not re.search(r"^(import|export)\b|import\(|import\.meta", response.content.decode(), re.MULTILINE)


def test_a_browser_gets_the_widget_gzipped_in_twenty_kilobytes(passer_by: Visitor) -> None:
    small = passer_by.send("GET", "/widget.js", **{"Accept-Encoding": "gzip, deflate, br"})
    assert small.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in small.headers["Vary"]
    assert len(small.content) <= 20 * 1024
    whole = passer_by.send("GET", "/widget.js")
    assert gzip.decompress(small.content) == whole.content
    assert small.headers["ETag"] != whole.headers["ETag"]


def test_the_style_sheet_is_served_as_css(passer_by: Visitor) -> None:
    response = passer_by.send("GET", "/demo.css")
    assert (response.status_code, response.headers["Content-Type"]) == (200, "text/css; charset=utf-8")


@pytest.mark.parametrize("path", ["/", "/widget.js", "/demo.css"])
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
    assert int(response.headers["Content-Length"]) == len(joined(page_files.FOLDER).encode())


@pytest.mark.parametrize("path", OUTSIDE)
def test_no_other_file_can_be_reached(passer_by: Visitor, path: str) -> None:
    assert Path(page_files.FOLDER.parent / "views.py").exists()
    assert_problem(passer_by.send("GET", f"/{path}"), 404)


def test_the_browsers_question_for_an_icon_is_no_error(passer_by: Visitor) -> None:
    assert passer_by.send("GET", "/favicon.ico").status_code == 204
