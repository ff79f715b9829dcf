"""What every kind of test shares: the started stack."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage
from django.db import connections
from django.test import TransactionTestCase
from pytest_django import DjangoDbBlocker
from servestatic.middleware import ServeStaticMiddleware

from audit import guards
from audit.models import Record
from bench.receiver import Receiver, receiving
from chat import limits
from deploy.started import Stack, started_stack
from tests.host_site import HostSite, serving
from tests.live_entries import assert_repository_is_live
from tests.rows import all_rows, fill
from tests.stack_logs import assert_they_hold_nothing_said

SOURCE_PAGE = "https://www.example.jp/cyber/"
ALONE = ("browser", "faults")
"""Folders whose tests nothing may run beside."""
DOMAINS, BESIDE_THEM = ("knowledge", "leads"), ("staff", "delivery")
"""Folders with the domains' own tests, and those in them that come to a domain over pages and channels."""


@pytest.fixture(scope="session")
def receiver() -> Iterator[Receiver]:
    """Where the started stack sends its leads."""
    with receiving() as started:
        yield started


@pytest.fixture(scope="session")
def host_site() -> Iterator[HostSite]:
    """A company's site that may embed the started stack's widget."""
    with serving() as started:
        yield started


@pytest.fixture(scope="session")
def stack(receiver: Receiver, host_site: HostSite) -> Iterator[Stack]:
    """The real rasa, web and deliver on ports of their own; one start serves the whole run of a worker, after which its
    logs are searched for whatever was said to it."""
    assert_repository_is_live()
    with started_stack(**receiver.settings, allowed_origins=[host_site.url], source_page=SOURCE_PAGE) as started:
        yield started
        assert_they_hold_nothing_said(started, receiver)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever uses the started stack carries the mark `stack`, so that the fast subset can leave it out;
    and the domains' own tests the mark `domain`, as they alone must reach each of its lines."""
    here = Path(__file__).parent
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "stack" in fixtures or "deploy_run" in fixtures:
            item.add_marker("stack")
        folder, *within = item.path.relative_to(here).parts
        if folder in ALONE:
            item.add_marker("alone")
        if folder in DOMAINS and within[0] not in BESIDE_THEM:
            item.add_marker("domain")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """The lines that ran are kept now: a worker with a stack to stop may be ended before it comes to that by itself."""
    if measured := Coverage.current():
        measured.save()


@pytest.fixture(autouse=True)
def _nobody_has_asked_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """What earlier tests asked counts for no limit."""
    monkeypatch.setattr(limits, "_limiter", None)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite in a file and with WAL, as in production: several connections see the same rows and the same locks."""
    database = connections["default"].settings_dict
    if database["ENGINE"] == "web.sqlite":
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "hosho.db")


@pytest.fixture(scope="session", autouse=True)
def what_migrations_made_outlives_a_flush(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A test that commits is followed by a flush of every table. It would take the groups with it, which the next
    tests need, and the audit trail's triggers refuse it."""
    flush = TransactionTestCase._fixture_teardown
    with django_db_blocker.unblock():
        migrated = all_rows()

    def flush_and_fill(case: TransactionTestCase) -> None:
        with guards.lifted() if Record.objects.exists() else contextlib.nullcontext():
            flush(case)
        fill(migrated)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", flush_and_fill)
        yield


@pytest.fixture(scope="session", autouse=True)
def static_files_are_looked_for_once() -> Iterator[None]:
    """And not by each of the thousands of test clients anew."""
    look = ServeStaticMiddleware.add_files_from_finders
    found: dict[str, Any] = {}

    def look_once(middleware: ServeStaticMiddleware) -> None:
        if not found:
            look(middleware)
            found.update(middleware.files)
        middleware.files.update(found)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ServeStaticMiddleware, "add_files_from_finders", look_once)
        yield
