"""Cross-validate Rasa's intents: python -m bench.nlu. Draws bench/results/nlu_confusion.png and prints the figures."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

RESULTS = Path("bench/results")
FOLDS = 5


def main() -> None:
    RESULTS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        out = Path(name)
        command = ["deploy/rasa", "test", "nlu", "--nlu", "data/nlu", "--cross-validation", "--folds", str(FOLDS)]
        subprocess.run([*command, "--out", str(out)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        report = json.loads((out / "intent_report.json").read_text())
        shutil.copy(out / "intent_confusion_matrix.png", RESULTS / "nlu_confusion.png")
    intents = {name: row for name, row in report.items() if isinstance(row, dict) and "avg" not in name}
    figures = {
        "folds": FOLDS,
        "intents": len(intents),
        "examples": sum(row["support"] for row in intents.values()),
        "f1_weighted": round(report["weighted avg"]["f1-score"], 3),
        "recall": {name: round(row["recall"], 2) for name, row in sorted(intents.items())},
    }
    print(json.dumps(figures, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
