"""Entries as YAML files, one an entry, and back. Faults name file and line."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from knowledge.domain.corpus import check
from knowledge.domain.faults import CorpusError, Fault, in_japanese, mistakes
from knowledge.domain.schema import Entry

Lines = dict[object, int]
NO_ALIAS = "「*」で始まる参照は使えません。「*」で始まる文は引用符で囲んでください"
OTHER_ENDING = "拡張子を .yml にしてください"


@dataclass(frozen=True)
class Loaded:
    """What could be read of some files, and what is wrong within each. `broken`: ids of files that cannot be used."""

    entries: list[Entry]
    faults: list[Fault]
    broken: frozenset[str]
    lines: dict[str, tuple[str, Lines]]

    def locate(self, entry_id: str, _field: str, value: str) -> tuple[str, int]:
        """File and line of a value in an entry that was read here; another entry is its own place."""
        name, where = self.lines.get(entry_id, (entry_id, {value: 0}))
        return name, where.get(value, 1)


def load(files: Iterable[Path]) -> Loaded:
    """Read the files, one by one."""
    entries: list[Entry] = []
    faults: list[Fault] = []
    lines: dict[str, tuple[str, Lines]] = {}
    broken = set()
    for file in files:
        try:
            entry, where = _read_one(file)
        except CorpusError as error:
            faults += error.faults
            broken.add(file.stem)
        else:
            entries.append(entry)
            lines.setdefault(entry.id, (file.name, where))
    return Loaded(entries, faults, frozenset(broken), lines)


def read(path: Path) -> list[Entry]:
    """The entries of a file or of every .yml file in a folder. Raises CorpusError with all faults at once."""
    files = sorted(path.glob("*.yml")) if path.is_dir() else [path]
    if not files or not files[0].exists():
        raise CorpusError([Fault(str(path), 0, "知識ファイル(.yml)がありません")])
    loaded = load(files)
    faults = [Fault(file.name, 0, OTHER_ENDING) for file in sorted(path.glob("*.yaml"))]
    faults += loaded.faults + check(loaded.entries, loaded.locate, loaded.broken, whole=path.is_dir())
    if faults:
        raise CorpusError(faults)
    return loaded.entries


class _Loader(yaml.SafeLoader):
    """Dates stay text: the schema reads them, and says so when there is no such day. What stands elsewhere in the file
    (*name) is not fetched: thirty lines of it can grow without end.

    The loader in C is faster, and ends the whole process at a file that nests too deeply."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError(None, None, NO_ALIAS, self.peek_event().start_mark)  # type: ignore[no-untyped-call]
        return super().compose_node(parent, index)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node))  # type: ignore[arg-type]


def _read_one(file: Path) -> tuple[Entry, Lines]:
    try:
        text = file.read_text(encoding="utf-8")
        node, data = _parsed(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise CorpusError([Fault(file.name, line, f"YAML として読めません({error.problem})")]) from error
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise CorpusError([Fault(file.name, 0, "読めない文字があります。UTF-8 で保存してください")]) from error
    except (ValueError, LookupError, RecursionError) as error:  # "!!int" and "!!bool" of what is neither
        raise CorpusError(
            [Fault(file.name, 0, "YAML として読めません。ほかのファイルの形に合わせてください")]
        ) from error
    if not isinstance(data, dict) or not isinstance(node, yaml.MappingNode):
        raise CorpusError([Fault(file.name, 1, "「id: …」で始まる項目の並びにしてください")])
    lines = _lines(node)
    faults = _written_twice(file, node)
    try:
        entry = Entry.model_validate(data)
    except ValidationError as error:
        faults += [Fault(file.name, _line(lines, e["loc"]), in_japanese(e)) for e in mistakes(error)]
    id_is_sound = not any(fault.message.startswith("id: ") for fault in faults)
    if id_is_sound and data.get("id", file.stem) != file.stem:
        faults.append(Fault(file.name, lines.get(("id",), 1), f"ファイル名を「{data['id']}.yml」にしてください"))
    if faults:
        raise CorpusError(faults)
    return entry, lines


def _parsed(text: str) -> tuple[yaml.Node | None, Any]:
    """The document as nodes, which know their lines, and as values."""
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        return node, loader.construct_document(node) if node else None
    finally:
        loader.dispose()


def _written_twice(file: Path, node: yaml.MappingNode) -> list[Fault]:
    """YAML would silently keep the last of two fields with one name, and lose the other."""
    seen: set[str] = set()
    found = []
    for name, _ in node.value:
        if name.value in seen:
            line = name.start_mark.line + 1
            found.append(Fault(file.name, line, f"{name.value}: 二度書かれています。一つにまとめてください"))
        seen.add(name.value)
    return found


def _line(lines: Lines, location: tuple[int | str, ...]) -> int:
    """The line of the item, else of its field, else the first."""
    return lines.get(location[:2], lines.get(location[:1], 1))


def _lines(node: yaml.MappingNode) -> Lines:
    """Where each field, list item (by path) and value (by itself) stands, 1-based."""
    found: Lines = {}
    for name, value in node.value:
        found[(name.value,)] = name.start_mark.line + 1
        for index, item in enumerate(value.value if isinstance(value, yaml.SequenceNode) else []):
            found[(name.value, index)] = item.start_mark.line + 1
            if isinstance(item.value, str):
                found.setdefault(item.value.strip(), item.start_mark.line + 1)
    return found


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def to_yaml(entry: Entry) -> str:
    """The entry as its file holds it; empty optional fields are left out."""
    filled = {name: value for name, value in entry.model_dump(mode="json").items() if value not in (None, "", [])}
    data: dict[str, Any] = {"id": entry.id, **filled}
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


def write(entries: Iterable[Entry], folder: Path) -> None:
    """One file an entry, in a folder that is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    for entry in entries:
        (folder / f"{entry.id}.yml").write_text(to_yaml(entry), encoding="utf-8")
