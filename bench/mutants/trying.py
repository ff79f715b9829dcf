"""Each mutant against its tests, in a process forked from one that has imported all but our own code.

The tests are called with their parameters, without pytest, which would take three times as long as they do."""

import contextlib
import gc
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import itertools
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from enum import Enum
from types import CodeType, ModuleType
from typing import Any

import pytest

from bench.mutants.making import Mutant

OURS = ("knowledge", "leads", "tests")
"""Packages that are imported anew for each mutant."""
TIMES_LONGER, AT_LEAST_SECONDS = 10, 1.0
"""A mutant that takes this many times the processor time of the tests runs in circles."""


class Outcome(Enum):
    KILLED = "killed"
    SURVIVED = "survived"
    UNBORN = "unborn"
    """The module cannot even be imported: no merit of the tests."""


class _Finder(importlib.abc.MetaPathFinder):
    """Finds the mutant in place of the file."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self.mutant.module:
            return None
        return importlib.util.spec_from_file_location(fullname, self.mutant.path, loader=_Loader(self.mutant))


class _Loader(importlib.machinery.SourceFileLoader):
    def __init__(self, mutant: Mutant) -> None:
        super().__init__(mutant.module, str(mutant.path.resolve()))
        self.source = mutant.source

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.source, self.path, "exec", dont_inherit=True)


def outcomes(mutants: Sequence[Mutant], tests: Sequence[str], jobs: int) -> Iterator[tuple[Mutant, Outcome]]:
    """As they come."""
    seconds = max(AT_LEAST_SECONDS, TIMES_LONGER * _warmed_up(tests))
    waiting, running = iter(mutants), dict[int, Mutant]()
    while True:
        while len(running) < jobs and (mutant := next(waiting, None)):
            pid = os.fork()
            if pid == 0:
                signal.setitimer(signal.ITIMER_PROF, seconds)
                os._exit(_CODES.index(_outcome(mutant, tests)))
            running[pid] = mutant
        if not running:
            return
        pid, status = os.wait()
        code = os.waitstatus_to_exitcode(status)
        yield running.pop(pid), _CODES[code] if code >= 0 else Outcome.KILLED


_CODES = tuple(Outcome)


def _outcome(mutant: Mutant, tests: Sequence[str]) -> Outcome:
    sys.meta_path.insert(0, _Finder(mutant))
    outcome = Outcome.UNBORN
    with contextlib.suppress(BaseException):
        importlib.import_module(mutant.module)
        outcome = Outcome.KILLED
        _call(tests)
        outcome = Outcome.SURVIVED
    return outcome


def _warmed_up(tests: Sequence[str]) -> float:
    """Processor seconds that the tests take; they must pass without any fault, and be the tests that pytest finds. What
    they import stays, except for our code, as do the patterns that it compiles."""
    found = _Found()
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
        passed = pytest.main(["-q", "--noconftest", "-p", "no:cacheprovider", *tests], plugins=[found])
    if passed != pytest.ExitCode.OK:
        raise RuntimeError(f"The tests do not pass without any fault: {' '.join(tests)}")
    _forget_ours()
    start = time.process_time()
    if (called := _call(tests)) != found.count:
        raise RuntimeError(f"{called} tests instead of pytest's {found.count}: {' '.join(tests)}")
    taken = time.process_time() - start
    _forget_ours()
    gc.disable()
    gc.freeze()
    return taken


class _Found:
    count = 0

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        self.count = len(items)


def _forget_ours() -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] in OURS]:
        del sys.modules[name]


def _call(tests: Sequence[str]) -> int:
    """Every test of these files with each of its parameters; how many there were. Fixtures are not known here."""
    count = 0
    for path in tests:
        module = importlib.import_module(path.removesuffix(".py").replace("/", "."))
        for name, test in list(vars(module).items()):
            if name.startswith("test_"):
                for parameters in _parameters(test):
                    test(**parameters)
                    count += 1
    return count


def _parameters(test: Any) -> Iterator[dict[str, Any]]:
    marks = [mark for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
    for sets in itertools.product(*(_sets(*mark.args) for mark in marks)):
        yield {name: value for one in sets for name, value in one.items()}


def _sets(names: str | Sequence[str], values: Sequence[Any]) -> Iterator[dict[str, Any]]:
    listed = [name.strip() for name in names.split(",")] if isinstance(names, str) else names
    for value in values:
        yield dict(zip(listed, [value] if len(listed) == 1 else value, strict=True))
