"""Yes or no to something shown back for confirmation, and to the consent that is asked first."""

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


_LEAD = (
    r"(?:はい|うん|ええ|ok|じゃあ?|では|それでは|まあ|やっぱり?|やはり|とりあえず|取り敢えず|一応|もちろん|全て|すべて|全部"
    r"|わかりました|分かりました|(?:上記|上|内容|以上|これ|それ|利用目的)の?(?:内容|事項|利用)?(?:に|で))"
)
_CONSENTS = re.compile(
    rf"(?:{_LEAD}|[\s〜ー])*(?:同意(?:を)?(?:します|する|いたします|致します|しました|しましょう|です|で|だ)?(?:よ|ね|わ)*)+"
)
_ACCEPTS = re.compile(
    r"(?:(?:はい|うん|ええ|ok)[\s、,]*)*(?:わかりました|分かりました|わかった|承知(?:しました|いたしました)|了解(?:です|しました)?"
    r"|(?:構|かま)いません)(?:よ|ね)*"
)
_REFUSES = re.compile(
    r"(?:いいえ、?|いや、?|やっぱり?|やはり)*(?:不同意(?:です)?"
    r"|同意(?:は|が)?(?:しません|しない|でき(?:ません|ない|かねます)|しかねます|したくない|いたしません|いたしかねます)(?:です)?)"
)
_DOUBTS = re.compile(
    r"同意(?:し(?:な|た(?:ら|く|い|後|場合)|ませ|か)|する(?:と|なら|か|つもり|の|前|場合)|は|が|でき|なし|せず|を求|って|とは)"
    r"|ない|なく|ません|まだ|ただし|ただ[、し]|でも|けど|けれど|ですが|ますが|条件|限り|なら|迷|もし|場合|以外|保留|撤回|取り?消"
)
_SENTENCES = re.compile(r"[。、,!！\s]+")


def read_consent(text: str) -> bool | None:
    """Consent where it is said (やっぱり同意します; 同意します、山田です); False for a refusal.

    None for doubt, a condition, a question, all else."""
    said = re.sub("[「」『』]", "", fold(text)).strip(" 。!")
    if _REFUSES.fullmatch(said):
        return False
    if "?" in said or _DOUBTS.search(said.replace("構いません", "").replace("かまいません", "")):
        return None if "同意" in said else read_yes_no(text)
    if any(_CONSENTS.fullmatch(sentence) for sentence in _SENTENCES.split(said)) or _ACCEPTS.fullmatch(said):
        return True
    return None if "同意" in said else read_yes_no(text)


def beside_consent(text: str) -> str:
    """What is said beside the consent: 「同意します。株式会社Aの森です」."""
    clauses = re.split(r"(?<=[。、,!！\n])", text)
    return "".join(clause for clause in clauses if "同意" not in clause and read_yes_no(clause) is None)
