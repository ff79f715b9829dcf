"""The alerts, the dashboard and the documents name what web and Rasa tell, and nothing else."""

import json
import re
import subprocess
from collections.abc import Iterator
from typing import Any

import promql_parser
import pytest
import yaml
from django.conf import settings as django_settings
from pytest_django import Settings

from tests.chat.conftest import engine  # noqa: F401 -- a fixture
from tests.chat.visitor import Visitor
from tests.deploy.reference.kept import sections
from tests.fakes import FakeEngine
from tests.metrics import Told, told_by
from web.environment import ROOT

pytestmark = pytest.mark.slow

FOLDER = ROOT / "deploy" / "prometheus"
RULES = yaml.safe_load((FOLDER / "alerts.yaml").read_text(encoding="utf-8"))["groups"][0]["rules"]
PANELS = json.loads((FOLDER / "grafana.json").read_text(encoding="utf-8"))["panels"]
SECTION = (
    (ROOT / "docs" / "operations.md").read_text(encoding="utf-8").partition("\n## Metrics\n")[2].partition("\n## ")[0]
)
WINDOW = "$__rate_interval"
"""Grafana's own, filled in by it."""
EXPRESSIONS = {
    **{f"alert {rule['alert']}": rule["expr"] for rule in RULES},
    **{
        f"panel {panel['title']} {target['refId']}": target["expr"].replace(WINDOW, "5m")
        for panel in PANELS
        for target in panel["targets"]
    },
}


@pytest.fixture
def told(db: None, engine: FakeEngine, settings: Settings) -> list[Told]:  # noqa: F811
    """By web, whose leads go out by e-mail, and by Rasa, as each process says it."""
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(update={"lead_email": ["eigyo@example.jp"]})
    token = django_settings.ENVIRONMENT.action_token
    web = Visitor().send("GET", "/metrics", Authorization=f"Bearer {token}").content.decode()
    asking = "import bot.measures, prometheus_client; print(prometheus_client.generate_latest().decode())"
    python = ROOT / "bot" / ".venv" / "bin" / "python"
    rasa = subprocess.run([python, "-c", asking], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [told_by(web), told_by(rasa)]


def ours(told: list[Told]) -> dict[str, str]:
    """The type of each metric of ours, by the name that its series have."""
    types = {name: kind for process in told for name, kind in process.types.items() if name.startswith("hosho_")}
    return {f"{name}_total" if kind == "counter" else name: kind for name, kind in types.items()}


def selectors(expression: str) -> Iterator[Any]:
    """What the expression selects: name and labels. Raises ValueError where it is no PromQL."""
    found: list[Any] = []

    def visit(node: Any) -> None:
        if isinstance(node, promql_parser.VectorSelector):
            found.append(node)

    promql_parser.walk(promql_parser.parse(expression), visit)
    yield from found


@pytest.mark.parametrize("expression", EXPRESSIONS.values(), ids=EXPRESSIONS.keys())
def test_an_expression_selects_what_is_told(expression: str, told: list[Told]) -> None:
    series = [sample for process in told for sample in process.samples]
    wanted = list(selectors(expression))
    assert wanted
    for selector in wanted:
        labels = {matcher.name: matcher.value for matcher in selector.matchers.matchers}
        fitting = [s for s in series if s.name == selector.name and labels.items() <= s.labels.items()]
        assert fitting, f"{selector.name}{labels}"


@pytest.mark.parametrize("expression", EXPRESSIONS.values(), ids=EXPRESSIONS.keys())
def test_it_groups_by_labels_that_are_there(expression: str, told: list[Told]) -> None:
    names = {selector.name for selector in selectors(expression)}
    labels = {label for process in told for s in process.samples if s.name in names for label in s.labels}
    grouped = {label for group in re.findall(r"\bby \(([^)]*)\)", expression) for label in group.split(", ")}
    assert grouped <= labels


def test_every_metric_is_on_the_dashboard(told: list[Told]) -> None:
    shown = {s.name for name, expression in EXPRESSIONS.items() if "panel" in name for s in selectors(expression)}
    assert set(ours(told)) == {name.removesuffix("_bucket") for name in shown}


def rows(heading: str) -> list[list[str]]:
    """Of the table in the section whose first column is headed so."""
    table = SECTION.partition(f"| {heading} |")[2].partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip(" `") for cell in line.strip("|").split("|")] for line in table]


def test_every_metric_has_its_heading_and_no_other_has(told: list[Told]) -> None:
    documented = sections("metrics.md")
    assert {name: re.findall(r"^- (\w+)$", said, re.MULTILINE)[0] for name, said in documented.items()} == ours(told)


@pytest.mark.parametrize(("process", "place"), [("web", 0), ("rasa", 1)])
def test_a_metric_stands_under_the_process_that_tells_it(process: str, place: int, told: list[Told]) -> None:
    assert set(sections("metrics.md", process)) == set(ours([told[place]]))


def test_a_heading_is_followed_by_what_the_metric_says_of_itself(told: list[Told]) -> None:
    texts = "".join(process.text for process in told)
    for name, said in sections("metrics.md").items():
        assert f"# HELP {name} {said.split('\n')[2].replace('\\', '')}\n" in texts


def test_it_names_the_labels_that_the_metric_has(told: list[Told]) -> None:
    for name, said in sections("metrics.md").items():
        series = [s for process in told for s in process.samples if s.name in (name, f"{name}_count")]
        labels = set(re.findall(r"^- label `(\w+)`", said, re.MULTILINE))
        assert series
        assert {label for s in series for label in s.labels} == labels, name


def test_every_alert_has_its_row_and_no_other_has() -> None:
    assert [row[0] for row in rows("alert")] == [rule["alert"] for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])
def test_an_alert_waits_and_says_what_is_wrong(rule: dict[str, Any]) -> None:
    assert promql_parser.parse_duration(rule["for"]).total_seconds() >= 60
    assert rule["labels"]["severity"] in {"critical", "warning"}
    assert len(rule["annotations"]["summary"].split()) >= 5


def test_no_two_panels_lie_on_one_another() -> None:
    places = [
        (panel["gridPos"]["x"] + x, panel["gridPos"]["y"] + y)
        for panel in PANELS
        for x in range(panel["gridPos"]["w"])
        for y in range(panel["gridPos"]["h"])
    ]
    assert len(places) == len(set(places))
    assert len({panel["id"] for panel in PANELS}) == len(PANELS)
