"""The fiscal period a sales figure is of, as the visitor says it."""

import re
import unicodedata
from datetime import date

from knowledge.domain.text import clean
from leads.domain.question import is_question

LONGEST = 80
MOST_YEARS_AHEAD = 1
_WESTERN = re.compile(r"20\d\d")
_NUMBER = r"(?:\d+|元|[一二三四五六七八九十〇]+)"
_YEAR = (
    rf"(?:(?:19|20)\d\d(?:\s*年)?\s?|(?:令和|平成){_NUMBER}年?|(?<![a-z])[rh]\d{{1,2}}(?!\d)年?|'?\d\d年(?=度|\d+月"
    rf"|期)"
    rf"|fy\s*'?\d{{2,4}}|二〇[一二三四五六七八九〇]{{2}}年)"
)
_MONTH = r"(?:(?<![\d.])(?:1[0-2]|0?[1-9])|[一二三四五六七八九]|十[一二]?)\s*月"
_UNIT = (
    rf"{_YEAR}(?:度|期)?(?:[/.\-]\d{{1,2}}(?!\d)(?:[/.\-]\d{{1,2}}(?!\d))?)?|{_MONTH}(?:期|末|度|締め|〆|決算"
    rf"|始まり)*(?:\d{{1,2}}日)?|第{_NUMBER}期|\d{{1,3}}期目?|(?:上|下|通)半?期"
    r"|(?:\d{1,2}|[一二三四五六七八九十]+)年度|直近|最新|最近|一昨年度?|おととし|昨年度?|去年度?|前年度?|今年度?"
    r"|本年度?|来年度?|前々年度?|(?:[前先]々|[昨前今当先本来])期|昨年実績|暦年|年度末|期末"
    r"|(?:直近|最新|前|今|本|中間)の?決算(?:期)?|1年(?:間|分)|一年(?:間|分)|決算期?|年度|\d{1,2}日"
)
_JOIN = r"(?:の|[\s/~〜、・()]|-|から|まで|に|は|が|終了|締め|分|実績|見込み?|予想|ベース)*"
_PERIOD = re.compile(
    rf"(?:{_UNIT})(?:{_JOIN}(?:{_UNIT}))*(?:期|分|の?実績|の?見込み?|終了|\)|[\s]*\((?:税込|税抜"
    rf"|見込み?|予想|実績)\))*"
)
_ENOUGH = re.compile(
    rf"{_YEAR}|前の決算|{_MONTH}(?:期|末|締め|〆|決算|から)|{_MONTH}[~〜\-]|決算.{{0,4}}{_MONTH}|第?{_NUMBER}期|年度(?!末$)"
    rf"|直近|最新|一昨年|おととし|昨年|去年|前年|今年|本年|(?:[前先]々|[昨前今当先本来])期|暦年|{_MONTH}$|1年(?:間|分)"
)
_NO_PERIOD = re.compile(
    r"わか(?:ら|り)|分か(?:ら|り)|不明|忘れ|未定|覚えて|ありません|ないです|(?:決算|年度)は?(?:ない|なし)|年前|設立"
    r"|創業|感染|漏|紛失|攻撃|電話|tel"
)


def read_fiscal_period(text: str) -> str | None:
    """The words that name the period, in normal width (2026年3月期, R7.3, 昨年度). None when no period is named."""
    line = unicodedata.normalize("NFKC", clean(text)).strip()
    if len(line) > LONGEST or is_question(text) or _NO_PERIOD.search(line.lower()):
        return None
    lowered = line.lower()
    if len(lowered) != len(line):
        return None
    found = max(_PERIOD.finditer(lowered), key=lambda m: len(m[0]), default=None)
    if found is None or not _ENOUGH.search(found[0]):
        return None
    if any(int(year) > date.today().year + MOST_YEARS_AHEAD for year in _WESTERN.findall(found[0])):
        return None
    return line[found.start() : found.end()].strip()
