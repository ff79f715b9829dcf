"""The mutants of a file: the file with one small fault each, in functions and outside them (bounds, tables, patterns).

`mutmut run` would leave out whatever stands outside functions, which here is half of what decides."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import libcst as cst
from libcst.metadata import ByteSpanPositionProvider, MetadataWrapper
from mutmut.mutation.mutators import mutation_operators

from bench.mutants.patterns import weakened

_NO_BEHAVIOUR = (cst.Annotation, cst.Decorator, cst.Import, cst.ImportFrom)
LONGEST_NAME = 70


@dataclass(frozen=True)
class Mutant:
    """A module with one fault; the name tells where and which."""

    name: str
    path: Path
    source: str

    @property
    def module(self) -> str:
        return ".".join(self.path.with_suffix("").parts)


def mutants_of(path: Path) -> list[Mutant]:
    """Each once; those of the same name are numbered."""
    source = path.read_text(encoding="utf-8")
    made: dict[str, str] = {}
    names = Counter[str]()
    for fault, mutated in _faults(source):
        if mutated != source and mutated not in made:
            name = f"{path.stem}.{fault}"
            names[name] += 1
            made[mutated] = name if names[name] == 1 else f"{name} #{names[name]}"
    return [Mutant(name, path, mutated) for mutated, name in made.items()]


def _faults(source: str) -> Iterator[tuple[str, str]]:
    wrapper = MetadataWrapper(cst.parse_module(source))
    written = _Written(wrapper, source.encode())
    for statement in wrapper.module.body:
        scope = _scope(wrapper.module, statement)
        for node in _nodes(statement) if scope != "__all__" else ():
            for kind, operator in mutation_operators:
                for mutated in operator(node) if isinstance(node, kind) else ():
                    yield f"{scope}: {_change(written.code(node), written.code(mutated))}", written.with_(mutated, node)
        for literal in _literals(statement):
            for left_out, weaker in weakened(wrapper, literal, written.source):
                yield f"{scope}: without {left_out}", weaker


class _Written:
    """A module as it is written, in bytes."""

    def __init__(self, wrapper: MetadataWrapper, source: bytes) -> None:
        self.module, self.source = wrapper.module, source
        self.spans = wrapper.resolve(ByteSpanPositionProvider)

    def code(self, node: cst.CSTNode) -> str:
        return self.module.code_for_node(node)

    def with_(self, new: cst.CSTNode, old: cst.CSTNode) -> str:
        """The whole source with one node in place of another."""
        span = self.spans.get(old)
        if span and self.source[span.start : span.start + span.length] == self.code(old).encode():
            before, after = self.source[: span.start], self.source[span.start + span.length :]
            return (before + self.code(new).encode() + after).decode()
        replaced = self.module.deep_replace(old, new)
        return self.code(replaced)


def _scope(module: cst.Module, statement: cst.CSTNode) -> str:
    """The name that the statement gives to something."""
    match statement:
        case cst.FunctionDef(name=name) | cst.ClassDef(name=name):
            return name.value
        case cst.SimpleStatementLine(body=[cst.Assign(targets=[target])]):
            return module.code_for_node(target.target)
        case cst.SimpleStatementLine(body=[cst.AnnAssign(target=target)]):
            return module.code_for_node(target)
    return "module"


def _nodes(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    if not isinstance(node, _NO_BEHAVIOUR):
        yield node
        for child in node.children:
            yield from _nodes(child)


def _literals(node: cst.CSTNode) -> Iterator[cst.BaseString]:
    """The outermost ones: joined literals are one."""
    if isinstance(node, cst.BaseString):
        yield node
    elif not isinstance(node, _NO_BEHAVIOUR):
        for child in node.children:
            yield from _literals(child)


def _change(before: str, after: str) -> str:
    """Both in one line, without what long ones have in common at their beginning."""
    before, after = (" ".join(code.split()) for code in (before, after))
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))
    common = len(list(alike)) if len(before) > LONGEST_NAME else 0
    return f"{_short(before, common)} → {_short(after, common)}"


def _short(code: str, common: int) -> str:
    start = max(0, common - LONGEST_NAME // 2)
    shown = code[start : start + LONGEST_NAME]
    return ("…" if start else "") + shown + ("…" if start + len(shown) < len(code) else "")
