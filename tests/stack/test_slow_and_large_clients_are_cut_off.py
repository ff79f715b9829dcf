"""Real sockets to a real web process: what comes a byte at a time, or without end, holds nothing for long."""

import contextlib
import json
import re
import socket
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from deploy.started import Stack
from tests.deploy.web_alone import started_web

pytestmark = [pytest.mark.stack, pytest.mark.alone]
PATIENCE = 1.0
"""HOSHO_REQUEST_TIMEOUT here, in seconds."""
DRIP = 0.1
OPEN = b"POST /api/chat/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with started_web(tmp_path_factory.mktemp("web"), request_timeout=PATIENCE) as started:
        yield started


@pytest.fixture
def line(web: Stack) -> Iterator[socket.socket]:
    """An open connection."""
    with socket.create_connection(("127.0.0.1", web.environment.port), timeout=20) as connected:
        yield connected


def drip(line: socket.socket, text: bytes) -> tuple[bytes, float]:
    """Sends a byte at a time until the other side closes; what it said, and after how many seconds."""
    started = time.monotonic()
    line.settimeout(DRIP)
    said = b""
    for byte in text:
        try:
            line.sendall(bytes([byte]))
            received = line.recv(65536)
        except TimeoutError:
            continue
        except OSError:
            break
        said += received
        if not received:
            break
    return said, time.monotonic() - started


def read_to_end(line: socket.socket) -> bytes:
    said = b""
    while received := line.recv(65536):
        said += received
    return said


def problem(said: bytes) -> tuple[int, dict[str, Any]]:
    """The status and the body of a raw answer that is a problem."""
    head, _, body = said.partition(b"\r\n\r\n")
    assert b"application/problem+json" in head
    assert re.search(rb"\r\nconnection: close", head, re.IGNORECASE)
    return int(head.split()[1]), json.loads(body)


def test_who_is_quick_is_answered(web: Stack, line: socket.socket) -> None:
    """Without this the refusals below would prove nothing."""
    line.sendall(OPEN + b"Connection: close\r\nContent-Length: 2\r\n\r\n{}")
    assert b" 201 " in read_to_end(line).splitlines()[0]


def test_a_head_that_drips_is_cut_off(web: Stack, line: socket.socket) -> None:
    said, seconds = drip(line, OPEN + b"X-Slow: " + b"a" * 1000)
    assert said == b""
    assert PATIENCE * 0.8 < seconds < PATIENCE * 3


def test_a_connection_on_which_nothing_comes_is_closed(web: Stack, line: socket.socket) -> None:
    started = time.monotonic()
    assert line.recv(1) == b""
    assert time.monotonic() - started < PATIENCE * 3


