"""Memory that answering adds to a web process: python -m bench.web_memory (needs a published release)

In MB: `own` is this process' alone; `mapped` are read-only files (the dictionary, an encoder's weights), which further
processes share and which the system may drop when it needs the room.
"""

import json
import re
from pathlib import Path

ASKED = 50


def in_use() -> dict[str, float]:
    figures = dict(re.findall(r"^(\w+): +(\d+) kB$", Path("/proc/self/smaps_rollup").read_text(), re.M))
    own, resident = (int(figures[name]) / 1024 for name in ("Anonymous", "Rss"))
    return {"own": own, "mapped": resident - own}


def main() -> None:
    import web.asgi  # noqa: F401 -- what every web process has loaded before the first question

    before = in_use()
    from knowledge.live import current

    knowledge = current()
    for number in range(ASKED):
        knowledge.decide(f"委託先から{number + 1}件の顧客情報が漏えいした場合は補償されますか")
    after = in_use()
    print(json.dumps({name: round(after[name] - before[name]) for name in after}))


if __name__ == "__main__":
    main()
