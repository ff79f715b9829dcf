import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from knowledge.domain.matching.matcher import Matcher
from knowledge.domain.matching.matcher_file import from_bytes, to_bytes
from tests.knowledge.fakes import FakeEncoder

QUESTIONS = ["PCを電車に忘れた", "火災保険", "盗まれた", "ありがとう", "😱"]


def test_a_stored_matcher_ranks_exactly_as_the_fitted_one(matcher: Matcher) -> None:
    again = from_bytes(to_bytes(matcher))
    for text, row in zip(QUESTIONS, FakeEncoder().encode(QUESTIONS), strict=True):
        assert again.rank(text, row) == matcher.rank(text, row)


def test_a_stored_matcher_keeps_its_classes_and_its_precision(matcher: Matcher) -> None:
    again = from_bytes(to_bytes(matcher))
    assert again.classes == matcher.classes
    assert (again.weights == matcher.weights).all()
    assert again.weights.dtype == again.bias.dtype == again.mean.dtype == np.float32


def test_nothing_is_no_matcher() -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        from_bytes(b"")


def test_a_matcher_cut_short_is_refused(matcher: Matcher) -> None:
    data = to_bytes(matcher)
    with pytest.raises(ValueError, match="cannot be read"):
        from_bytes(data[: len(data) // 2])


@pytest.mark.parametrize("share", [0.05, 0.3, 0.5, 0.7, 0.9, 0.999])
def test_damage_anywhere_is_refused(matcher: Matcher, share: float) -> None:
    data = bytearray(to_bytes(matcher))
    start = int(len(data) * share)
    data[start : start + 40] = bytes(byte ^ 0xFF for byte in data[start : start + 40])
    with pytest.raises(ValueError, match="cannot be read"):
        from_bytes(bytes(data))


def test_an_archive_of_something_else_is_refused(tmp_path: Path) -> None:
    np.savez(tmp_path / "other.npz", weights=np.zeros(3))
    with pytest.raises(ValueError, match="cannot be read"):
        from_bytes((tmp_path / "other.npz").read_bytes())


def test_pickled_code_is_not_run(tmp_path: Path) -> None:
    np.savez(tmp_path / "pickle.npz", classes=np.array([Trap(tmp_path / "sprung")], dtype=object))
    with pytest.raises(ValueError, match="cannot be read"):
        from_bytes((tmp_path / "pickle.npz").read_bytes())
    assert not (tmp_path / "sprung").exists()


class Trap:
    """Makes a folder when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Callable[..., None], tuple[Path]]:
        return os.mkdir, (self.path,)
