"""Rasa projects of the other stacks: trained once, and anew only when what they learn from has changed."""

import json
import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench.stacks.serving import Process
from deploy.setup import fingerprint
from web.environment import ROOT

CACHE = ROOT / ".cache" / "stacks"
"""Not in var/, which is searched for a visitor's words when a visitor is erased: a vocabulary has any of them."""
RASA = ROOT / "bot" / ".venv" / "bin" / "rasa"
"""Rasa of the version that we use, and nothing of ours in it."""
QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TQDM_DISABLE": "1",
    "PYTHONWARNINGS": "ignore",
}


@dataclass(frozen=True)
class Project:
    """`home`: config, credentials, endpoints. `data`, `domain`: what is learnt. `epochs`: instead of the config's."""

    home: Path
    data: Sequence[Path]
    domain: Path
    kept: Path
    epochs: int | None = None
    rasa: Path = RASA

    @property
    def model(self) -> Path:
        return self.kept / "model.tar.gz"

    def trained_s(self, force: bool = False) -> float:
        """The seconds that training took, now or when the same was trained before."""
        stamp, learnt = self.kept / "trained.json", self._learnt()
        known = json.loads(stamp.read_text()) if stamp.exists() else {}
        if known.get("learnt") != learnt or not self.model.exists() or force:
            known = {"learnt": learnt, "seconds": self._train()}
            stamp.write_text(json.dumps(known))
        return float(known["seconds"])

    def served(self, port: int, settings: Mapping[str, str]) -> Process:
        """`rasa run`, as documented, but on loopback alone."""
        home = self.home
        endpoints = ["--endpoints", home / "endpoints.yml"] if (home / "endpoints.yml").exists() else []
        command = [self.rasa, "run", "--model", self.model, "--credentials", home / "credentials.yml", *endpoints]
        where = ["--interface", "127.0.0.1", "--port", port]
        address = f"http://127.0.0.1:{port}/"
        return Process("rasa", [str(part) for part in (*command, *where)], address, self.kept, {**QUIET, **settings})

    def _learnt(self) -> str:
        paths = (self.home / "config.yml", *self.data, self.domain, ROOT / "bot" / "requirements.txt")
        return f"{fingerprint(*paths)} {self.epochs}"

    def _train(self) -> float:
        self.kept.mkdir(parents=True, exist_ok=True)
        config = self.kept / "config.yml"
        config.write_text(yaml.safe_dump(self._config(), sort_keys=False))
        command = [self.rasa, "train", "--force", "--config", config, "--domain", self.domain, "--data", *self.data]
        named = ["--out", self.kept, "--fixed-model-name", "model"]
        log = self.kept / "train.log"
        started = time.perf_counter()
        with log.open("wb") as output:
            done = subprocess.run(
                [str(part) for part in (*command, *named)],
                cwd=self.kept,
                env={**os.environ, **QUIET},
                stdout=output,
                stderr=output,
            )
        if done.returncode:
            raise SystemExit(f"rasa train failed; the end of {log}:\n{log.read_text()[-3000:]}")
        return time.perf_counter() - started

    def _config(self) -> dict[str, Any]:
        config: dict[str, Any] = yaml.safe_load((self.home / "config.yml").read_text())
        for component in (*config["pipeline"], *config["policies"]):
            if self.epochs and "epochs" in component:
                component["epochs"] = self.epochs
        return config
