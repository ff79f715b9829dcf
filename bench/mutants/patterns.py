"""Faults of patterns: an alternative or a lookaround less. Patterns are r"" literals, joined or with {parts}."""

import itertools
import re
from collections.abc import Iterator

import libcst as cst
from libcst.metadata import ByteSpanPositionProvider, MetadataWrapper

_OPENER = re.compile(r"\((?:\?(?P<around><?[=!])|\?P<\w+>|\?[:>])?")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_INSERTED = "\0"
"""Stands for a {part} of a literal."""
Span = tuple[int, int]


def weakened(wrapper: MetadataWrapper, literal: cst.BaseString, source: bytes) -> Iterator[tuple[str, str]]:
    """(what is left out, the whole source without it) for each part of the pattern that can be left out."""
    written = list(_characters(wrapper, literal))
    pattern = "".join(character for character, _ in written)
    for start, end in removable(pattern):
        left_out = b"".join(source[a:b] for _, (a, b) in written[start:end])
        kept = source
        for _, (a, b) in reversed(written[start:end]):
            kept = kept[:a] + kept[b:]
        yield left_out.decode(), kept.decode()


def removable(pattern: str) -> list[Span]:
    """Alternatives, each with one of its bars, and lookarounds."""
    found: list[Span] = []
    open_groups = [(0, 0, False, list[int]())]
    at = 0
    while at < len(pattern):
        if skipped := _CLASS.match(pattern, at):
            at = skipped.end()
        elif opener := _OPENER.match(pattern, at):
            open_groups.append((at, opener.end(), bool(opener["around"]), []))
            at = opener.end()
        else:
            if pattern[at] == "|":
                open_groups[-1][3].append(at)
            elif pattern[at] == ")":
                start, inside, looks_around, bars = open_groups.pop()
                found += _alternatives(inside, at, bars)
                found += [(start, at + 1)] if looks_around else []
            at += 2 if pattern[at] == "\\" else 1
    return sorted(found + _alternatives(0, len(pattern), open_groups[0][3]))


def _alternatives(start: int, end: int, bars: list[int]) -> list[Span]:
    if not bars:
        return []
    starts = [start, *(bar + 1 for bar in bars)]
    return [*itertools.pairwise(starts), (bars[-1], end)]


def _characters(wrapper: MetadataWrapper, literal: cst.BaseString) -> Iterator[tuple[str, Span]]:
    """Each character of a raw literal, or what stands for a {part}, with its bytes in the source."""
    spans = wrapper.resolve(ByteSpanPositionProvider)
    match literal:
        case cst.ConcatenatedString(left=left, right=right):
            yield from _characters(wrapper, left)
            yield from _characters(wrapper, right)
        case cst.SimpleString() if "r" in literal.prefix and len(literal.quote) == 1:
            yield from _at(literal.raw_value, spans[literal].start + len(literal.prefix) + 1)
        case cst.FormattedString(parts=parts) if "r" in literal.prefix:
            for part in parts:
                start, length = spans[part].start, spans[part].length
                if isinstance(part, cst.FormattedStringText):
                    yield from _at(part.value, start)
                else:
                    yield _INSERTED, (start, start + length)


def _at(text: str, start: int) -> Iterator[tuple[str, Span]]:
    for character in text:
        end = start + len(character.encode())
        yield character, (start, end)
        start = end
