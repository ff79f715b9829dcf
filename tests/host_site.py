"""The site of a company that embeds the widget: another origin than ours, with a policy of its own."""

import contextlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STYLE = "body { margin: 0; font-family: serif } main { max-width: 480px; margin: 40px auto; line-height: 2 }"
TEXT = "<h1>サイバー保険のご案内</h1>" + "<p>情報の漏えいや不正アクセスに備える、法人向けの保険のご案内です。</p>" * 12


class HostSite:
    """Serves what a test has put there; the address names another host than the stack's."""

    def __init__(self, port: int) -> None:
        self.url = f"http://localhost:{port}"
        self._pages: dict[str, tuple[str, str]] = {"/style.css": ("text/css", STYLE), "/favicon.ico": ("image/png", "")}
        self._policies: dict[str, str] = {}

    def page(self, head: str, body: str = TEXT, policy: str = "", lang: str = "ja") -> str:
        """The address of a page with this head and body, under this Content-Security-Policy."""
        path = f"/page{len(self._pages)}"
        meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        look = '<link rel="stylesheet" href="/style.css">'
        html = f'<!doctype html><html lang="{lang}"><head>{meta}<title>会社案内</title>{look}{head}</head>'
        self._pages[path] = ("text/html", f"{html}<body><main>{body}</main></body></html>")
        self._policies[path] = policy
        return self.url + path

    def read(self, path: str) -> tuple[str, str, str] | None:
        """(type, content, policy) of what lies there."""
        found = self._pages.get(path)
        return (*found, self._policies.get(path, "")) if found else None


def strict(host: str) -> str:
    """The policy of a careful company: nothing but the widget's host and its own style sheet."""
    return f"default-src 'none'; script-src {host}; style-src 'self'; connect-src {host}"


@contextlib.contextmanager
def serving() -> Iterator[HostSite]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    site = HostSite(server.server_port)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = site.read(self.path.split("?")[0])
            self.send_response(200 if found else 404)
            content_type, content, policy = found or ("text/plain", "", "")
            self.send_header("Content-Type", f"{content_type}; charset=utf-8")
            if policy:
                self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(content.encode())

        def log_message(self, *_: object) -> None:
            """Nothing: the test says what went wrong."""

    server.RequestHandlerClass = Handler
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
