"""Questions about the form itself: how exact, how many more, what if I stop. None of them is about coverage."""

import re

from knowledge.domain.text import fold
from leads.domain import words
from leads.domain.fields import SPECS, Field
from leads.domain.form import Form
from leads.domain.question import is_question

LONGEST = 40
_ASKS = re.compile(r"\?|どう|何|いつ|どこ|いくつ|どの?れ?(?:くらい|ぐらい)")
_OTHER_MATTERS = re.compile("補償|保険|契約|解約|従業員|社員|職員|退職|会社を|漏|流出|盗")
_STOPPING = re.compile(
    r"(?:やめ|止め|中断|離れ|閉じ|抜け|休ん)(?:たら|ると|れば|ても|てしまっても|た場合|でも).*"
    r"(?:どうな|消え|残|大丈夫|保存|平気|いい|できま|続き|再開)"
    r"|(?:途中で|いつでも|入力を?)(?:やめ|止め|中断)(?:られ|でき|(?:る|する)(?:こと|の)(?:は|が|も)?でき)"
)
_PROGRESS = re.compile(
    r"(?:あと|後|残り)(?:は)?(?:何(?:問|個|項目|分)|いくつ|どの?れ?(?:くらい|ぐらい|だけ))|どこまで(?:進|終わ|やっ|来)"
    r"|(?:質問|項目)(?:は|って)?(?:全部で)?(?:何|いくつ)|全部で(?:何|いくつ)|いつ(?:終わ|まで続)|まだ続"
)
_ROUGHLY = re.compile(
    r"(?:おおよそ|おおざっぱ|大ざっぱ|ざっくり|だいたい|大体|大まか|おおまか|約|概算|目安|適当|うろ覚え|正確(?:じゃ|で)なく)"
    r"(?:の(?:数字|金額|額))?(?:で|でも|ても)?(?:いい|よい|良い|ok|大丈夫|構|かま|よろし|結構)"
)
_LATEST = re.compile(
    r"直近(?:って|とは|は|の)?.{0,6}(?:いつ|どの|何|どれ)|(?:いつ|どの年度|何年)の(?:売上|年商|数字|金額|もの)"
)
_FAMILY_NAME = re.compile(r"(?:下の名前|フルネーム|名字|苗字|姓|漢字).{0,8}(?:も|だけ|まで|必要|いる|要る|いい|で)")
_PRIVACY = re.compile(
    r"^(?:私の|うちの|入力した|入れた)?(?:個人情報|情報|データ|入力内容|連絡先)(?:は|って|の(?:取り?扱い|扱い|管理)は?)?、?"
    r"(?:どう(?:な|使|扱|する|管理|保管)|何に使|大丈夫|安全|守られ|いつまで|売ら|漏れませんか)"
)
_CONSENT = re.compile(
    r"同意(?:し(?:な|た(?:ら|場合))|する(?:と|必要)|は|が|って|って?必要|なしで).*(?:どう|何|必要|だめ|ダメ|いい|でき|必須|進め)"
)
_ROUGH = {Field.ANNUAL_SALES, Field.FISCAL_PERIOD, Field.INDUSTRY, Field.INCIDENT_DETAILS, Field.PREFERRED_TIME}
_YEARS = {Field.ANNUAL_SALES, Field.FISCAL_PERIOD}


def about_the_form(form: Form, text: str) -> str | None:
    """The answer to a question about the form, or None when the text asks none."""
    said, field = fold(text), form.asks
    if len(said) > LONGEST or not (is_question(text) or _ASKS.search(said)):
        return None
    if field is Field.CONSENT and (_CONSENT.search(said) or _PRIVACY.search(said)):
        return f"{SPECS[field].reason}{words.WITHOUT_CONSENT}"
    if _PRIVACY.search(said):
        return words.HOW_DATA_IS_USED
    if _OTHER_MATTERS.search(said):
        return None
    if _STOPPING.search(said):
        return words.IF_YOU_STOP
    if _PROGRESS.search(said):
        step, of = form.place
        return words.PROGRESS.format(step=step, of=of)
    return _of_the_field(field, said)


def _of_the_field(field: Field, said: str) -> str | None:
    if field in _ROUGH and _ROUGHLY.search(said):
        return words.ROUGHLY
    if field in _YEARS and _LATEST.search(said):
        return words.LATEST
    return words.FAMILY_NAME if field is Field.CONTACT_NAME and _FAMILY_NAME.search(said) else None
