"""The one script of the widget's modules: order, what it refuses, and that no name is told twice."""

import re
from collections import Counter
from pathlib import Path

import pytest

from chat.page_files import FOLDER
from chat.widget_script import joined

TOP_LEVEL = re.compile(r"^(?:export )?(?:async )?(?:function\*?|class|const|let) (\w+)", re.MULTILINE)


def write(folder: Path, **modules: str) -> Path:
    for name, code in modules.items():
        (folder / f"{name}.js").write_text(code, encoding="utf-8")
    return folder


def test_each_module_stands_once_and_after_what_it_needs(tmp_path: Path) -> None:
    widget = 'import { b } from "./b.js";\nimport {\n  c,\n} from "./c.js";\nb(c);\n'
    b = 'import { c } from "./c.js";\nexport function b() { return c; }\n'
    script = joined(write(tmp_path, widget=widget, b=b, c="/** 一つ。\n * 二つ。 */\nexport const c = 1; // c\n"))
    assert script == '"use strict";(()=>{const c=1;function b(){return c;}\nb(c);})();'


@pytest.mark.parametrize(
    "line", ['import * as c from "./c.js";', 'import c from "./c.js";', "export default 1;", "export { c };"]
)
def test_another_form_of_import_or_export_is_refused_by_name(tmp_path: Path, line: str) -> None:
    with pytest.raises(ValueError, match=r"widget\.js: cannot be joined"):
        joined(write(tmp_path, widget=line + "\n", c="export const c = 1;\n"))


def test_modules_that_need_each_other_are_refused(tmp_path: Path) -> None:
    a, b = 'import { b } from "./b.js";\nexport const a = 1;\n', 'import { a } from "./widget.js";\n'
    with pytest.raises(ValueError, match=r"widget\.js imports itself through b\.js"):
        joined(write(tmp_path, widget=a, b=b))


def test_no_top_level_name_is_given_twice() -> None:
    named = Counter(TOP_LEVEL.findall(joined(FOLDER)))
    assert len(named) > 20
    assert [name for name, times in named.items() if times > 1] == []


def test_every_module_is_part_of_the_script() -> None:
    imported = {name for path in FOLDER.glob("*.js") for name in re.findall(r'from "\./(\w+\.js)"', path.read_text())}
    assert imported | {"widget.js"} == {path.name for path in FOLDER.glob("*.js")}
