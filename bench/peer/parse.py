"""Runs in the peer's own environment: parse.py MODEL < texts.json > answers.json (a list of texts; see bench.peer)."""

import asyncio
import json
import sys
import time

from rasa.core.agent import Agent


async def main() -> None:
    agent = Agent.load(sys.argv[1])
    texts = json.load(sys.stdin)
    await agent.parse_message(texts[0])  # the first parse loads what the others share
    answers = []
    for text in texts:
        started = time.perf_counter()
        parsed = await agent.parse_message(text)
        milliseconds = (time.perf_counter() - started) * 1000
        ranking = parsed.get("response_selector", {}).get("default", {}).get("ranking", [])
        answers.append(
            {
                "intent": parsed["intent"]["name"],
                "ranking": [[r["intent_response_key"], r["confidence"]] for r in ranking],
                "ms": milliseconds,
            }
        )
    json.dump(answers, sys.stdout)


asyncio.run(main())
