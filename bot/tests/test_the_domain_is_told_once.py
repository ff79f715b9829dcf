"""Whether the domain is empty is asked with every message and does not change."""

from types import SimpleNamespace

import pytest
from rasa.shared.core.domain import Domain

from bot.whole_domain import tell_once


@pytest.mark.parametrize(
    ("domain", "empty"), [(Domain.empty(), True), (Domain.from_dict({"intents": ["thanks"]}), False)]
)
def test_it_is_told_as_before_without_writing_it_out(
    domain: Domain, empty: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell_once(SimpleNamespace(processor=SimpleNamespace(domain=domain)))
    monkeypatch.setattr(Domain, "as_dict", lambda self: pytest.fail("it was written out"))
    assert domain.is_empty() is empty


def test_without_a_model_there_is_nothing_to_tell() -> None:
    tell_once(None)
    tell_once(SimpleNamespace(processor=None))
