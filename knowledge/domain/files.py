"""Entries as YAML files, one an entry, and back. Faults name file and line."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from knowledge.domain.corpus import check
from knowledge.domain.faults import CorpusError, Fault, in_japanese
from knowledge.domain.schema import Entry

Lines = dict[object, int]


def read(path: Path) -> list[Entry]:
    """The entries of a file or of every .yml file in a folder. Raises CorpusError with all faults at once."""
    files = sorted(path.glob("*.yml")) if path.is_dir() else [path]
    if not files:
        raise CorpusError([Fault(str(path), 0, "知識ファイル(.yml)がありません")])
    entries: list[Entry] = []
    faults: list[Fault] = []
    lines: dict[str, tuple[str, Lines]] = {}
    for file in files:
        try:
            entry, where = _read_one(file)
        except CorpusError as error:
            faults += error.faults
        else:
            entries.append(entry)
            lines.setdefault(entry.id, (file.name, where))
    if path.is_dir():
        faults += check(entries, lambda i, value: (lines[i][0], lines[i][1].get(value, 1)))
    if faults:
        raise CorpusError(faults)
    return entries


def _read_one(file: Path) -> tuple[Entry, Lines]:
    try:
        text = file.read_text(encoding="utf-8")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        data = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise CorpusError([Fault(file.name, line, f"YAML として読めません({error.problem})")]) from error
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise CorpusError([Fault(file.name, 0, "読めない文字があります。UTF-8 で保存してください")]) from error
    if not isinstance(data, dict) or node is None:
        raise CorpusError([Fault(file.name, 1, "「id: …」で始まる項目の並びにしてください")])
    lines = _lines(node)
    try:
        entry = Entry.model_validate(data)
    except ValidationError as error:
        raise CorpusError(
            [
                Fault(
                    file.name,
                    lines.get(e["loc"][:1], 1) if len(e["loc"]) < 2 else lines.get(e["loc"], 1),
                    in_japanese(e),
                )
                for e in error.errors()
            ]
        ) from error
    if entry.id != file.stem:
        raise CorpusError([Fault(file.name, lines.get(("id",), 1), f"ファイル名を「{entry.id}.yml」にしてください")])
    return entry, lines


def _lines(node: yaml.Node) -> Lines:
    """Where each field, list item (by path) and value (by itself) stands, 1-based."""
    found: Lines = {}
    assert isinstance(node, yaml.MappingNode)
    for name, value in node.value:
        found[(name.value,)] = name.start_mark.line + 1
        for index, item in enumerate(value.value if isinstance(value, yaml.SequenceNode) else []):
            found[(name.value, index)] = item.start_mark.line + 1
            found.setdefault(item.value.strip() if isinstance(item.value, str) else index, item.start_mark.line + 1)
    return found


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def to_yaml(entry: Entry) -> str:
    """The entry as its file holds it; empty optional fields are left out."""
    data: dict[str, Any] = {
        name: value for name, value in entry.model_dump(mode="json").items() if value not in (None, "", [])
    }
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


def write(entries: Iterable[Entry], folder: Path) -> None:
    """One file an entry, in a folder that is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    for entry in entries:
        (folder / f"{entry.id}.yml").write_text(to_yaml(entry), encoding="utf-8")
