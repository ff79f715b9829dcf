// @ts-check
/** Every text a visitor can see that does not come from the API: Japanese and English side by side. */

const weekday = new Intl.DateTimeFormat("ja-JP", { weekday: "short" });
const englishDay = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });

export const MAX_CHARACTERS = 1000;

let english = false;

/** @param {"ja" | "en"} language of the texts from now on */
export function speak(language) {
  english = language === "en";
}

/**
 * @param {string} ja
 * @param {string} en
 */
function inLanguage(ja, en) {
  return english ? en : ja;
}

export const texts = {
  launcher: () => inLanguage("補償について質問する", "Ask about coverage"),
  title: () => inLanguage("補償についてのご質問", "Questions about coverage"),
  subtitle: () => inLanguage("自動応答によるご案内です", "Automatic answers, in Japanese"),
  close: () => inLanguage("閉じる", "Close"),
  logLabel: () => inLanguage("会話の内容", "Conversation"),
  older: () => inLanguage("以前の会話を表示", "Show earlier messages"),
  news: () => inLanguage("新しい返信 ↓", "New reply ↓"),
  fromBot: () => inLanguage("自動応答", "Automatic reply"),
  fromVisitor: () => inLanguage("あなた", "You"),
  quickReplies: () => inLanguage("選択肢", "Choices"),
  wait: () => inLanguage("少々お待ちください", "One moment, please"),

  inputLabel: () => inLanguage("ご質問の入力欄", "Your question"),
  placeholder: () => inLanguage("ご質問を入力してください", "Type your question"),
  answerLabel: () => inLanguage("ご回答の入力欄", "Your answer"),
  answerPlaceholder: () => inLanguage("ご回答を入力してください", "Type your answer"),
  keyHint: () => inLanguage("Enterで送信、Shift＋Enterで改行", "Enter sends, Shift+Enter breaks the line"),
  send: () => inLanguage("送信", "Send"),

  person: () => inLanguage("担当者に相談", "Talk to a person"),
  /** Sent to the bot, which understands Japanese only. */
  personAsked: () => "担当者に相談したい",
  erase: () => inLanguage("会話を消す", "Erase chat"),
  eraseReally: () =>
    inLanguage(
      "この会話の記録を消します。元には戻せません。担当者へお送りいただいた内容は残りますので、消去のご希望は担当者にお申し付けください。",
      "This chat is erased. This cannot be undone. What you have sent to us stays; ask a person to have it erased.",
    ),
  eraseYes: () => inLanguage("消す", "Erase"),
  eraseNo: () => inLanguage("消さない", "Keep"),
  erased: () => inLanguage("会話の記録を消しました。", "The chat has been erased."),
  notErased: () => inLanguage("会話を消せませんでした。", "The chat was not erased. "),

  waiting: () => inLanguage("送信待ち", "Waiting to be sent"),
  refused: () => inLanguage("送信できませんでした", "Not sent"),
  blocked: () =>
    inLanguage("送信待ちのメッセージが送信されるまで、次はお送りいただけません。", "Not while a message is waiting to be sent."),
  retry: () => inLanguage("もう一度送る", "Send again"),
  withdraw: () => inLanguage("送信をやめる", "Stop sending"),
  reconnect: () => inLanguage("もう一度接続する", "Connect again"),
  expired: () =>
    inLanguage("前回の会話は期限が切れたため、新しい会話を始めました。", "Your last chat has expired. This is a new one."),
  chooseAgain: () => inLanguage("お手数ですが、もう一度お選びください。", "Please choose again."),

  card: () => inLanguage("回答の要点", "The answer at a glance"),
  paysFor: () => inLanguage("補償例に挙げられている主な費用", "Main costs named in the example"),
  conditions: () => inLanguage("条件", "Conditions"),
  source: () => inLanguage("出典", "Source"),
  newTab: () => inLanguage("（新しいタブで開きます）", " (opens in a new tab)"),
  rating: () => inLanguage("この回答の評価", "Rate this answer"),
  helpful: () => inLanguage("役に立った", "Helpful"),
  unhelpful: () => inLanguage("役に立たなかった", "Not helpful"),
  notRated: () => inLanguage("評価を送れませんでした。", "Your rating was not sent."),

  progress: () => inLanguage("入力の進み具合", "Progress of the form"),
  review: () => inLanguage("お送りいただく内容", "What will be sent"),
  edit: () => inLanguage("直す", "Change"),
  receipt: () => inLanguage("受付番号", "Reference number"),
  copy: () => inLanguage("コピー", "Copy"),
  copied: () => inLanguage("コピーしました。", "Copied."),
  copyByHand: () => inLanguage("番号を選択しました。このままコピーしてください。", "Selected. Please copy it."),

  /** @type {(date: Date, year: string) => string} year: empty when it goes without saying */
  day: (date, year) =>
    inLanguage(
      (year && `${year}年`) + `${date.getMonth() + 1}月${date.getDate()}日（${weekday.format(date)}）`,
      `${englishDay.format(date)} ${year}`.trim(),
    ),
  /** @param {number} count how many costs the closed list holds */
  items: (count) => inLanguage(`${count}件`, `${count}`),
  /** @param {number} count quick replies under a message */
  choices: (count) => inLanguage(`選択肢が${count}件あります。`, `${count} choices.`),
  /** @param {number} count replies that came while the panel was closed */
  unread: (count) => inLanguage(`、新しい返信が${count}件あります`, `, ${count} new replies`),
  /** @type {(step: number, of: number) => string} */
  step: (step, of) => inLanguage(`${of}項目中${step}項目め`, `Step ${step} of ${of}`),
  /** @param {string} label of a line of the review */
  editLine: (label) => inLanguage(`${label}を直す`, `Change: ${label}`),
  /** @param {number} count characters typed */
  counter: (count) => inLanguage(`${count}／${MAX_CHARACTERS}文字`, `${count}/${MAX_CHARACTERS} characters`),
  /** @param {number} over characters too many */
  tooMany: (over) => inLanguage(`（${over}文字減らしてください）`, ` (${over} too many)`),
  /** @param {number} seconds until the next try */
  again: (seconds) =>
    seconds < 100
      ? inLanguage(`約${seconds}秒後に自動で再試行します。`, `Trying again in ${seconds} s.`)
      : inLanguage(`約${Math.ceil(seconds / 60)}分後に自動で再試行します。`, `Trying again in ${Math.ceil(seconds / 60)} min.`),

  network: () => inLanguage("通信できませんでした。接続をご確認ください。", "No connection. Please check your network."),
  refusal: () => inLanguage("この内容は受け付けられませんでした。", "This could not be accepted."),
  unavailable: () =>
    inLanguage(
      "ただいま応答できません。お急ぎの場合は、お問い合わせフォームまたはお電話で担当者にご相談ください。",
      "There is no answer at the moment. If it is urgent, please use the contact form or call us.",
    ),
};

/**
 * Labels of the fields that have an input of their own.
 * @type {Record<string, () => string>}
 */
export const fieldLabels = {
  company: () => inLanguage("会社名", "Company"),
  annual_sales: () => inLanguage("年間売上高", "Annual sales"),
  contact_name: () => inLanguage("お名前", "Your name"),
  email: () => inLanguage("メールアドレス", "Email"),
  phone: () => inLanguage("電話番号", "Phone"),
};

/**
 * The sign and the words of each verdict, which the server has in Japanese: the sign tells them apart without colour.
 * A verdict that is not here (clarify, declined, none) has no card.
 * @type {Record<string, {sign: string, label: (ja: string) => string}>}
 */
export const verdicts = {
  listed: { sign: "◯", label: (ja) => inLanguage(ja, "Listed") },
  undetermined: { sign: "△", label: (ja) => inLanguage(ja, "Cannot be told from what is listed") },
  not_listed: { sign: "—", label: (ja) => inLanguage(ja, "Not listed") },
  info: { sign: "ⓘ", label: (ja) => inLanguage(ja, "Information") },
};
