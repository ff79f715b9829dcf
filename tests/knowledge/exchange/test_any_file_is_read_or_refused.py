"""Any bytes under any name that is taken: entries, or faults in Japanese, soon, and never an error."""

import time
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from knowledge.domain.incoming import Incoming
from knowledge.domain.sheets.csv_writing import to_csv
from knowledge.domain.yaml_archive import to_archive
from knowledge.exchange import read_upload
from tests.knowledge.exchange.books import book_of, with_member
from tests.knowledge.samples import a_corpus, an_entry

pytestmark = pytest.mark.slow

SECONDS = 3.0
"""Of this process' own time."""
quick = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
BOOK = book_of()
MEMBERS = tuple(ZipFile(BytesIO(BOOK)).namelist())
SOUND: dict[str, bytes] = {
    "知識.xlsx": BOOK,
    "知識.csv": to_csv(a_corpus(), {}, "utf-8"),
    "知識.zip": to_archive(a_corpus()),
}
YAML_PIECES = (
    *("id: ", "cost.a", "title: ", "questions:\n", "- ", "費用", "\n", "  ", "&a ", "*a", "<<: ", "[", "]", "{", "}"),
    *("!!python/object/apply:os.system ", "!!binary ", "!!timestamp ", "!!set ", "!<x> ", "%YAML 9\n", "---\n", ","),
    *("? ", ": ", "|\n", ">-\n", '"', "'", "#", "~", "null", "0x1F", ".nan", "1e999", "2026-99-99", "\t", "\x00"),
)
yaml_texts = st.lists(st.sampled_from(YAML_PIECES) | st.text(max_size=4), max_size=60).map("".join)


def read(name: str, data: bytes) -> Incoming:
    """Soon; and where nothing is read, it is said why."""
    began = time.process_time()
    incoming = read_upload(name, data)
    assert time.process_time() - began < SECONDS
    assert incoming.entries or incoming.faults or incoming.passed_over
    assert all(fault.message for fault in incoming.faults)
    return incoming


@quick
@given(st.sampled_from(["a.xlsx", "a.csv", "a.zip", "a.yml", "a.txt", "a"]), st.binary(max_size=400))
@example("a.csv", b"\xff\xfe" + "項目".encode("utf-16-le"))
@example("a.xlsx", b"PK\x03\x04")
@example("a.zip", b"PK\x05\x06" + bytes(18))
def test_any_bytes(name: str, data: bytes) -> None:
    read(name, data)


@quick
@given(st.sampled_from(sorted(SOUND)), st.data())
def test_a_sound_file_with_bytes_changed_or_cut_off(name: str, data: st.DataObject) -> None:
    broken = bytearray(SOUND[name])
    for place in data.draw(st.lists(st.integers(0, len(broken) - 1), max_size=20)):
        broken[place] = data.draw(st.integers(0, 255))
    read(name, bytes(broken[: data.draw(st.integers(0, len(broken)))]))


@quick
@given(st.sampled_from(MEMBERS), st.data())
def test_a_workbook_whose_inside_is_changed(member: str, data: st.DataObject) -> None:
    def change(content: bytes) -> bytes:
        broken = bytearray(content)
        for place in data.draw(st.lists(st.integers(0, len(broken) - 1), max_size=20)):
            broken[place] = data.draw(st.integers(0, 255))
        return bytes(broken)

    read("知識.xlsx", with_member(BOOK, member, change))


@quick
@given(yaml_texts)
@example("a: &a [x]\nb: [*a, *a]\n")
@example("id: cost.a\nid: cost.b\n")
@example("!!timestamp きのう")
@example("!!bool たぶん")
@example("!!int ''")
@example("- " * 3000)
@example("{" * 3000)
@example("? " * 2000)
def test_any_yaml(text: str) -> None:
    read("cost.a.yml", text.encode())


def laughs(depth: int = 30) -> str:
    """Each line ten times the one before."""
    lines = ["l0: &l0 [笑, 笑, 笑, 笑, 笑, 笑, 笑, 笑, 笑, 笑]"]
    return "\n".join(lines + [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]" for n in range(1, depth)])


def merges(depth: int = 30) -> str:
    """Merge keys that each hold the one before twice."""
    lines = ["m0: &m0 {a: 1}"]
    return "\n".join(lines + [f"m{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}], k{n}: 1}}" for n in range(1, depth)])


def endless() -> str:
    return "id: cost.a\nquestions: &q\n- *q\n"


def in_itself() -> str:
    return "&a\nid: cost.a\n<<: *a\n"


@pytest.mark.parametrize("bomb", [laughs, merges, endless, in_itself], ids=lambda made: made.__name__)
def test_yaml_that_grows_without_end_is_a_fault(bomb: Callable[[], str]) -> None:
    incoming = read("cost.a.yml", bomb().encode())
    assert incoming.entries == []
    assert incoming.faults


def test_what_is_sound_is_read() -> None:
    for name, data in SOUND.items():
        assert read(name, data).faults == [], name
    assert [entry.id for entry in read("a.csv", to_csv([an_entry()], {}, "utf-8")).entries]