def test_a_second_head_that_drips_is_cut_off_too(web: Stack, line: socket.socket) -> None:
    line.sendall(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    first = b""
    while b"}" not in first:  # its body may come apart from its head
        first += line.recv(65536)
    assert b" 200 " in first.splitlines()[0]
    said, seconds = drip(line, OPEN + b"X-Slow: " + b"a" * 1000)
    assert said == b""
    assert seconds < PATIENCE * 3


def test_a_body_that_drips_is_told_that_it_was_too_slow(web: Stack, line: socket.socket) -> None:
    line.sendall(OPEN + b"Content-Length: 4000\r\n\r\n")
    said, seconds = drip(line, b" " * 4000)
    status, body = problem(said)
    assert (status, body["status"]) == (408, 408)
    assert "もう一度お試しください。" in body["detail"]
    assert PATIENCE * 0.8 < seconds < PATIENCE * 3


def test_a_body_that_was_promised_and_never_comes_is_told_so(web: Stack, line: socket.socket) -> None:
    line.sendall(OPEN + b"Content-Length: 10\r\n\r\n{")
    assert problem(read_to_end(line))[0] == 408


def sent_until_cut_off(line: socket.socket, at_most: int) -> int:
    """Bytes of a body without end."""
    chunk = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    sent = 0
    with contextlib.suppress(OSError):
        while sent < at_most:
            line.sendall(chunk)
            sent += 0x10000
    return sent


def test_a_body_without_end_is_cut_off_long_before_it_fills_a_disk(web: Stack, line: socket.socket) -> None:
    line.sendall(OPEN + b"Transfer-Encoding: chunked\r\n\r\n")
    assert sent_until_cut_off(line, 64 * 1024 * 1024) < 16 * 1024 * 1024


def test_a_body_somewhat_too_large_is_told_so(web: Stack) -> None:
    response = httpx.post(f"{web.url}/api/chat/sessions", content=b" " * 100_000, trust_env=False)
    assert (response.status_code, response.headers["Content-Type"]) == (413, "application/problem+json")
    assert "大きすぎます" in response.json()["detail"]


def test_a_refusal_has_the_headers_of_every_answer(web: Stack) -> None:
    response = httpx.post(f"{web.url}/api/chat/sessions", content=b" " * 100_000, trust_env=False)
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "Content-Security-Policy" in response.headers


def test_headers_without_end_are_refused(web: Stack, line: socket.socket) -> None:
    line.sendall(OPEN + b"".join(b"X-%d: %s\r\n" % (i, b"a" * 1000) for i in range(40)))
    assert b" 400 " in read_to_end(line).splitlines()[0]


def test_a_header_without_end_is_refused(web: Stack, line: socket.socket) -> None:
    line.sendall(OPEN + b"X-Endless: ")
    with contextlib.suppress(OSError):  # it is closed while we write
        for _ in range(1000):
            line.sendall(b"a" * 1000)
    with contextlib.suppress(ConnectionResetError):
        assert b" 400 " in line.recv(65536).splitlines()[0]


def test_a_head_that_comes_in_pieces_is_read_as_a_whole(web: Stack, line: socket.socket) -> None:
    for piece in (OPEN[:30], OPEN[30:] + b"X-Long: " + b"a" * 3000, b"a" * 3000 + b"\r\nConnection: close\r\nCont"):
        line.sendall(piece)
    line.sendall(b"ent-Length: 2\r\n\r\n{}")
    assert b" 201 " in read_to_end(line).splitlines()[0]


def test_a_header_after_the_body_is_none(web: Stack, line: socket.socket) -> None:
    """Whatever is before us has checked the head alone."""
    token = httpx.post(f"{web.url}/api/chat/sessions", json={}, trust_env=False).json()["token"]
    line.sendall(b"DELETE /api/chat/session HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n")
    line.sendall(b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n")
    line.sendall(b"Authorization: Bearer " + token.encode() + b"\r\n\r\n")
    assert b" 401 " in read_to_end(line).splitlines()[0]


def test_who_would_like_another_protocol_is_answered_in_this_one(web: Stack, line: socket.socket) -> None:
    line.sendall(OPEN + b"Connection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 2\r\n\r\n{}")
    assert b" 201 " in line.recv(65536).splitlines()[0]


@pytest.mark.parametrize("address", ["/api/chat/messages?after=" + "a" * 3000, "/" + "a" * 3000])
def test_an_address_that_is_too_long_is_refused(web: Stack, address: str) -> None:
    response = httpx.get(web.url + address, trust_env=False)
    assert (response.status_code, response.headers["Content-Type"]) == (414, "application/problem+json")


def test_fifty_that_drip_keep_nobody_waiting(web: Stack) -> None:
    lines = [socket.create_connection(("127.0.0.1", web.environment.port)) for _ in range(50)]
    for slow in lines:
        slow.sendall(OPEN + b"Content-Length: 4000\r\n\r\n{")
    started = time.monotonic()
    assert httpx.get(f"{web.url}/healthz", trust_env=False, timeout=10).status_code == 200
    assert time.monotonic() - started < PATIENCE
    for slow in lines:
        slow.close()


def test_after_all_of_this_a_visitor_is_greeted(web: Stack) -> None:
    response = httpx.post(f"{web.url}/api/chat/sessions", json={}, trust_env=False)
    assert response.status_code == 201
