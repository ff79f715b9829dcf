"""Hand-written stand-ins for what is outside the web process, each with a public list of what it was asked."""

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from chat import log_context
from chat.dialogue_engine import DialogueEngine, EngineAway, Part

LISTED = {
    "verdict": "listed",
    "entries": [{"id": "scenario.missent_mail_or_fax", "title": "誤送信", "source": "補償例"}],
    "conditions": [],
    "pays_for": ["cost.incident_response"],
    "release": 1,
    "offers_person": True,
}
PERSON_PAYLOAD = "/person"
ENTRY_PAYLOAD = '/show_entry{"entry":"scenario.missent_mail_or_fax"}'
ANSWER = "メールの誤送信は補償例として掲載があります。お支払いできない場合もあります。"
SAID: list[dict[str, Any]] = [
    {
        "recipient_id": "訪問者",
        "text": ANSWER,
        "buttons": [
            {"title": "誤送信", "payload": ENTRY_PAYLOAD},
            {"title": "担当者に相談する", "payload": PERSON_PAYLOAD},
        ],
    },
    {"recipient_id": "訪問者", "custom": {"answer": LISTED}},
]
"""What Rasa's REST channel says to a question: the words, then apart from them the answer."""


class FakeEngine(DialogueEngine):
    """Says the same to everything; `asked` holds (sender, message), `forgotten` the senders."""

    def __init__(self, says: list[dict[str, Any]] | None = None) -> None:
        self.asked: list[tuple[str, str]] = []
        self.forgotten: list[str] = []
        self.says = SAID if says is None else says
        self.away = False
        self.trouble: str | None = None

    @property
    def heard(self) -> list[str]:
        return [message for _, message in self.asked]

    async def reply(self, sender: str, message: str, message_id: str) -> list[Part]:
        self.asked.append((sender, message))
        if self.away:
            raise EngineAway("Rasa at HOSHO_RASA_URL: ConnectError")
        return [Part.model_validate(part) for part in self.says]

    async def problem(self) -> str | None:
        return self.trouble

    async def forget(self, sender: str) -> None:
        if self.away:
            raise EngineAway("Rasa at HOSHO_RASA_URL: ConnectError")
        self.forgotten.append(sender)

    async def reseal(self) -> int:
        return 0


class SlowEngine(FakeEngine):
    """Has the message in hand (`under_way`) and answers only when `may_answer` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.under_way = asyncio.Event()
        self.may_answer = asyncio.Event()

    async def reply(self, sender: str, message: str, message_id: str) -> list[Part]:
        said = await super().reply(sender, message, message_id)
        self.under_way.set()
        await self.may_answer.wait()
        return said


class BrokenEngine(FakeEngine):
    """Has a defect of its own, which no one foresaw."""

    async def reply(self, sender: str, message: str, message_id: str) -> list[Part]:
        self.asked.append((sender, message))
        raise ZeroDivisionError(message)


class RasaServer:
    """Rasa's HTTP interface on a loopback port: answers everything with `status` and `body`.

    A `body` of None: the connection is never answered. `trickles`: the body comes a byte at a time.
    `requests` holds (method, path, authorization, body), `turns` the turn that each named, `conversations` what a proxy
    would keep together, `connections` the addresses that they came from."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.requests: list[tuple[str, str, str, bytes]] = []
        self.turns: list[str] = []
        self.conversations: list[str | None] = []
        self.connections: set[tuple[str, int]] = set()
        self.status = 200
        self.body: bytes | None = b"[]"
        self.trickles = False
        self.closing = threading.Event()


@contextlib.contextmanager
def rasa_server() -> Iterator[RasaServer]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # connections stay open

        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            fake.connections.add(self.client_address)
            fake.turns.append(self.headers.get(log_context.HEADER, ""))
            fake.conversations.append(self.headers.get("X-Conversation"))
            fake.requests.append((self.command, self.path, self.headers.get("Authorization", ""), body))
            if fake.body is None:
                fake.closing.wait()
                return
            content = b"" if fake.status == 204 else fake.body
            self.send_response(fake.status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if not fake.trickles:
                self.wfile.write(content)
                return
            with contextlib.suppress(OSError):  # whoever asked has gone
                for byte in content:
                    self.wfile.write(bytes([byte]))
                    fake.closing.wait(0.05)

        do_GET = do_POST = do_DELETE = answer

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    fake = RasaServer(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield fake
    finally:
        fake.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()
