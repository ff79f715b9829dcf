"""Yes or no to something shown back for confirmation."""

import re

from knowledge.domain.text import fold

LONGEST = 30
"""Characters; a longer text says more than yes or no."""
_MARKS = r"[\s、,。.!…〜~ー^()\ufe0f🏻-🏿]*"
_POLITE = r" ?(?:です|でした|でございます|だ)?(?:よ|ね|わ|けど)*"
_YES = (
    r"はーい|はあい|はい|ハイ|うん|ええ|えぇ|そう|その通り|そのとおり|仰る通り|おっしゃる通り|おっしゃるとおり|ok"
    r"|okay|おk|オーケー|オッケー|おっけー?"
    r"|(?:はい)?(?:それ|これ|この内容|その内容|その金額|そちら)で(?:いい|よい|良い|よろしい|大丈夫|結構|問題ない"
    r"|問題ありません|ok|お願いします|合って(?:い)?ます|間違いない)"
    r"|(?:(?:内容|金額|それ|これ)(?:は|で|に))?(?:合って(?:い)?(?:ます|る)|あって(?:い)?(?:ます|る)|正しい|正解"
    r"|(?:お?間違い|まちがい|相違|違い|問題)(?:は)?(?:ない|なし|ありません|ございません)|間違ってい?(?:ません|ない))"
    r"|大丈夫|いいですよ|もちろん|了解(?:しました)?|承知(?:しました|いたしました)|確認しました"
    r"|(?:どうぞ)?よろしくお願いします|お願いします|同意(?:します|する)"
    r"|yes|yep|yeah|y|sure|👍|🙆|👌|⭕|○|◯|〇"
)
_NO = (
    r"いいえ|いーえ|いえ|いや|ううん|違います|違う|ちがいます|ちがう|ちゃう|違い|ノー|no|nope|n|ng|だめ|ダメ|駄目|嫌"
    r"|いやです"
    r"|(?:合って|あって)(?:い)?(?:ません|ない)|正しく(?:ない|ありません)|間違い|まちがい|間違って(?:い)?(?:ます|る)"
    r"|間違えました|誤り"
    r"|そう(?:では|じゃ)(?:ない|ありません)|(?:それ|これ)(?:では|じゃ)(?:ない|ありません|だめ)|同意(?:しません|しない"
    r"|できません)"
    r"|(?:訂正|修正|変更)(?:します|したい|してください|お願いします)|👎|🙅|❌|✕|×|x"
)
_ONLY_YES = re.compile(rf"{_MARKS}(?:(?:{_YES}){_POLITE}{_MARKS})+")
_ONLY_NO = re.compile(rf"{_MARKS}(?:(?:{_NO}){_POLITE}{_MARKS})+")


def read_yes_no(text: str) -> bool | None:
    """True or False when the text says nothing else; 「はい、でも5億です」 and the unclear 「結構です」 are None."""
    said = fold(text)
    if len(said) > LONGEST or "?" in said:
        return None
    if _ONLY_NO.fullmatch(said):
        return False
    return True if _ONLY_YES.fullmatch(said) else None
