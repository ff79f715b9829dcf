"""Every address of the staff pages, read from the URL configuration itself: who may not be there is not let in."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

pytestmark = pytest.mark.django_db
SAMPLES = {"int:": "1", "uuid:": "6f1c2f9e-0000-4000-8000-000000000000", "str:": "xlsx", "path:": "1", "slug:": "x"}
REFUSED = {403, 404, 405}


def addresses(patterns: list[URLPattern | URLResolver], prefix: str = "/") -> Iterator[tuple[str, str]]:
    """(name, address) of every pattern, its arguments filled in."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern).lstrip("^")
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, route)
        else:
            yield pattern.name or "", _filled(route)


def _filled(route: str) -> str:
    while "<" in route:
        before, _, rest = route.partition("<")
        argument, _, after = rest.partition(">")
        value = next((sample for kind, sample in SAMPLES.items() if argument.startswith(kind)), "1")
        route = before + value + after
    return route


def of(*starts: str) -> list[str]:
    """The addresses under /staff/ whose names start so."""
    found = [
        a for name, a in addresses(get_resolver().url_patterns) if a.startswith("/staff/") and name.startswith(starts)
    ]
    assert found
    return sorted(set(found))


CONTENT = of("knowledge_", "staff_numbers")
SALES = of("leads_")


def let_in(client: Client, pages: list[str]) -> list[str]:
    """The pages that answer otherwise than by refusing, or by sending back to the start (what does not exist)."""
    answers = {f"{m} {page}": getattr(client, m)(page) for page in pages for m in ("get", "post")}
    return [
        page for page, r in answers.items() if r.status_code not in REFUSED and r.headers.get("Location") != "/staff/"
    ]


def test_there_is_something_to_walk() -> None:
    assert len(CONTENT) > 30
    assert len(SALES) > 5


def test_sales_reach_no_page_of_content(sales: Client) -> None:
    assert let_in(sales, CONTENT) == []


def test_content_reach_no_page_of_sales(content: Client, approver: Client) -> None:
    assert let_in(content, SALES) == []
    assert let_in(approver, SALES) == []


def test_a_stranger_is_sent_to_the_login_from_every_page(client: Client) -> None:
    for page in [*CONTENT, *SALES]:
        assert client.get(page).headers.get("Location", "").startswith("/staff/login/"), page
