"""A receiver of leads as a customer would write it: checks the signature, takes each id once. It can misbehave."""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from standardwebhooks import Webhook, WebhookVerificationError

from leads.domain.lead import Lead

SECRET = "whsec_" + "c29tZXRoaW5nIHRoYXQgaXMgbm90IHNlY3JldA=="


@dataclass(frozen=True)
class Reply:
    """A status, or None: the connection hangs. `taken`: the lead was taken all the same."""

    status: int | None = 200
    taken: bool = True
    location: str = ""


@dataclass
class Receiver:
    """`leads` and `arrived` (seconds since 1970) by webhook-id, replaced by longer ones and never changed: whoever goes
    through them is not disturbed. `requests` holds (id, signed rightly).

    `unsigned`: takes anything, as Slack does."""

    url: str
    reply: Callable[[], Reply] = Reply
    leads: dict[str, Lead] = field(default_factory=dict)
    arrived: dict[str, float] = field(default_factory=dict)
    requests: list[tuple[str, bool]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    unsigned: bool = False
    closing: threading.Event = field(default_factory=threading.Event)
    taken: threading.Condition = field(default_factory=threading.Condition)

    @property
    def settings(self) -> dict[str, Any]:
        """With which a hosho sends its leads here."""
        return {
            "lead_webhook_url": self.url,
            "lead_webhook_secret": SECRET,
            "lead_webhook_allow_private": True,
        }

    @property
    def forged(self) -> int:
        return sum(not genuine for _, genuine in self.requests)

    def take(self, body: bytes, headers: dict[str, str]) -> Reply:
        reply, delivery = self.reply(), headers.get("webhook-id", "")
        self.bodies.append(body)
        self.hosts.append(headers["Host"])
        if self.unsigned:
            return reply
        try:
            Webhook(SECRET).verify(body, headers)
        except WebhookVerificationError:
            self.requests.append((delivery, False))
            return Reply(401)
        self.requests.append((delivery, True))
        with self.taken:
            if reply.taken and delivery not in self.leads:
                self.arrived = {**self.arrived, delivery: time.time()}
                self.leads = {**self.leads, delivery: Lead.model_validate_json(body)}
                self.taken.notify_all()
        return reply

    def wait_for(self, reference: str, seconds: float = 10) -> Lead:
        """The lead of this reference, once it has arrived. Raises StopIteration when it does not in time."""

        def arrived() -> Lead | None:
            return next((lead for lead in self.leads.values() if lead.reference == reference), None)

        with self.taken:
            self.taken.wait_for(arrived, seconds)
            return next(filter(None, [arrived()]))


@contextlib.contextmanager
def receiving(reply: Callable[[], Reply] = Reply, unsigned: bool = False) -> Iterator[Receiver]:
    """A receiver on a loopback port of its own."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if len(body) < int(self.headers["Content-Length"]):
                return  # the sender was killed in the midst of it
            reply = receiver.take(body, dict(self.headers.items()))
            if reply.status is None:
                receiver.closing.wait()
                return
            with contextlib.suppress(OSError):  # the sender was killed meanwhile
                self.send_response(reply.status)
                if reply.location:
                    self.send_header("Location", reply.location)
                self.send_header("Content-Length", "0")
                self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        request_queue_size = 128

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A killed sender's broken connection is no news."""

    server = Server(("127.0.0.1", 0), Handler)
    receiver = Receiver(f"http://127.0.0.1:{server.server_port}/leads", reply, unsigned=unsigned)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield receiver
    finally:
        receiver.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()
