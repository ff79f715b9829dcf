// @ts-check
/** The look. A constructable stylesheet: it needs no inline style, so a strict CSP of the page allows it. */

/** Screens the panel covers whole. */
export const COMPACT = "(max-width: 480px), (max-height: 480px)";

const css = `
:host {
  all: initial;
  --accent: #1f5fa8; --accent-strong: #174a84; --on-accent: #fff; --link: #1f5fa8;
  --surface: #fff; --back: #f4f6f9; --tint: #e8f0f9; --text: #1d2733; --muted: #556270; --line: #d5dce4;
  --control: #7b8896; --warn: #6f4600; --warn-back: #fff3d9; --bad: #a3201c; --bad-back: #fdecea;
}
@media (prefers-color-scheme: dark) {
  :host {
    --accent-strong: #2b6fbd; --link: #9cc5f2;
    --surface: #1b222b; --back: #12171d; --tint: #22354b; --text: #e8edf3; --muted: #a9b5c2; --line: #36414d;
    --control: #8493a3; --warn: #ffd68a; --warn-back: #3a2d10; --bad: #ffb4ad; --bad-back: #40191a;
  }
}
@media print { :host { display: none } }
*, *::before, *::after { box-sizing: border-box }
[hidden] { display: none !important }
/* The page's own rules reach the host element, so what is inherited starts afresh here. */
:host > div {
  all: initial; display: block; color-scheme: light dark;
  font: 400 15px/1.7 system-ui, -apple-system, "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic UI",
    Meiryo, sans-serif;
  color: var(--text); text-align: start; line-break: strict; overflow-wrap: anywhere;
}
h2, p, ul { margin: 0; padding: 0 }
ul { list-style: none }
button, textarea { font: inherit; color: inherit; margin: 0 }
button { cursor: pointer; border-radius: 8px; border: 1px solid transparent; touch-action: manipulation }
button:disabled { cursor: default }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.log:focus-visible { outline-offset: -3px }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }

.launcher {
  position: fixed; z-index: 2147483000; max-width: calc(100vw - 32px); padding: 12px 22px;
  right: max(20px, env(safe-area-inset-right)); bottom: max(20px, env(safe-area-inset-bottom));
  background: var(--accent); color: var(--on-accent); font-weight: 600; border-radius: 999px; border-color: #fff6;
  box-shadow: 0 4px 16px #0b1e3540;
}
.launcher:hover, .send:hover:enabled { background: var(--accent-strong) }

.panel {
  position: fixed; z-index: 2147483000; right: 20px; bottom: 20px; display: flex; flex-direction: column;
  width: 400px; height: min(680px, 100vh - 40px); overflow: hidden;
  background: var(--back); border: 1px solid var(--line); border-radius: 12px; box-shadow: 0 12px 40px #0b1e3547;
}
.header {
  display: flex; align-items: center; justify-content: space-between; gap: 12px; padding: 12px 10px 12px 18px;
  background: var(--accent); color: var(--on-accent);
}
.header :focus-visible { outline-color: #fff; outline-offset: -3px }
h2 { font-size: 16px; font-weight: 600; line-height: 1.4 }
.subtitle { font-size: 12px; line-height: 1.5 }
.erase {
  flex: none; margin-left: auto; padding: 6px 10px; min-height: 36px; font-size: 12px;
  color: inherit; background: none; border: 1px solid #ffffff80; border-radius: 6px;
}
.erase:hover { background: #ffffff26 }
.close { flex: none; width: 44px; height: 44px; background: none; position: relative }
.close:hover { background: #ffffff26 }
.close::before, .close::after {
  content: ""; position: absolute; left: 13px; top: 20px; width: 16px; height: 0; border-top: 2px solid;
  transform: rotate(45deg);
}
.close::after { transform: rotate(-45deg) }

.log {
  position: relative; flex: 1; min-height: 0; overflow-y: auto; overscroll-behavior: contain; padding: 16px;
  display: flex; flex-direction: column; gap: 14px;
}
.log > * { flex: none }
.row { position: relative; display: flex; flex-direction: column; align-items: flex-start; gap: 8px }
.row.visitor { align-items: flex-end }
.bubble {
  max-width: 92%; padding: 9px 14px; white-space: pre-wrap; border-radius: 4px 14px 14px; text-wrap: pretty;
  background: var(--surface); border: 1px solid var(--line);
}
.visitor .bubble {
  max-width: 85%; border-radius: 14px 4px 14px 14px; background: var(--accent); color: var(--on-accent);
  border-color: transparent;
}
.choices { display: flex; flex-wrap: wrap; gap: 8px }
.choice, .retry {
  min-height: 40px; padding: 6px 14px; text-align: start; line-height: 1.5;
  background: var(--surface); color: var(--link); border-color: var(--link);
}
.choice:hover:enabled, .retry:hover:enabled { background: var(--tint) }
.choice:disabled, .retry:disabled { color: var(--muted); border-color: var(--line); background: none }

.card {
  width: 100%; padding: 14px; display: flex; flex-direction: column; gap: 10px; font-size: 14px; line-height: 1.65;
  background: var(--surface); border: 1px solid var(--line); border-top: 3px solid var(--accent); border-radius: 8px;
}
.badge {
  align-self: flex-start; display: flex; align-items: baseline; gap: 7px; padding: 2px 11px; border-radius: 6px;
  font-size: 13px; font-weight: 600; border: 1px solid var(--link); color: var(--link);
}
[data-verdict="listed"] .badge { background: var(--accent); color: var(--on-accent) }
[data-verdict="undetermined"] .badge { background: var(--warn-back); color: var(--warn); border-color: currentColor }
[data-verdict="not_listed"] .badge { background: var(--back); color: var(--muted); border-color: var(--control) }
[data-verdict="info"] .badge { background: var(--tint); border-color: transparent; color: var(--text) }
.card-title { font-weight: 600; font-size: 15px }
.card-label { font-size: 12px; font-weight: 600; color: var(--muted) }
.costs { border: 1px solid var(--line); border-radius: 8px }
summary { padding: 8px 12px; cursor: pointer; font-weight: 600; color: var(--link); border-radius: 8px }
.count { margin-inline-start: 8px; font-size: 12px; font-weight: 400; color: var(--muted) }
.chips { display: flex; flex-wrap: wrap; gap: 6px; padding: 2px 12px 12px }
.chips li { padding: 2px 10px; border-radius: 6px; background: var(--tint); font-size: 13px }
.conditions li { position: relative; padding-inline-start: 16px }
.conditions li::before { content: "・" / ""; position: absolute; left: 0 }
.source { display: flex; gap: 10px; align-items: baseline; font-size: 13px }
.source .card-label { flex: none }
.reservation { padding-top: 9px; border-top: 1px solid var(--line); font-size: 12px; line-height: 1.6; color: var(--muted) }

.notice { align-self: center; font-size: 13px; color: var(--muted); text-align: center }
.error {
  display: flex; flex-direction: column; align-items: flex-start; gap: 6px; padding: 10px 14px; font-size: 14px;
  color: var(--bad); background: var(--bad-back); border: 1px solid; border-radius: 8px;
}
.typing { display: flex; align-items: center; gap: 10px; min-height: 24px; font-size: 13px; color: var(--muted) }
.dots { display: flex; gap: 5px }
.dots i { width: 7px; height: 7px; border-radius: 50%; background: var(--control) }

.composer { padding: 10px 12px max(8px, env(safe-area-inset-bottom)); background: var(--surface); border-top: 1px solid var(--line) }
.line { display: flex; gap: 8px; align-items: flex-end }
.input {
  flex: 1; min-width: 0; min-height: 62px; max-height: 132px; field-sizing: content; resize: none; padding: 8px 12px;
  font-size: 16px; line-height: 1.4; background: var(--surface); border: 1px solid var(--control); border-radius: 8px;
}
.input::placeholder { color: var(--muted); opacity: 1 }
.input:focus-visible { outline-width: 2px; outline-offset: 0; border-color: transparent }
.input[aria-invalid="true"] { border-color: var(--bad) }
.send { flex: none; height: 44px; padding: 0 18px; background: var(--accent); color: var(--on-accent); font-weight: 600 }
.send:disabled { background: var(--line); color: var(--muted) }
.below { display: flex; justify-content: space-between; gap: 10px; min-height: 20px; margin-top: 4px; font-size: 12px; color: var(--muted) }
.counter { margin-inline-start: auto; font-variant-numeric: tabular-nums }
.counter.over { color: var(--bad); font-weight: 600 }
.below:has(.counter:not(:empty)) .hint { display: none }
@media (hover: none) {
  .hint { display: none }
  .below { min-height: 0 }
}

@media ${COMPACT} {
  .panel {
    inset: var(--free-top, 0px) 0 auto 0; width: auto; height: var(--free-height, 100dvh); border: 0; border-radius: 0;
  }
  .header { padding-block: 8px }
  .log { padding: 14px 12px }
}
@media (prefers-reduced-motion: no-preference) {
  .panel { animation: rise 0.16s ease-out }
  .dots i { animation: breathe 1.2s ease-in-out infinite }
  .dots i:nth-child(2) { animation-delay: 0.15s }
  .dots i:nth-child(3) { animation-delay: 0.3s }
  @keyframes rise { from { opacity: 0; transform: translateY(8px) } }
  @keyframes breathe { 0%, 60%, 100% { opacity: 0.35 } 30% { opacity: 1 } }
}
`;

/** @type {CSSStyleSheet | null} */
let sheet = null;

/** One sheet, shared by every panel of the page. */
export function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}
