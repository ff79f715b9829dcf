"""The last line of defence: whatever reaches a log line, it comes out without what may be somebody's."""

import io
import json
import logging
import threading
import time
import warnings

import pytest
import structlog
from django.http import HttpResponse
from django.utils.log import log_response

from tests.logs import written
from web import logs, masking


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    return written(monkeypatch)


PERSONAL = [
    "山田花子",
    "株式会社みどり商事",
    "タナカ",
    "ﾀﾅｶ",
    "hanako.yamada+x@example.co.jp",
    "03-1234-5678",
    "０９０－１２３４－５６７８",
    "+81 90 1234 5678",
    "(03)1234-5678",
    "0312345678",
    "4111 1111 1111 1111",
    "350,000,000",
    "203.0.113.77",
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    "3f2a9c1e4b5d4c3e8f7a6b5c4d3e2f1a:1vPabc:Zk3-x_Q9rT7uW2yB4nM6",
    "USBメモリをなくしました",
]


@pytest.mark.parametrize("said", PERSONAL)
def test_a_library_that_quotes_somebody_is_not_repeated(log: io.StringIO, said: str) -> None:
    library = logging.getLogger("some.library")
    library.error("cannot read %s at all", said)
    library.error("cannot read " + said + " at all")
    library.error("cannot read %(what)s at all", {"what": said})
    library.error("cannot read at all", extra={"what": said})
    library.error("cannot read %s at all", ValueError(said))
    lines = [line for line in log.getvalue().splitlines() if "some.library" in line]
    assert len(lines) == 5
    assert all("cannot read" in line for line in lines)
    assert said not in log.getvalue()


@pytest.mark.parametrize("session", ["217a41e27fb647f3ba0d5a99fff7e439", "217a41e2-7fb6-47f3-ba0d-5a99fff7e439"])
def test_a_conversation_within_a_path_is_not_named(log: io.StringIO, session: str) -> None:
    logging.getLogger("some.library").error(f"cannot read <DELETE /conversations/{session}> at all")
    assert "cannot read <DELETE /conversations/[token]> at all" in log.getvalue()


@pytest.mark.parametrize("said", PERSONAL)
def test_nor_is_what_slips_into_an_event_of_ours(log: io.StringIO, said: str) -> None:
    ours = structlog.get_logger("chat.turns")
    ours.error("turn failed", turn=7, reason=said, request=said, session=said)
    ours.error("turn failed", reason=ValueError(said))
    ours.error("turn failed", reason=[said])
    assert log.getvalue().count("turn failed") == 3
    assert said not in log.getvalue()


@pytest.mark.parametrize("said", ["Yamada Hanako", *PERSONAL])
def test_a_quotation_goes_as_a_whole(log: io.StringIO, said: str) -> None:
    """As a library's message about a value, or the repr of an exception in one of asyncio."""
    logging.getLogger("asyncio").error(f"Task exception was never retrieved: <Task exception=ValueError('{said}')>")
    assert "Task exception was never retrieved" in log.getvalue()
    assert said not in log.getvalue()


@pytest.mark.parametrize("said", ["Yamada Hanako", *PERSONAL])
def test_an_exception_is_told_by_its_type_and_place_in_either_way(log: io.StringIO, said: str) -> None:
    try:
        raise ValueError(said)
    except ValueError as error:
        logging.getLogger("some.library").exception("it broke")
        structlog.get_logger("chat.turns").error("it broke", exc_info=True)
        structlog.get_logger("chat.turns").error("it broke", exc_info=error)
    assert log.getvalue().count("ValueError") == 3
    assert log.getvalue().count(f"{__name__.rpartition('.')[2]}.py") == 3
    assert said not in log.getvalue()


def test_what_operators_need_stays(log: io.StringIO) -> None:
    structlog.get_logger("leads.outbox").info(
        "delivered", reference="H-2611-0001", delivery="3f2a9c1e-4b5d-4c3e-8f7a-6b5c4d3e2f1a", attempt=3, ms=12345
    )
    logging.getLogger("uvicorn.error").info("Uvicorn running on %s://%s:%d (Press CTRL+C)", "http", "127.0.0.1", 8000)
    for told in ("H-2611-0001", "3f2a9c1e-4b5d-4c3e-8f7a-6b5c4d3e2f1a", "12345", "http://127.0.0.1:8000"):
        assert told in log.getvalue()


