"""Time of the exchange with Excel: python -m bench.exchange_time [--entries 5000 --questions 20]

In seconds, on a database of its own that is thrown away: writing the workbook, looking at it when every entry is new,
importing it, looking at it again when nothing has changed.
"""

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable


def timed[Result](figures: dict[str, float], name: str, work: Callable[[], Result]) -> Result:
    started = time.perf_counter()
    result = work()
    figures[name] = round(time.perf_counter() - started, 1)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=5000, help="in the workbook")
    parser.add_argument("--questions", type=int, default=20, help="of each entry")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"HOSHO_VAR": folder, "DJANGO_SETTINGS_MODULE": "web.settings"}
        os.environ.pop("HOSHO_DATABASE_URL", None)
        print(json.dumps(measured(args.entries, args.questions), ensure_ascii=False))


def measured(entries: int, questions: int) -> dict[str, float]:
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from knowledge.domain.schema import Entry
    from knowledge.domain.sheets.workbook_writing import to_workbook
    from knowledge.exchange import WHOLE, read_upload
    from knowledge.import_plan import difference
    from knowledge.importing import apply

    corpus = [
        Entry(
            kind="cost",
            id=f"cost.n{n}",
            title=f"{n}番の費用",
            answer="掲載されている費用です。" * 10,
            source="概要",
            questions=[f"{n}番の費用は、{m}件の漏えいのときに補償されますか" for m in range(questions)],
        )
        for n in range(entries)
    ]
    figures: dict[str, float] = {}
    data = timed(figures, "write", lambda: to_workbook(corpus, {}))
    plan = timed(figures, "look at, all new", lambda: difference(read_upload("知識.xlsx", data), WHOLE))
    timed(figures, "import", lambda: apply(plan, "測定"))
    plan = timed(figures, "look at, nothing changed", lambda: difference(read_upload("知識.xlsx", data), WHOLE))
    assert plan.unchanged == entries, plan.faults[:3]
    return figures


if __name__ == "__main__":
    main()
