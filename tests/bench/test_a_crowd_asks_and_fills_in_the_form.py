"""The visitors of bench.stacks, against servers that answer at once."""

import asyncio
import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bench import pairs
from bench.stacks.crowd import ANSWERS, BEGINS, QUESTIONS, Level, drive
from bench.stacks.questions import Questions
from bench.stacks.talks import PublicApi, Rest, Talk

pytestmark = pytest.mark.slow

Json = dict[str, Any]
TWICE = "annual_sales"
"""The field whose value waits for はい."""


class FormFiller:
    """Each visitor's form, one question after another; `heard` is all that each said."""

    def __init__(self) -> None:
        self.heard: dict[str, list[str]] = {}

    def asks(self, visitor: str, words: str) -> tuple[str | None, str | None]:
        """What is asked next, and the receipt."""
        heard = self.heard.setdefault(visitor, [])
        heard.append(words)
        if BEGINS not in heard:
            return None, None
        fields = [field for field in ANSWERS for _ in range(2 if field == TWICE else 1)]
        given = len(heard) - heard.index(BEGINS) - 1
        return (fields[given], None) if given < len(fields) else (None, "R-1")


class FakeRasa(FormFiller):
    def __call__(self, path: str, token: str, body: Json) -> tuple[int, Any]:
        asks, receipt = self.asks(body["sender"], body["message"].removeprefix("/pressed "))
        button = {"title": BEGINS, "payload": f"/pressed {BEGINS}"}
        return 200, [
            {"text": "はい。", "buttons": [button]},
            {"custom": {"form": {"asks": asks, "receipt": receipt}} if asks or receipt else {}},
        ]


class FakeApi(FormFiller):
    def __call__(self, path: str, token: str, body: Json) -> tuple[int, Any]:
        if path == "/api/chat/sessions":
            return 201, {"token": f"t{len(self.heard)}-{threading.get_ident()}", "messages": []}
        asks, receipt = self.asks(token, body.get("text") or BEGINS)
        message = {"text": "はい。", "buttons": [{"id": "b1", "title": BEGINS}]}
        return 200, {"messages": [message], "form": {"asks": asks, "receipt": receipt} if asks or receipt else None}


@contextlib.contextmanager
def serving(reply: Callable[[str, str, Json], tuple[int, Any]]) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            status, said = reply(self.path, self.headers.get("Authorization", ""), body)
            content = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def questions(tmp_path: Path) -> Questions:
    rows = [f"質問{number}\tcoverage\tnone\n" for number in range(60)]
    (tmp_path / "some.tsv").write_text("text\tkind\tgold\n" + "".join(rows), encoding="utf-8")
    return Questions(seed=1, folder=tmp_path)


def driven(url: str, kind: type[Talk], questions: Questions, visitors: int = 2, fills_form: bool = True) -> Level:
    def talk(client: aiohttp.ClientSession) -> Talk:
        return kind(client, url)

    return asyncio.run(drive(visitors, 2, questions, talk, fills_form))


FORM = 1 + sum(map(len, ANSWERS.values()))
"""Turns of the form, its beginning included."""


@pytest.mark.parametrize(("kind", "server"), [(PublicApi, FakeApi), (Rest, FakeRasa)])
def test_each_asks_in_two_conversations_and_sends_one_form(
    kind: type[Talk], server: type[FormFiller], questions: Questions
) -> None:
    fake: Any = server()
    with serving(fake) as url:
        level = driven(url, kind, questions)
    assert (level.visitors, level.failed, level.forms) == (2, 0, 2)
    assert len(level.seconds) == 2 * (2 * QUESTIONS + FORM)
    asked = [words for heard in fake.heard.values() for words in heard if words.startswith("質問")]
    assert len(asked) == len(set(asked)) == 2 * 2 * QUESTIONS


def test_where_there_is_no_form_none_is_begun(questions: Questions) -> None:
    fake = FakeRasa()
    with serving(fake) as url:
        level = driven(url, Rest, questions, fills_form=False)
    assert level.forms == 0
    assert BEGINS not in {words for heard in fake.heard.values() for words in heard}


def test_what_was_offered_as_a_button_is_pressed(questions: Questions) -> None:
    said: list[str] = []

    def reply(path: str, token: str, body: Json) -> tuple[int, Any]:
        said.append(body["message"])
        return 200, [{"text": "はい。", "buttons": [{"title": BEGINS, "payload": "/quote"}]}]

    with serving(reply) as url:
        driven(url, Rest, questions, visitors=1)
    assert said[-1] == "/quote"


@pytest.mark.parametrize(("status", "said"), [(503, []), (200, []), (200, [{"custom": {}}])])
def test_a_turn_without_words_has_failed_and_its_time_does_not_count(
    status: int, said: list[Json], questions: Questions
) -> None:
    with serving(lambda path, token, body: (status, said)) as url:
        level = driven(url, Rest, questions, visitors=1)
    assert (level.seconds, level.failed, level.forms) == ([], 2 * QUESTIONS + 1, 0)


def test_a_server_that_is_gone_is_a_failure_and_no_error(questions: Questions) -> None:
    with serving(FakeRasa()) as url:
        pass
    assert driven(url, Rest, questions, visitors=1).failed == 2 * QUESTIONS + 1


def test_stacks_that_are_compared_are_asked_the_same_in_turn(
    questions: Questions, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(pairs, "Questions", partial(Questions, folder=tmp_path))
    monkeypatch.setattr(pairs, "WARMING", 1)
    before, after = FakeApi(), FakeApi()
    with serving(before) as one, serving(after) as other:
        found = pairs.compared([one, other], pairs=2, visitors=2)
    assert [len(speeds) for speeds in found] == [2, 2]
    heard = [{words for said in fake.heard.values() for words in said} for fake in (before, after)]
    assert heard[0] == heard[1]
    assert len([words for words in heard[0] if words.startswith("質問")]) == (1 + 2 * 2) * QUESTIONS


def test_more_questions_than_there_are_is_said(questions: Questions) -> None:
    questions.take(55)
    with pytest.raises(ValueError, match="5 questions left, 10 are wanted"):
        questions.take(10)


def test_the_same_seed_asks_in_the_same_order() -> None:
    first, second, other = (Questions(seed).take(20) for seed in (1, 1, 2))
    assert first == second != other
