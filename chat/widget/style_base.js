// @ts-check

/**
 * Colours, the type, and what holds everywhere. accent.js knows how light --tint is.
 * The element is out of the page's flow whatever the page's rules are, so that nothing of the page moves; those rules
 * reach the element itself, so what is inherited starts afresh in the root, and `all` leaves out the direction.
 */
export const baseStyle = `
:host { all: initial; display: block }
:host(:not([data-inline])) { all: initial !important; position: fixed !important; z-index: 2147483000 !important }
*, *::before, *::after { box-sizing: border-box }
[hidden] { display: none !important }
.root {
  --accent: #1f5fa8; --on-accent: #fff; --off-accent: #000; --link: var(--link-light, #1f5fa8);
  --accent-strong: color-mix(in srgb, var(--accent) 82%, var(--off-accent));
  --surface: #fff; --back: #f4f6f9; --tint: #e8f0f9; --text: #1d2733; --muted: #556270; --line: #d5dce4;
  --control: #7b8896; --warn: #6f4600; --warn-back: #fff3d9; --bad: #a3201c; --bad-back: #fdecea;
  all: initial; direction: ltr; display: block; color-scheme: light dark;
  font: 400 15px/1.7 system-ui, -apple-system, "Hiragino Sans", "Noto Sans JP", "Yu Gothic UI", Meiryo, sans-serif;
  color: var(--text); line-break: strict; overflow-wrap: anywhere;
}
@supports (word-break: auto-phrase) {
  .root { word-break: auto-phrase }
  .long, .unseen { word-break: normal }
}
@media (prefers-color-scheme: dark) {
  .root {
    --link: var(--link-dark, #9cc5f2);
    --surface: #1b222b; --back: #12171d; --tint: #22354b; --text: #e8edf3; --muted: #a9b5c2; --line: #36414d;
    --control: #8493a3; --warn: #ffd68a; --warn-back: #3a2d10; --bad: #ffb4ad; --bad-back: #40191a;
  }
}
h2, p, ul, dl, dd { margin: 0; padding: 0; list-style: none }
h2 { font-size: 16px; line-height: 1.4 }
a, .choice, .small-button { color: var(--link) }
button, textarea, input { font: inherit; color: inherit; margin: 0; border: 1px solid transparent; border-radius: 8px }
button { cursor: pointer; touch-action: manipulation }
button:disabled { cursor: default }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.quiet, .card-label, dt { font-size: 12px; color: var(--muted) }
.card-label, dt { font-weight: 600 }
.choices { display: flex; flex-wrap: wrap; gap: 8px }
.choice, .small-button { min-height: 40px; padding: 6px 14px; text-align: start; line-height: 1.5; background: var(--surface); border-color: currentColor }
.small-button { flex: none; min-height: 32px; padding: 3px 12px; font-size: 13px }
.choice:hover:enabled, .small-button:hover:enabled, .rate:hover { background: var(--tint) }
.choice:disabled, .small-button:disabled { color: var(--muted); border-color: var(--line) }
.danger { background: var(--bad-back); color: var(--bad) }
`;
