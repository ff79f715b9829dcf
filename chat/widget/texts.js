// @ts-check
/** Every text a visitor can see that does not come from the API: Japanese and English side by side. */

const number = new Intl.NumberFormat("ja-JP");
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
  subtitle: () => inLanguage("自動応答によるご案内です", "Answers are automatic, in Japanese"),
  close: () => inLanguage("閉じる", "Close"),
  logLabel: () => inLanguage("会話の内容", "Conversation"),
  older: () => inLanguage("以前の会話を表示", "Show earlier messages"),
  fromBot: () => inLanguage("自動応答", "Automatic reply"),
  fromVisitor: () => inLanguage("あなた", "You"),
  quickReplies: () => inLanguage("選択肢", "Choices"),
  wait: () => inLanguage("少々お待ちください", "One moment, please"),

  inputLabel: () => inLanguage("ご質問の入力欄", "Your question"),
  placeholder: () => inLanguage("ご質問を入力してください", "Type your question"),
  keyHint: () => inLanguage("Enterで送信、Shift＋Enterで改行", "Enter sends, Shift+Enter starts a new line"),
  keyHintLine: () => inLanguage("Enterで送信", "Enter sends"),
  send: () => inLanguage("送信", "Send"),

  person: () => inLanguage("担当者に相談", "Talk to a person"),
  /** Sent to the bot, which understands Japanese only. */
  personAsked: () => "担当者に相談したい",
  erase: () => inLanguage("会話を消す", "Erase chat"),
  eraseTitle: () => inLanguage("会話を消しますか", "Erase this chat?"),
  eraseReally: () =>
    inLanguage(
      "この会話の記録をすべて消します。元には戻せません。",
      "The whole record of this chat will be erased. This cannot be undone.",
    ),
  eraseYes: () => inLanguage("消す", "Erase"),
  eraseNo: () => inLanguage("消さない", "Keep"),
  erased: () => inLanguage("会話の記録を消しました。", "The chat has been erased."),
  notErased: () => inLanguage("会話を消せませんでした。", "The chat could not be erased."),

  waiting: () => inLanguage("送信待ち", "Waiting to be sent"),
  refused: () => inLanguage("送信できませんでした", "Not sent"),
  blocked: () =>
    inLanguage(
      "送信待ちのメッセージがあります。送信できてから、次をお送りください。",
      "A message is still waiting to be sent. You can send the next one after it.",
    ),
  retry: () => inLanguage("もう一度送る", "Send again"),
  withdraw: () => inLanguage("送信をやめる", "Stop sending"),
  reconnect: () => inLanguage("もう一度接続する", "Connect again"),
  expired: () =>
    inLanguage(
      "前回の会話は期限が切れたため、新しい会話を始めました。",
      "Your last chat has expired, so a new one was started.",
    ),
  expiredChooseAgain: () =>
    inLanguage(
      "前回の会話は期限が切れたため、新しい会話を始めました。お手数ですが、もう一度お選びください。",
      "Your last chat has expired, so a new one was started. Please choose again.",
    ),

  card: () => inLanguage("回答の要点", "The answer at a glance"),
  paysFor: () => inLanguage("補償例に挙げられている主な費用", "Main costs named in the example"),
  conditions: () => inLanguage("条件", "Conditions"),
  source: () => inLanguage("出典", "Source"),
  newTab: () => inLanguage("（新しいタブで開きます）", " (opens in a new tab)"),
  rating: () => inLanguage("この回答の評価", "Rate this answer"),
  helpful: () => inLanguage("役に立った", "Helpful"),
  unhelpful: () => inLanguage("役に立たなかった", "Not helpful"),
  notRated: () => inLanguage("評価を送れませんでした。", "Your rating could not be sent."),

  progress: () => inLanguage("入力の進み具合", "Progress of the form"),
  review: () => inLanguage("お送りいただく内容", "What will be sent"),
  edit: () => inLanguage("直す", "Change"),
  receipt: () => inLanguage("受付番号", "Reference number"),
  copy: () => inLanguage("コピー", "Copy"),
  copied: () => inLanguage("コピーしました。", "Copied."),
  copyByHand: () =>
    inLanguage("番号を選択しました。このままコピーしてください。", "The number is selected. Please copy it."),

  /** @type {(date: Date, year: string) => string} year: empty when it goes without saying */
  day: (date, year) =>
    inLanguage(
      `${year && `${year}年`}${date.getMonth() + 1}月${date.getDate()}日（${weekday.format(date)}）`,
      `${englishDay.format(date)} ${year}`.trim(),
    ),
  /** @param {number} count how many costs the closed list holds */
  items: (count) => inLanguage(`${number.format(count)}件`, `${number.format(count)}`),
  /** @param {number} count quick replies under a message */
  choices: (count) => inLanguage(`選択肢が${count}件あります。`, `${count} choices.`),
  /** @param {number} count replies that came while the panel was closed */
  unread: (count) => inLanguage(`、新しい返信が${count}件あります`, `, ${count} new replies`),
  /** @type {(step: number, of: number) => string} */
  step: (step, of) => inLanguage(`${of}項目中${step}項目め`, `Step ${step} of ${of}`),
  /** @param {string} label of a line of the review */
  editLine: (label) => inLanguage(`${label}を直す`, `Change: ${label}`),

  /** @param {number} count characters typed */
  counter: (count) => {
    const over = number.format(count - MAX_CHARACTERS);
    const state = `${number.format(count)}／${number.format(MAX_CHARACTERS)}`;
    if (count <= MAX_CHARACTERS) return inLanguage(`${state}文字`, `${state} characters`);
    return inLanguage(`${state}文字（${over}文字減らしてください）`, `${state} characters (${over} too many)`);
  },

  /** @param {number} seconds until the next try */
  again: (seconds) =>
    seconds < 100
      ? inLanguage(`約${seconds}秒後に自動で再試行します。`, `Trying again in about ${seconds} s.`)
      : inLanguage(
          `約${Math.ceil(seconds / 60)}分後に自動で再試行します。`,
          `Trying again in about ${Math.ceil(seconds / 60)} min.`,
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
 * The sign and the words of each verdict: the sign tells them apart without colour.
 * A verdict that is not here (declined, none) has no card.
 * @type {Record<string, {sign: string, label: (fromServer?: string) => string}>}
 */
export const verdicts = {
  listed: { sign: "◯", label: (ja = "掲載あり") => inLanguage(ja, "Listed") },
  undetermined: {
    sign: "△",
    label: (ja = "掲載の内容だけでは判断できません") => inLanguage(ja, "Cannot be told from what is listed"),
  },
  clarify: { sign: "？", label: (ja = "確認") => inLanguage(ja, "Please choose") },
  not_listed: { sign: "—", label: (ja = "掲載なし") => inLanguage(ja, "Not listed") },
  info: { sign: "ⓘ", label: (ja = "ご案内") => inLanguage(ja, "Information") },
};

/** What to say when an error arrives without a `detail` of its own. */
export const failures = {
  network: () =>
    inLanguage("通信できませんでした。接続をご確認ください。", "No connection. Please check your network."),
  timeout: () => inLanguage("時間内に応答がありませんでした。", "There was no answer in time."),
  tooLong: () =>
    inLanguage("文章が長すぎます。1,000文字以内でお送りください。", "Too long. Please send up to 1,000 characters."),
  tooMany: () =>
    inLanguage(
      "短い間に多くのメッセージをいただきました。少しお待ちください。",
      "Many messages in a short time. Please wait a moment.",
    ),
  refused: () => inLanguage("この内容は受け付けられませんでした。", "This could not be accepted."),
  server: () => inLanguage("ただいま応答できません。", "The service cannot answer at the moment."),
};
