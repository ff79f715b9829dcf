"""Following a page: each block in its order, and the first that fails is told with what it said."""

import subprocess
from pathlib import Path

import pytest

from tests.how_to.following import NotAsWritten, blocks, follow

CHANGE = """\
```diff
--- a/greeting.txt
+++ b/greeting.txt
@@ -1 +1 @@
-hello
+good day
```
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / "greeting.txt").write_text("hello\n")
    return tmp_path


def test_diffs_and_commands_are_done_in_the_order_of_the_page(root: Path) -> None:
    follow("First:\n```sh\ncp greeting.txt before\n```\nThen:\n" + CHANGE + "```sh\ncp greeting.txt after\n```\n", root)
    assert (root / "before").read_text() == "hello\n"
    assert (root / "after").read_text() == "good day\n"


def test_a_diff_may_make_a_new_file(root: Path) -> None:
    follow("```diff\n--- /dev/null\n+++ b/new/file.txt\n@@ -0,0 +1 @@\n+here\n```\n", root)
    assert (root / "new" / "file.txt").read_text() == "here\n"


def test_other_blocks_are_only_read(root: Path) -> None:
    read = "```yaml\nkind: service\n```\n```\nfalse\n```\n"
    assert blocks(read) == []
    follow(read, root)


def test_a_diff_that_does_not_apply_is_told_with_the_reason(root: Path) -> None:
    (root / "greeting.txt").write_text("good morning\n")
    with pytest.raises(NotAsWritten, match=r"(?s)\+good day.*patch does not apply"):
        follow(CHANGE, root)


def test_a_command_that_fails_is_told_with_what_it_printed(root: Path) -> None:
    with pytest.raises(NotAsWritten, match=r"(?s)ls nowhere.*\nthe output\n.*nowhere.*No such file"):
        follow("```sh\necho the output\nls nowhere\n```\n", root)


def test_a_command_that_fails_before_others_that_succeed_is_a_failure(root: Path) -> None:
    with pytest.raises(NotAsWritten):
        follow("```sh\nfalse\ntrue\n```\n", root)


def test_nothing_is_done_after_a_block_that_failed(root: Path) -> None:
    with pytest.raises(NotAsWritten):
        follow("```sh\nfalse\n```\n```sh\ntouch later\n```\n", root)
    assert not (root / "later").exists()
