"""When, and in which way, a visitor would like to be contacted."""

import re

from knowledge.domain.text import clean, fold
from leads.domain.bare import bare
from leads.domain.question import is_question

LONGEST = 100
_DAY = "月火水木金土日"
_TIME = re.compile(
    rf"""平日|週末|土日|祝日|休日|[{_DAY}]曜|[{_DAY}](?:[・、,/]|か|と|または|or)[{_DAY}]
      |[{_DAY}]\s*[~〜\-から]+\s*[{_DAY}]|^[{_DAY}]{{2,7}}(?=$|の|で|は|\s)
    | 午前|午後|正午|お?昼|夕方|夕刻|夜|晩|深夜|早朝|今朝|毎朝|朝|日中|終日|終業|始業|就業|営業時間|勤務時間|業務時間
      |定時|昼休み|ランチ|(?<![a-z])[ap]\.?m\.?(?![a-z])
    | \d{{1,2}}\s*(?:時(?!間)|:\d\d)|[一二三四五六七八九十]+時(?!間)|24時間
    | いつでも|何時でも|いつだって|随時|時間は?(?:問|とわ)|どの時間|(?:時間|日時|曜日)(?:帯)?(?:は|の)?(?:指定|希望
      |問わ|自由|お任せ|おまかせ)|指定(?:は)?(?:なし|ない|ありません)|特に(?:希望|指定)?(?:は|も)?(?:なし|ない
        |ありません|ございません)
    | 希望(?:は|も)?(?:なし|ない|ありません|ございません)|お?任せ|お?まかせ|ご?自由に|なるはや|^(?:携帯|会社|電話
      |メール)[にへ]$|(?:都合|タイミング)
    | 今日|本日|明日|あした|あす|明後日|あさって|翌日|当日|今週|来週|再来週|今月|来月|再来月|月初|月末|月半ば|中旬
      |上旬|下旬|週明け|週の?(?:前半|後半)|年明け|年内|連休|お盆|gw|ゴールデンウィーク
    | \d{{1,2}}/\d{{1,2}}|\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}日(?!間|以内|前)|\d+(?:日|週間)以内|\d+日後|(?:以降|以後
      |前後)$
    | なるべく早|できるだけ早|出来るだけ早|早め|早急|至急|大至急|すぐ|急ぎ|急い|ゆっくり
    | (?:メール|mail|email|e-mail|チャット|sms|zoom|teams|オンライン)(?:だけ|のみ|で|が|を希望|希望|にて|連絡)
      |^(?:メール|電話|携帯|チャット|sms|zoom|teams)$|折り?返し|電話(?:は|だけ|のみ|で|が|にて|希望)
    """,
    re.VERBOSE,
)
_REQUEST = re.compile(
    r"(?:お?電話(?:を)?|ご?連絡(?:を)?)?(?:(?:し|かけ)て)?(?:お願い(?:でき|出来)ます(?:か|でしょうか)"
    r"|(?<=て)(?:いただけ|頂け|もらえ)ます(?:か|でしょうか))[?。]*$"
)
_OPENING = re.compile(
    r"^(?:ご?希望(?:の)?(?:日時|時間(?:帯)?|曜日)?|ご?連絡(?:の希望)?(?:時間|時間帯)?|時間帯?)(?:は"
    r"|:|：|、)(?!(?:特に)?(?:な[しい]|ありません|ございません))[\s　]*"
)
_NO_TIME = re.compile(
    r"(?:ました|った|した)$|補償|保険|身代金|漏|感染|億|円|わかりません|分かりません|わからない|未定|年前|今まで|教え"
    r"|何時から何時"
)


def read_preferred_time(text: str) -> str | None:
    """The wish as typed, without です and the like (平日の午前中, メールで). None when it tells no time or way."""
    wish = bare(_OPENING.sub("", clean(text)))
    said = fold(wish)
    if not said or len(wish) > LONGEST or _NO_TIME.search(said) or is_question(_REQUEST.sub("", fold(text))):
        return None
    return wish if _TIME.search(said) else None
