// @ts-check
/** Every text a visitor can see that does not come from the API. */

const number = new Intl.NumberFormat("ja-JP");

export const MAX_CHARACTERS = 1000;

export const texts = {
  launcher: "補償について質問する",
  title: "補償についてのご質問",
  subtitle: "自動応答によるご案内です",
  close: "閉じる",
  erase: "会話を消す",
  eraseReally: "この会話の記録をすべて消します。元には戻せません。よろしいですか。",
  erased: "会話の記録を消しました。",
  logLabel: "会話の内容",
  inputLabel: "ご質問の入力欄",
  placeholder: "ご質問を入力してください",
  keyHint: "Enterで送信、Shift＋Enterで改行",
  send: "送信",
  quickReplies: "選択肢",

  fromBot: "自動応答",
  fromVisitor: "あなた",

  wait: "少々お待ちください",
  retry: "もう一度送る",
  reconnect: "もう一度接続する",
  expired: "前回の会話は期限が切れたため、新しい会話を始めました。",
  expiredChooseAgain: "前回の会話は期限が切れたため、新しい会話を始めました。お手数ですが、もう一度お選びください。",

  card: "回答の要点",
  paysFor: "補償例に挙げられている主な費用",
  conditions: "条件",
  source: "出典",

  /** @param {number} count how many costs the closed list holds */
  items: (count) => `${number.format(count)}件`,

  /** @param {number} count characters typed */
  counter: (count) => {
    const over = count - MAX_CHARACTERS;
    const state = `${number.format(count)}／${number.format(MAX_CHARACTERS)}文字`;
    return over > 0 ? `${state}（${number.format(over)}文字減らしてください）` : state;
  },

  /** @param {number} seconds before the next message is accepted */
  waitSeconds: (seconds) =>
    seconds < 100
      ? `約${number.format(seconds)}秒後に送信できるようになります。`
      : `約${number.format(Math.ceil(seconds / 60))}分後に送信できるようになります。`,
};

/**
 * The sign and the words of each verdict: the sign tells them apart without colour.
 * A verdict that is not here (declined, none) has no card.
 * @type {Record<string, {sign: string, label: string}>}
 */
export const verdicts = {
  listed: { sign: "◯", label: "掲載あり" },
  undetermined: { sign: "△", label: "掲載の内容だけでは判断できません" },
  clarify: { sign: "？", label: "確認" },
  not_listed: { sign: "—", label: "掲載なし" },
  info: { sign: "ⓘ", label: "ご案内" },
};

/** What to say when an error arrives without a `detail` of its own. */
export const failures = {
  network: "通信できませんでした。接続をご確認のうえ、もう一度お試しください。",
  timeout: "時間内に応答がありませんでした。もう一度お試しください。",
  tooLong: "文章が長すぎます。1,000文字以内でお送りください。",
  tooMany: "短い間に多くのメッセージをいただきました。少し時間をおいてお試しください。",
  refused: "この内容は受け付けられませんでした。",
  server: "ただいま応答できません。時間をおいて、もう一度お試しください。",
};
