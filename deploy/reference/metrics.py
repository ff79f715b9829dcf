"""docs/reference/metrics.md: what web and rasa tell Prometheus, from what each process has registered."""

import subprocess
from collections.abc import Iterator

from prometheus_client import Metric
from prometheus_client.metrics import MetricWrapperBase
from prometheus_client.parser import text_string_to_metric_families

import chat.measures
import knowledge.measures
import leads.measures
from deploy.reference.markdown import code, document, plain, points, sentence
from web.environment import ROOT

INTRODUCTION = (
    "By whom and where they are asked for is told in [operations.md](../operations.md#metrics), with what to do about "
    "an alert. Each process tells its own."
)
MODULES = (chat.measures, knowledge.measures, leads.measures)
PYTHON_OF_RASA = ROOT / "bot" / ".venv" / "bin" / "python"
ASKING_RASA = "import bot.measures, prometheus_client; print(prometheus_client.generate_latest().decode())"
BUCKET = "le"
"""The label that Prometheus itself gives a histogram's series."""


def written() -> str:
    web, rasa = map(_described, of_web()), map(_described, of_rasa())
    return document("Metrics", INTRODUCTION, "## web", *web, "## rasa", *rasa)


def of_web() -> Iterator[Metric]:
    """Without asking the database, of which the outbox tells."""
    for module in MODULES:
        for found in vars(module).values():
            if isinstance(found, MetricWrapperBase):
                yield from found.collect()
    yield from leads.measures.Outbox().describe()


def of_rasa() -> Iterator[Metric]:
    """Its environment is another one."""
    said = subprocess.run([PYTHON_OF_RASA, "-c", ASKING_RASA], cwd=ROOT, capture_output=True, text=True, check=True)
    families = text_string_to_metric_families(said.stdout)
    return (family for family in families if family.name.startswith("hosho_"))


def _described(family: Metric) -> str:
    name = f"{family.name}_total" if family.type == "counter" else family.name
    values = _values(family)
    bounds = ", ".join(values.pop(BUCKET, [])[:-1])  # but for the last, which is infinity
    facts = points(
        family.type,
        *(
            f"label {code(label)}" + (f": {', '.join(map(code, known))}" if known else "")
            for label, known in values.items()
        ),
        f"buckets up to {bounds} seconds" if bounds else "",
    )
    return f"### {name}\n\n{plain(sentence(family.documentation))}\n\n{facts}"


def _values(family: Metric) -> dict[str, list[str]]:
    """Label -> the values that it has from the start on, each once."""
    found: dict[str, dict[str, None]] = {label: {} for label in getattr(family, "_labelnames", ())}
    for sample in family.samples:
        for label, value in sample.labels.items():
            found.setdefault(label, {})[value] = None
    return {label: list(values) for label, values in found.items()}
