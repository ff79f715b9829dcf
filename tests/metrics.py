"""What a process tells Prometheus, read as Prometheus reads it."""

from collections.abc import Callable
from dataclasses import dataclass

from prometheus_client import generate_latest
from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.samples import Sample


@dataclass(frozen=True)
class Told:
    """The text, its metrics by name with their type, and their samples. Histograms and counters have the name that
    their definition has, their samples the suffixes."""

    text: str
    types: dict[str, str]
    samples: list[Sample]

    @property
    def names(self) -> set[str]:
        """Of the series, as an expression names them."""
        return {sample.name for sample in self.samples}

    def value(self, name: str, **labels: str) -> float:
        (found,) = [sample.value for sample in self.samples if sample.name == name and sample.labels == labels]
        return found


def told_by(text: str) -> Told:
    families = list(text_string_to_metric_families(text))
    return Told(text, {f.name: f.type for f in families}, [sample for f in families for sample in f.samples])


def of_this_process() -> Told:
    """What is registered, without the address under which it is asked for."""
    return told_by(generate_latest().decode())


def grown(name: str, by: Callable[[], object], told: Callable[[], Told] = of_this_process, **labels: str) -> float:
    """How much more a series tells after this than before."""
    before = told().value(name, **labels)
    by()
    return told().value(name, **labels) - before
