"""The peer: a Rasa project made from the same entries, as Rasa's documentation sets up answers to questions.

A retrieval intent for each group of entries; ResponseSelector picks the entry. An entry's unsettled questions are a
response of their own, so that the peer, too, may learn where an entry ends.
"""

import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from knowledge.domain.matching.verdict import OFF_PAGE, SHOWN
from knowledge.domain.schema import INFORMATION_KINDS, PAGE_KINDS, Entry, Kind

HERE = Path(__file__).parent
PYTHON = HERE / ".venv" / "bin" / "python"
PAGE = "page"
SETTLED, UNSETTLED = "settled", "unsettled"


def train(entries: Sequence[Entry], folder: Path) -> float:
    """Write the project into the folder and train it; returns seconds."""
    (folder / "data").mkdir(parents=True)
    (folder / "config.yml").write_bytes((HERE / "config.yml").read_bytes())
    labelled = [(f"{_group(e)}/{_key(e.id, s)}", e.id, texts) for e in entries for s, texts in _sides(e) if texts]
    intents = sorted({name.split("/")[0] for name, _, _ in labelled})
    responses = {f"utter_{name}": [{"text": entry_id}] for name, entry_id, _ in labelled}
    nlu = [{"intent": name, "examples": "".join(f"- {_line(t)}\n" for t in texts)} for name, _, texts in labelled]
    _write(folder / "domain.yml", {"version": "3.1", "intents": intents, "responses": responses})
    _write(folder / "data" / "nlu.yml", {"version": "3.1", "nlu": nlu})
    started = time.perf_counter()
    command = [str(PYTHON), "-W", "ignore", "-m", "rasa", "train", "nlu", "--fixed-model-name", "peer"]
    subprocess.run([*command, "--domain", "domain.yml"], cwd=folder, check=True, stdout=sys.stderr)
    return time.perf_counter() - started


def answers(folder: Path, texts: Sequence[str], kinds: Mapping[str, Kind]) -> list[tuple[dict[str, Any], float]]:
    """The peer's answer to each text in the API's shape, and its milliseconds."""
    command = [str(PYTHON), "-W", "ignore", str(HERE / "parse.py"), str(folder / "models" / "peer.tar.gz")]
    done = subprocess.run(command, input=json.dumps(texts).encode(), check=True, stdout=subprocess.PIPE)
    return [(_answer(parsed, kinds), parsed["ms"]) for parsed in json.loads(done.stdout.splitlines()[-1])]


def _answer(parsed: dict[str, Any], kinds: Mapping[str, Kind]) -> dict[str, Any]:
    ranking = [_entry(name) for name, _ in parsed["ranking"]]
    near = list(dict.fromkeys(entry_id for entry_id, _ in ranking if kinds[entry_id] in PAGE_KINDS))[:SHOWN]
    settled = next((side for entry_id, side in ranking if near and entry_id == near[0]), UNSETTLED) == SETTLED
    verdict = {kind.value: verdict.value for kind, verdict in OFF_PAGE.items()}.get(parsed["intent"], "undetermined")
    if parsed["intent"] == PAGE and near and settled:
        verdict = "info" if kinds[near[0]] in INFORMATION_KINDS else "listed"
    shown = [] if verdict in {"declined", "none"} else [{"id": entry_id} for entry_id in near]
    return {"verdict": verdict, "entries": shown, "offers_person": verdict not in {"declined", "none"}}


def _group(entry: Entry) -> str:
    return PAGE if entry.kind in PAGE_KINDS else entry.kind.value


def _sides(entry: Entry) -> list[tuple[str, tuple[str, ...]]]:
    return [(SETTLED, entry.questions), (UNSETTLED, entry.boundary)]


def _key(entry_id: str, side: str) -> str:
    return f"{entry_id.replace('.', '__')}___{side}"


def _entry(name: str) -> tuple[str, str]:
    entry_id, side = name.split("/")[1].split("___")
    return entry_id.replace("__", ".", 1), side


def _line(text: str) -> str:
    """One line without what Rasa's format reads as markup."""
    return " ".join(text.split()).translate(str.maketrans("[](){}", "［］（）｛｝"))


def _write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(yaml.safe_dump(content, allow_unicode=True, width=10_000), encoding="utf-8")
