"""What the gateway adds to a turn: the same texts through the public API and straight to Rasa, in turn, in one run."""

import argparse
import json
import statistics
import time
import uuid

import httpx

from deploy.started import started_stack

TEXTS = (
    "委託先に預けたデータが漏えいした場合は補償されますか",
    "社員が帰りの電車にノートPCを置き忘れました",
    "保険料はいくら?",
    "弁護士に払う費用は出ますか",
    "契約までの流れを教えてください",
    "火災保険の相談です",
)
WARM_UP = 12


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=150, help="turns a side")
    turns = parser.parse_args().turns
    gateway: list[float] = []
    direct: list[float] = []
    with started_stack() as stack, httpx.Client(trust_env=False, timeout=30) as client:
        rasa = f"{stack.environment.rasa_url}/webhooks/rest/webhook"
        for number in range(turns + WARM_UP):
            # A conversation of its own for each turn, on both sides: both see a tracker of the same length.
            text = TEXTS[number % len(TEXTS)]
            token = client.post(f"{stack.url}/api/chat/sessions", json={}).json()["token"]
            started = time.perf_counter()
            reply = client.post(
                f"{stack.url}/api/chat/messages",
                json={"id": str(uuid.uuid4()), "text": text},
                headers={"Authorization": f"Bearer {token}"},
            )
            gateway.append((time.perf_counter() - started) * 1000)
            started = time.perf_counter()
            said = client.post(rasa, json={"sender": uuid.uuid4().hex, "message": text})
            direct.append((time.perf_counter() - started) * 1000)
            if reply.status_code != 200 or not said.json():
                raise SystemExit(f"a turn failed: {reply.status_code} {reply.text[:200]}")
    print(json.dumps(_table(gateway[WARM_UP:], direct[WARM_UP:]), indent=1))


def _table(gateway: list[float], direct: list[float]) -> dict[str, float]:
    """Milliseconds, and their ratio at the median."""
    return {
        "turns": len(gateway),
        "gateway_p50_ms": round(statistics.median(gateway), 1),
        "gateway_p95_ms": round(statistics.quantiles(gateway, n=20)[-1], 1),
        "direct_p50_ms": round(statistics.median(direct), 1),
        "direct_p95_ms": round(statistics.quantiles(direct, n=20)[-1], 1),
        "ratio_p50": round(statistics.median(gateway) / statistics.median(direct), 3),
    }


if __name__ == "__main__":
    main()
