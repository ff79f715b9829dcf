"""What the form says to the visitor, apart from its questions (leads.domain.fields)."""

from leads.domain.lead import Kind

RESERVED = (
    "ここでうかがう内容は準備のためのもので、正式な告知ではありません。"
    "告知は、後日の告知事項申告書へのご署名で行われます。"
)
CONSENT = (
    "{agency}が、{purpose}のために、{items}をお預かりします。"
    "入力の途中でおやめになった内容は{days}日以内に消去し、お送りいただいた内容はご対応に必要な間だけお預かりします。"
    "個人情報の取り扱いは、当サイトのプライバシーポリシーによります。"
)
PURPOSE = {
    Kind.QUOTE: "お見積りの準備とご連絡",
    Kind.CALLBACK: "担当者からのご連絡",
    Kind.URGENT: "担当者からの緊急のご連絡",
}
ITEMS = {
    Kind.QUOTE: "会社名、業種、売上高、過去の事故、認証の有無、お名前とご連絡先、この会話の内容",
    Kind.CALLBACK: "会社名、お名前とご連絡先、この会話の内容",
    Kind.URGENT: "お名前とご連絡先、この会話の内容",
}
START = {
    Kind.QUOTE: "お見積りの準備を承ります。10項目ほどうかがいます。途中でのご質問や訂正、中断もできます。",
    Kind.CALLBACK: "担当者からご連絡いたします。会社名とご連絡先だけをうかがいます。",
    Kind.URGENT: "お名前とご連絡先をうかがい、すぐに担当者へ知らせます。",
}
SWITCHED = {
    Kind.QUOTE: "では、お見積りの準備も続けてうかがいます。",
    Kind.CALLBACK: "では、ご連絡先だけをうかがい、担当者からご連絡いたします。",
    Kind.URGENT: "すぐに担当者へ知らせます。ご連絡先だけをお聞かせください。",
}
THANKS_FOR_CONSENT = "ありがとうございます。"
NEEDS_CONSENT = "お名前やご連絡先をうかがう前に、ご同意が必要です。"
NO_CONSENT = "承知しました。内容はお預かりしません。ご質問には、このままお答えいたします。"
UNDERSTOOD = "承知しました。"
HEARD = "{list}とうかがいました。"
IS_THAT_RIGHT = "{label}は {shown} でよろしいですか。"
YES_OR_NO = "「はい」または「いいえ」でお返事ください。"
NOT_SO = "失礼しました。"
CORRECTED = "{label}を「{shown}」に訂正しました。"
KEPT = "{label}は「{shown}」のままです。"
WHICH_TO_CORRECT = "どの項目を直しますか。"
NOTHING_TO_CORRECT = "まだ直す項目がありません。"
CANNOT_SKIP = "恐れ入ります。この項目は、ご連絡やお見積りの準備に必要です。"
ONE_OF_TWO = "恐れ入ります。メールアドレスかお電話番号の、どちらか一つが必要です。"
NO_WAY_BACK = "これより前の項目はありません。"
INCOMPLETE = "お送りいただく前に、まだうかがう項目があります。"
REALLY_LEAVE = "入力をやめますか。やめると、ここまでの内容は残りません。"
GO_ON = "では、続けます。"
LEFT = "承知しました。ここまでの内容は残しておりません。ご用の際は、いつでもお声がけください。"
RESUMED = "続きからうかがいます。"
BACK_TO_THE_FORM = "先ほどの続きです。"
OFFER_PERSON = "うまく読み取れず申し訳ございません。担当者から直接ご連絡することもできます。"
REVIEW = "内容をご確認ください。"
TALK_TO_PERSON = "担当者に相談する"
YES, NO, SKIP, KEEP, SEND, STOP = "はい", "いいえ", "スキップ", "そのまま", "送信", "入力をやめる"
QUOTE = "見積りの準備をする"
RESUME = "続きから"
TO_CORRECT = "{label}を直す"
SENT = {
    Kind.QUOTE: "ありがとうございます。受付番号は {reference} です。内容を確認のうえ、担当者からご連絡いたします。",
    Kind.CALLBACK: "ありがとうございます。受付番号は {reference} です。担当者からご連絡いたします。",
    Kind.URGENT: (
        "受付番号は {reference} です。至急の件として担当者へ取り次ぎます。"
        "ご契約中の方は、ご契約先の窓口にもあわせてお知らせください。"
    ),
}
SENT_ALREADY = "お申し出は受け付けております。受付番号は {reference} です。"
NOTHING_TO_SEND = "お送りいただく内容が、まだございません。お見積りの準備やご連絡の希望を承ります。"
NOTHING_TO_RESUME = "入力の途中のものは、見当たりません。お見積りの準備やご連絡の希望を承ります。"
PHONE_TOO = "お電話番号もよろしければお知らせください。省略もできます。"
PHONE_NEEDED = "お電話番号をお知らせください。メールアドレスかお電話番号の、どちらか一つが必要です。"
EMAIL_NEEDED = "メールアドレスをお知らせください。メールアドレスかお電話番号の、どちらか一つが必要です。"
WITH_COMPANY = "お名前をお知らせください。会社名もあわせて、「○○株式会社の佐藤です」のように一度にお書きいただけます。"