@pytest.mark.parametrize("digits", ["3f4fce0ae8", "3141592653", "0312345678"])
def test_a_digest_stays_whatever_its_digits(log: io.StringIO, digits: str) -> None:
    """deploy.restore finds by it who was erased: one of a hundred has no letter among its digits."""
    structlog.get_logger("chat.turns").info("session erased", session=f"s{digits}", request=f"r{digits}7")
    assert f"session=s{digits}" in log.getvalue()
    assert f"request=r{digits}7" in log.getvalue()


def test_a_request_that_failed_is_logged_without_its_path(log: io.StringIO) -> None:
    log_response("%s: %s", "Internal Server Error", "/山田花子/yamada", response=HttpResponse(status=500))
    assert "HTTP 500" in log.getvalue()
    assert "yamada" not in log.getvalue()


def test_a_line_break_makes_no_second_line(log: io.StringIO) -> None:
    logging.getLogger("some.library").error("asked for %s", "x\r\n2026-11-29 forged")
    structlog.get_logger("chat.turns").error("turn failed", reason="x\nforged")
    assert len(log.getvalue().splitlines()) == 2


def test_arguments_that_do_not_fit_the_template_are_left_out() -> None:
    (console,) = [handler for handler in logging.getLogger().handlers if isinstance(handler, logs.Console)]
    arguments = ("山田花子", 3)
    line = console.format(
        logging.LogRecord("some.library", logging.ERROR, "x.py", 1, "%d leads of %s", arguments, None)
    )
    assert "leads of" in line
    assert "山田" not in line


def test_a_line_that_cannot_be_written_is_told_of_without_its_content(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (console,) = [handler for handler in logging.getLogger().handlers if isinstance(handler, logs.Console)]
    monkeypatch.setattr(console, "stream", io.TextIOWrapper(io.BufferedReader(io.BytesIO())))  # type: ignore[arg-type]
    logging.getLogger("some.library").error("山田花子")
    said = capfd.readouterr().err
    assert "a log line of some.library was lost" in said
    assert "山田" not in said


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_thread_that_ends_in_an_exception_is_logged_without_its_message(log: io.StringIO) -> None:
    def end() -> None:
        raise ValueError("山田花子")

    logs.configured(production=False)
    thread = threading.Thread(target=end)
    thread.start()
    thread.join()
    assert "a thread ended" in log.getvalue()
    assert "ValueError" in log.getvalue()
    assert "山田" not in log.getvalue()


def test_a_warning_is_logged_without_what_it_quotes(log: io.StringIO) -> None:
    logging.captureWarnings(True)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.getLogger("py.warnings").warning("%s", "x.py:1: UserWarning: 山田花子 is no date")
    assert "UserWarning" in log.getvalue()
    assert "山田" not in log.getvalue()


def test_in_production_every_event_is_one_line_of_json() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(**_arguments(logs.configured(production=True))))
    logger = logging.getLogger("some.production")
    logger.addHandler(handler)
    try:
        raise ValueError("山田花子")
    except ValueError:
        logger.exception("it broke: %s", "03-1234-5678")
    structlog.get_logger("some.production").warning("turn failed", turn=7)
    logger.removeHandler(handler)
    foreign, ours = map(json.loads, stream.getvalue().splitlines())
    assert foreign["event"] == "it broke: …"
    assert foreign["level"] == "error"
    assert foreign["exception"].endswith("ValueError")
    assert ours["turn"] == 7
    assert ours["timestamp"].endswith("+00:00")


def _arguments(settings: dict[str, object]) -> dict[str, object]:
    line = dict(settings["formatters"]["line"])  # type: ignore[index]
    del line["()"]
    return line


def test_masking_a_line_takes_microseconds() -> None:
    line = "turn failed reason=Rasa at HOSHO_RASA_URL: ConnectError request=be7b4c6c772b"
    started = time.perf_counter()
    for _ in range(1000):
        masking.mask(line)
    assert time.perf_counter() - started < 0.5
