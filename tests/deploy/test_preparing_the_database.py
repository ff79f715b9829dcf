"""deploy.prepare: whatever state the database is in, one call makes it what this version needs."""

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError
from pytest_django import Settings

from deploy.prepare import prepare
from deploy.stack import PYTHON, variables
from knowledge.models import Release
from tests.knowledge.conftest import corpus_folder, encoder, entries  # noqa: F401 -- fixtures
from web.environment import FIRST_LOGIN, ROOT, Environment, first_password, load


@pytest.fixture
def environment(var: Path, db: None, corpus_folder: Path, settings: Settings, encoder: object) -> Environment:  # noqa: F811
    """Of a machine on which nothing is set; the small corpus is what hosho ships, and nothing is published yet."""
    settings.CORPUS = corpus_folder
    return load()


def test_an_empty_database_gets_a_release_and_later_keeps_it(environment: Environment) -> None:
    prepare(environment)
    assert Release.objects.count() == 1
    prepare(environment)
    assert Release.objects.count() == 1


def test_the_first_login_is_made_once(environment: Environment) -> None:
    prepare(environment)
    made = User.objects.get()
    assert made.is_superuser
    assert (made.username, made.check_password(first_password(environment))) == (FIRST_LOGIN, True)
    User.objects.update(username="tanaka")
    prepare(environment)
    assert User.objects.get().username == "tanaka"


def test_in_production_nobody_is_let_in_by_it(environment: Environment) -> None:
    prepare(environment.model_copy(update={"production": True}))
    assert not User.objects.exists()


def test_knowledge_that_cannot_be_published_is_told(environment: Environment, corpus_folder: Path) -> None:  # noqa: F811
    next(corpus_folder.glob("*.yml")).write_text("title: 壊れています", encoding="utf-8")
    with pytest.raises(CommandError, match="公開しませんでした"):
        prepare(environment)


@pytest.mark.stack
def test_a_database_of_an_older_version_is_migrated(tmp_path: Path) -> None:
    """As it is after an upgrade, or after an older backup was put back."""
    own = load()
    with (
        closing(sqlite3.connect(own.var / "hosho.db")) as source,
        closing(sqlite3.connect(tmp_path / "hosho.db")) as copy,
    ):
        source.backup(copy)
    env = variables(own.model_copy(update={"var": tmp_path, "database_url": ""}))
    subprocess.run([str(PYTHON), "manage.py", "migrate", "axes", "zero", "-v0"], cwd=ROOT, env=env, check=True)
    assert "axes_accessattempt" not in tables(tmp_path)
    subprocess.run([str(PYTHON), "-m", "deploy.prepare"], cwd=ROOT, env=env, check=True)
    assert "axes_accessattempt" in tables(tmp_path)


def tables(var: Path) -> set[str]:
    with closing(sqlite3.connect(var / "hosho.db")) as database:
        return {name for (name,) in database.execute("select name from sqlite_master")}
