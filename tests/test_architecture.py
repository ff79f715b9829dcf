"""The arrows between the packages, read from the imports themselves; and the size of our files."""

import ast
import statistics
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FROM_LEFT_TO_RIGHT = ["web", "login", "actions", "chat", "leads", "knowledge", "audit", "sealing"]
OURS = [*FROM_LEFT_TO_RIGHT, "bot", "deploy", "bench"]
MAY_IMPORT_ALL = {f"web/{name}.py" for name in ("urls", "asgi", "served", "loaded", "starting")}
SPEAK_TO_RASA_SDK = {
    f"actions/{name}.py"
    for name in ("after_sending", "custom_actions", "disclosure_form", "memory", "tracker", "wire", "webhook")
} | {"bench/stacks/action_server.py"}
SPEAK_TO_RASA = ("bot/", "bench/peer/parse.py")
"""The runtime, and what runs in the benchmark peer's own environment."""
SKIPPED = {"migrations", ".venv", "tests", "node_modules", "__pycache__"}
LONGEST, MEDIAN = 300, 80


@cache
def files_of(package: str, *endings: str) -> list[Path]:
    found: list[Path] = []
    for folder, subfolders, names in (ROOT / package).walk():
        subfolders[:] = [name for name in subfolders if name not in SKIPPED]
        found += [folder / name for name in names if name.endswith(endings or ".py")]
    return sorted(found)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def imports(path: Path) -> frozenset[str]:
    """Every module the file imports, wherever in it; `from a import b` counts as a and a.b."""
    return frozenset(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    package = list(path.relative_to(ROOT).with_suffix("").parts[:-1])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*start, *filter(None, [node.module])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def packages(path: Path) -> set[str]:
    return {module.split(".")[0] for module in imports(path)}


PYTHON = [path for package in OURS for path in files_of(package)]
ordered = pytest.mark.parametrize("package", FROM_LEFT_TO_RIGHT)


def test_there_is_something_to_look_at() -> None:
    assert all(files_of(package) for package in FROM_LEFT_TO_RIGHT)
    assert any("knowledge" in packages(path) for path in files_of("actions"))


@ordered
def test_no_package_imports_one_that_stands_left_of_it(package: str) -> None:
    left = set(FROM_LEFT_TO_RIGHT[: FROM_LEFT_TO_RIGHT.index(package)])
    assert {name_of(path): packages(path) & left for path in files_of(package) if packages(path) & left} == {}


def test_of_the_web_package_only_the_urls_and_the_gate_import_the_others() -> None:
    others = set(FROM_LEFT_TO_RIGHT[1:])
    assert {name_of(path) for path in files_of("web") if packages(path) & others} <= MAY_IMPORT_ALL


def test_the_bot_imports_nothing_of_ours() -> None:
    ours = set(OURS) - {"bot"}
    assert {name_of(path): packages(path) & ours for path in files_of("bot") if packages(path) & ours} == {}


@ordered
def test_no_package_imports_the_bot_or_the_tools(package: str) -> None:
    tools = {"bot", "deploy", "bench", "tests"}
    assert {name_of(path): packages(path) & tools for path in files_of(package) if packages(path) & tools} == {}


@pytest.mark.parametrize("path", files_of("knowledge/domain"), ids=name_of)
def test_a_domain_module_knows_no_framework(path: Path) -> None:
    assert packages(path) & {"django", "rasa", "rasa_sdk", "rest_framework"} == set()


@pytest.mark.parametrize("path", files_of("knowledge/domain"), ids=name_of)
def test_a_domain_module_imports_of_ours_only_the_domain(path: Path) -> None:
    ours = {module for module in imports(path) if module.split(".")[0] in OURS}
    assert {module for module in ours if not module.startswith("knowledge.domain")} == set()


def test_only_the_actions_edge_speaks_to_rasa_sdk() -> None:
    assert {name_of(path) for path in PYTHON if "rasa_sdk" in packages(path)} <= SPEAK_TO_RASA_SDK


def test_only_the_bot_imports_rasa() -> None:
    assert {
        name_of(path) for path in PYTHON if "rasa" in packages(path) and not name_of(path).startswith(SPEAK_TO_RASA)
    } == set()


def sizes() -> dict[str, int]:
    """Lines of each Python and JavaScript file of ours, empty ones left out."""
    paths = [ROOT / "manage.py", *(path for package in OURS for path in files_of(package, ".py", ".js"))]
    lines = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    return {name: count for name, count in lines.items() if count}


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    assert {name: count for name, count in sizes().items() if count > LONGEST} == {}


def test_half_of_the_files_are_shorter_than_eighty_lines() -> None:
    assert statistics.median(sizes().values()) < MEDIAN
