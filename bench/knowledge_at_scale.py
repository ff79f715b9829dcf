"""Many entries: python -m bench.knowledge_at_scale [--entries 5000 --questions 20]

In a database of its own: import into the drafts, the list page of staff, preparing and publishing a release by steps,
and a question's way through the real encoders and the fitted matcher. The examples' vectors are drawn, not encoded
(encoding 100,000 texts takes some 40 minutes, once, and is watched as its own step); everything else is real.
"""

import argparse
import gc
import json
import os
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

FOLDER = tempfile.TemporaryDirectory(prefix="hosho-scale-")
os.environ |= {"HOSHO_VAR": FOLDER.name, "HOSHO_DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "web.settings"}

import django  # noqa: E402

django.setup()

import numpy as np  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from bench.match_time import milliseconds, quantiles  # noqa: E402
from knowledge import drafts, live  # noqa: E402
from knowledge.domain import files  # noqa: E402
from knowledge.domain.encoder import Vectors  # noqa: E402
from knowledge.domain.matcher import read_by  # noqa: E402
from knowledge.domain.matcher_file import to_bytes  # noqa: E402
from knowledge.domain.schema import Entry, Kind  # noqa: E402
from knowledge.live import Knowledge  # noqa: E402
from knowledge.preparing import prepare_drafts  # noqa: E402
from knowledge.publishing import store  # noqa: E402

CORPUS = Path("knowledge/entries")
WHERE = [
    "東京の支店",
    "大阪の工場",
    "名古屋の店舗",
    "福岡の営業所",
    "札幌の倉庫",
    "仙台の事務所",
    "広島の研究所",
    "京都の旅館",
]
WHO = ["社員", "派遣社員", "パート", "役員", "委託先", "再委託先", "退職者", "アルバイト", "取引先", "清掃業者"]
WHAT = [
    "ノートPC",
    "スマホ",
    "USBメモリ",
    "紙の名簿",
    "クラウド",
    "サーバー",
    "複合機",
    "タブレット",
    "メール",
    "カルテ",
]
HOW = ["をなくした", "を持ち出した", "を誤って送った", "を壊された", "に侵入された", "を公開してしまった", "を売った"]
ASK = ["場合は対象ですか", "ときの費用は出ますか", "らどうなりますか", "事故があった"]


class Drawn:
    """Vectors like those of real sentences: a text's own direction near that of its first words."""

    version, dimensions = "drawn", 896

    def encode(self, texts: Sequence[str]) -> Vectors:
        return np.stack([self._row(text) for text in texts])

    def _row(self, text: str) -> Vectors:
        parts = [
            np.random.default_rng(zlib.crc32(part.encode())).normal(size=self.dimensions) for part in (text[:10], text)
        ]
        row = parts[0] + 0.7 * parts[1]
        return (row / np.linalg.norm(row)).astype(np.float32)


def generated(entries: int, questions: int) -> Iterator[Entry]:
    """Scenario entries from templates, each question once."""
    for number in range(entries):
        where, who = WHERE[number % len(WHERE)], WHO[number // len(WHERE) % len(WHO)]
        texts = [
            f"案件{number}の{where}で{who}が{WHAT[(number + i) % len(WHAT)]}{HOW[i % len(HOW)]}{ASK[i // 7 % len(ASK)]}"
            for i in range(questions)
        ]
        yield Entry(
            id=f"scenario.case_{number}",
            kind=Kind.SCENARIO,
            title=f"案件{number} {where}の{who}による事故",
            answer="お支払い対象の例に含まれています。",
            source="保険金の支払い対象となるケース",
            questions=tuple(texts),
        )


def seconds(work: Callable[[], object]) -> float:
    return round(milliseconds(work) / 1000, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=5000)
    parser.add_argument("--questions", type=int, default=20)
    args = parser.parse_args()
    call_command("migrate", verbosity=0)
    folder = Path(FOLDER.name) / "entries"
    files.write(generated(args.entries, args.questions), folder)
    table: dict[str, object] = {"entries": args.entries, "questions": args.questions}
    table["import_s"] = seconds(lambda: drafts.import_path(folder))
    encoder = Drawn()
    live.encoder = lambda: encoder  # type: ignore[assignment]
    steps: dict[str, float] = {}
    for name in ("first_release", "second_release"):
        steps = {}
        last = [time.perf_counter(), ""]

        def progress(step: str, _: float, last: list[object] = last, steps: dict[str, float] = steps) -> None:
            now = time.perf_counter()
            steps[str(last[1])] = round(steps.get(str(last[1]), 0.0) + now - float(str(last[0])), 1)
            last[:] = [now, step]

        started = time.perf_counter()
        prepared = prepare_drafts(encoder, progress)
        progress("", 1.0)
        entries = [entry.model_dump(mode="json") for entry in prepared.entries]
        kept = time.perf_counter()
        store(entries, to_bytes(prepared.matcher), read_by(encoder), prepared.report, note=name, published_by="bench")
        steps["保存して公開"] = round(time.perf_counter() - kept, 1)
        table[name] = {"seconds": round(time.perf_counter() - started, 1), **{k: v for k, v in steps.items() if k}}
    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.create_superuser("bench"))
    address = "/staff/knowledge/draft/"
    assert client.get(address).status_code == 200
    table["ms_list_page"] = quantiles([milliseconds(lambda: client.get(address)) for _ in range(20)])
    from knowledge.domain.encoder import default_encoder

    by_id = {entry.id: entry for entry in prepared.entries}
    knowledge = Knowledge(2, by_id, prepared.matcher, default_encoder())
    del prepared, entries  # no web process holds the trial
    gc.collect()
    knowledge.warm_up()
    asked = [entry.questions[0] for entry in files.read(CORPUS)]
    table["ms_encoders_alone"] = quantiles([milliseconds(lambda t=t: knowledge.encoder.encode([t])) for t in asked])
    table["ms_match_whole"] = quantiles([milliseconds(lambda t=t: knowledge.decide(t)) for t in asked])
    print(json.dumps(table, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
