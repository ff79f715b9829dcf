"""Legal forms of companies: 株式会社, (株), Inc. and their like, over folded text."""

import re

from knowledge.domain.text import fold

ENTITY = (
    r"(?:特例)?有限会社|株式会社|合同会社|合資会社|合名会社|相互会社|(?:一般|公益|特例)?(?:社団|財団)法人"
    r"|特定非営利活動法人|npo法人"
    r"|(?:特定)?医療法人(?:社団|財団)?|学校法人|社会福祉法人|宗教法人|更生保護法人|(?:弁護士|税理士|司法書士|行政書士"
    r"|社会保険労務士|監査|特許業務)法人"
    r"|(?:地方|国立)?独立行政法人|国立大学法人|公立大学法人|農事組合法人|労働者協同組合|有限責任事業組合"
    r"|有限責任監査法人"
)
SHORT = r"\((?:株|有|同|資|名|医|学|福|宗|社|財|一社|一財|公社|公財|独|特非|弁|税|監|農|相|大)\)"
_FOREIGN = r"(?:co\.?,?\s*)?ltd\.?|inc\.?|corp\.?|corporation|llc|l\.l\.c\.|k\.k\.|kk|gk|company,? limited|co\.,?"
_IN_KANA = r"カブシキガイシャ|かぶしきがいしゃ|ユウゲンガイシャ|ゴウドウガイシャ|^カ\)|\(カ\)?$|^ユ\)|^ド\)"
LEGAL_FORM = re.compile(rf"{ENTITY}|{SHORT}|{_IN_KANA}|[ ,](?:{_FOREIGN})$")


def has_legal_form(text: str) -> bool:
    """Whether a text names a 株式会社, ㈱, Inc. or the like."""
    return bool(LEGAL_FORM.search(fold(text)))
