"""Visitors who all talk at once, each as soon as the last answer is there: questions, and one whole form."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import aiohttp
import yaml

from bench.stacks.questions import Questions
from bench.stacks.talks import Heard, Talk
from web.environment import ROOT

QUESTIONS = 10
"""Of one conversation, so that its tracker grows as long as a visitor's does."""
CONVERSATIONS: Mapping[int, int] = MappingProxyType({1: 10, 8: 2, 32: 1})
"""How many visitors there are at once -> how many conversations each has, one after another."""
HANGS_UP_AFTER = 60.0
"""Seconds."""
BEGINS = "見積りの準備をする"
ANSWERS: Mapping[str, Sequence[str]] = MappingProxyType(
    {**yaml.safe_load((ROOT / "tests" / "conversations" / "quote.yml").read_text("utf-8")), "review": ["送信"]}
)
"""What is said to each question of the form, and to the same question when it comes again."""


@dataclass
class Level:
    """What so many visitors at once met: the seconds of each turn that was answered, and how many were not."""

    visitors: int
    seconds: list[float] = field(default_factory=list)
    failed: int = 0
    forms: int = 0
    """Sent, with a receipt."""
    wall_s: float = 0.0

    def add(self, other: "Level") -> None:
        """The same level of another round."""
        self.seconds += other.seconds
        self.failed += other.failed
        self.forms += other.forms
        self.wall_s += other.wall_s


async def drive(
    visitors: int,
    conversations: int,
    questions: Questions,
    talk: Callable[[aiohttp.ClientSession], Talk],
    fills_form: bool = True,
) -> Level:
    """So many visitors at once; each fills in the form once, at the end of the last conversation.

    They share two cores with what they ask: aiohttp takes a quarter of the time that httpx takes from it."""
    level = Level(visitors)
    asked = [[questions.take(QUESTIONS) for _ in range(conversations)] for _ in range(visitors)]
    timeout, connector = aiohttp.ClientTimeout(HANGS_UP_AFTER), aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(timeout=timeout, connector=connector) as client:
        started = time.perf_counter()
        await asyncio.gather(*(_visit(level, [talk(client) for _ in mine], mine, fills_form) for mine in asked))
        level.wall_s = time.perf_counter() - started
    return level


async def _visit(level: Level, talks: Sequence[Talk], asked: Sequence[Sequence[str]], fills_form: bool) -> None:
    for talk, questions in zip(talks, asked, strict=True):
        await talk.open()
        for question in questions:
            await _turn(level, talk, question)
    if fills_form:
        await _fill_in(level, talks[-1])


async def _fill_in(level: Level, talk: Talk) -> None:
    heard = await _turn(level, talk, BEGINS)
    left = {field: list(answers) for field, answers in ANSWERS.items()}
    while heard.asks and left.get(heard.asks):
        heard = await _turn(level, talk, left[heard.asks].pop(0))
    level.forms += heard.receipt is not None


async def _turn(level: Level, talk: Talk, words: str) -> Heard:
    started = time.perf_counter()
    try:
        heard = await talk.say(words)
    except (aiohttp.ClientError, TimeoutError):
        heard = Heard(answered=False)
    if heard.answered:
        level.seconds.append(time.perf_counter() - started)
    else:
        level.failed += 1
    return heard
