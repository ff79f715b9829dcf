"""How to edit the workbook, as its own last sheet tells."""

from knowledge.domain.field_names import FIELD_NAMES
from knowledge.domain.kind_names import KIND_NAMES
from knowledge.domain.sheets.columns import ENTRY_SHEET, HEADINGS, NO, QUESTION_SHEET, ROLE, TEXT, YES

_ROWS = {
    "この表について": f"「{ENTRY_SHEET}」は1行に1項目、「{QUESTION_SHEET}」は1行に1文です。ID で結び付きます。",
    "直したあと": "保存して「取り込み・書き出し」の画面で選ぶと、変わるところを確かめてから取り込めます。",
    "行を消すと": f"「{QUESTION_SHEET}」の行を消すと、その質問がなくなります。「{ENTRY_SHEET}」の行を消しても、"
    "取り込みの画面で削除を選ばない限り、その項目は残ります。",
    "並べ替え": "行と列の順番は、変えてもかまいません。",
    "してはいけないこと": "セルの結合、数式、マクロ、見出しの変更。",
    FIELD_NAMES["id"]: "「種類.英小文字_名前」の形(例: cost.investigation)。一度決めたら変えません。",
    FIELD_NAMES["kind"]: "次のどれか: " + "、".join(f"{name}({kind.value})" for kind, name in KIND_NAMES.items()),
    FIELD_NAMES["title"]: "正式な名称。",
    FIELD_NAMES["aliases"]: "ほかの呼び方。セルの中で改行して(Alt+Enter)、1行に一つ。",
    FIELD_NAMES["answer"]: "訪問者に見せる答え。600文字まで。「必ず」「全額」など、支払いを約束する言葉は使えません。",
    FIELD_NAMES["boundary_note"]: "掲載の内容だけでは判断できない範囲の説明。300文字まで。",
    FIELD_NAMES["conditions"]: "条件の項目の ID を1行に一つ。ID の後ろの題は、読む人のためのもので、取り込みません。",
    FIELD_NAMES["pays_for"]: "損害賠償・費用の項目の ID を1行に一つ。",
    FIELD_NAMES["see_also"]: "あわせて案内する項目の ID を1行に一つ。",
    FIELD_NAMES["source"]: "掲載ページの見出し。掲載のない話題などでは空でかまいません。",
    FIELD_NAMES["about_coverage"]: f"補償されるかどうかを尋ねる話題なら「{YES}」、そうでなければ「{NO}」。",
    FIELD_NAMES["valid_from"]: "この日から答えます(2026-04-01 の形)。空なら、公開したときから。",
    FIELD_NAMES["valid_until"]: "この日まで答えます。空なら、期限なし。",
    f"{QUESTION_SHEET}の{HEADINGS[ROLE]}": f"「{FIELD_NAMES['questions']}」は、この項目が見つかる質問"
    "(1件以上。断定できる質問がなければ、境界の質問)。"
    f"「{FIELD_NAMES['boundary']}」は、見つかっても断定しない質問。"
    f"「{FIELD_NAMES['boundary_words']}」は、含まれていたら断定しない言葉。"
    f"「{FIELD_NAMES['not_questions']}」は、この項目にしてはいけない質問。",
    f"{QUESTION_SHEET}の{HEADINGS[TEXT]}": "訪問者が書くとおりの文。",
    "先頭の ' と 〔U+…〕": "Excel が数式・数値・日付と取り違える内容の前には ' を付け、"
    "ファイルに書けない文字は〔U+1F363〕のように書きます。どちらも、取り込むと元に戻ります。",
}
GUIDE = tuple(_ROWS.items())
