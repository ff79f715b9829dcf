"""Print the configuration of HAProxy before several web and several Rasa: python -m deploy.proxy --web ... --rasa ...

An address that several replicas have, behind one name, is given with their greatest number: --web 4*web:8000."""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from chat import texts
from web.environment import ROOT

TEMPLATE = ROOT / "deploy" / "haproxy.cfg"
SAID = {
    400: texts.MALFORMED,
    404: texts.NOT_FOUND,
    408: texts.TOO_SLOW,
    500: texts.BROKEN,
    502: texts.NOT_NOW,
    503: texts.NOT_NOW,
    504: texts.NOT_NOW,
}
"""What a visitor reads when no process of ours could say it."""
BY_NAME = "init-addr last,libc,none resolvers names"
RESOLVERS = "\nresolvers names\n    parse-resolv-conf\n    hold valid 1s\n"


@dataclass(frozen=True)
class Plan:
    """Addresses as host:port. `internal`: for our own processes alone. `certificate`: a PEM file; "" without TLS."""

    public: str
    internal: str
    webs: Sequence[str]
    rasas: Sequence[str]
    certificate: str = ""


def configuration(plan: Plan) -> str:
    """deploy/haproxy.cfg, filled in."""
    tls = f" ssl crt {plan.certificate} alpn h2,http/1.1" if plan.certificate else ""
    filled = {
        "# ERRORS": "\n    ".join(map(_error, SAID)),
        "PUBLIC": plan.public + tls,
        "INTERNAL": plan.internal,
        "# WEB": _servers("web", plan.webs),
        "# RASA": _servers("rasa", plan.rasas),
    }
    lines = TEMPLATE.read_text(encoding="utf-8")
    for place, text in filled.items():
        lines = lines.replace(f"bind {place}\n", f"bind {text}\n").replace(f"    {place}\n", f"    {text}\n")
    return lines + (RESOLVERS if any("*" in address for address in (*plan.webs, *plan.rasas)) else "")


def _servers(name: str, addresses: Iterable[str]) -> str:
    return "\n    ".join(_server(f"{name}{number}", address) for number, address in enumerate(addresses, 1))


def _server(name: str, address: str) -> str:
    count, several, shared = address.partition("*")
    return f"server-template {name}- {count} {shared} {BY_NAME}" if several else f"server {name} {address}"


def _error(status: int) -> str:
    problem = {"type": "about:blank", "status": status, "title": HTTPStatus(status).phrase, "detail": SAID[status]}
    body = json.dumps(problem, ensure_ascii=False)
    again = ' hdr Retry-After "2"' if status == HTTPStatus.SERVICE_UNAVAILABLE else ""
    return f"http-error status {status} content-type application/problem+json string '{body}'{again}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--public", default="*:80", help="where visitors and staff come in")
    parser.add_argument("--internal", default="127.0.0.1:8100", help="where our own processes find one another")
    parser.add_argument("--web", action="append", required=True, help="host:port of a web process; again for each")
    parser.add_argument("--rasa", action="append", required=True, help="host:port of a Rasa; again for each")
    parser.add_argument("--certificate", default="", help="PEM file with the certificate and its key")
    given = parser.parse_args()
    print(configuration(Plan(given.public, given.internal, given.web, given.rasa, given.certificate)), end="")


if __name__ == "__main__":
    main()
