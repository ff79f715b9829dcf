"""Every document of docs/reference/ is what make docs writes from the code as it is now."""

import pytest

from deploy.reference.documents import DOCUMENTS, FOLDER
from deploy.reference.markdown import MARK
from web.environment import ROOT


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_document_is_what_the_code_says(name: str) -> None:
    kept = (FOLDER / name).read_text(encoding="utf-8")
    assert kept == DOCUMENTS[name](), f"docs/reference/{name} is not as the code is; run: make docs"


def test_nothing_else_lies_beside_them() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(DOCUMENTS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_says_that_nobody_writes_it(name: str) -> None:
    assert MARK in (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_is_the_same_on_every_machine(name: str) -> None:
    assert str(ROOT) not in DOCUMENTS[name]()
