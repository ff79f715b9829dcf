// @ts-check

/** What stands under a message: the answer, its rating, the review and the receipt. */
export const cardStyle = `
.card {
  width: 100%; padding: 14px; display: grid; gap: 10px; justify-items: start; font-size: 14px; line-height: 1.65;
  background: var(--surface); border: 1px solid var(--line); border-top: 3px solid var(--accent); border-radius: 8px;
  overflow: hidden;
}
.badge { display: flex; gap: 7px; padding: 2px 11px; border-radius: 6px; font-size: 13px; font-weight: 600; border: 1px solid; color: var(--link) }
[data-verdict="listed"] .badge { background: var(--accent); color: var(--on-accent) }
[data-verdict="undetermined"] .badge { background: var(--warn-back); color: var(--warn) }
[data-verdict="not_listed"] .badge { background: var(--back); color: var(--muted) }
[data-verdict="info"] .badge { background: var(--tint); color: var(--text) }
.card-title { font-weight: 600; font-size: 15px }
.costs, .review, .reservation { width: 100% }
.costs { border: 1px solid var(--line); border-radius: 8px }
summary { padding: 8px 12px; cursor: pointer; font-weight: 600; color: var(--link) }
summary:focus-visible { outline-offset: -3px }
.count { margin-inline-start: 8px }
.chips { display: flex; flex-wrap: wrap; gap: 6px; padding: 2px 12px 12px }
.chips li { padding: 2px 10px; border-radius: 6px; background: var(--tint); font-size: 13px }
.conditions li { padding-inline-start: 16px; text-indent: -1em }
.conditions li::before { content: "・" / "" }
.source { display: flex; gap: 10px; align-items: baseline; font-size: 13px; position: relative }
.source .card-label { flex: none }
.card .reservation { padding-top: 9px; border-top: 1px solid var(--line) }
.rating { display: flex; flex-wrap: wrap; align-items: center; gap: 6px }
.rate { display: flex; align-items: center; gap: 5px; min-height: 32px; padding: 3px 9px; border-color: var(--control); background: none }
.rate svg { width: 16px; fill: none; stroke: currentColor; stroke-width: 2 }
.down svg { rotate: 180deg }
[aria-pressed="true"] { color: var(--link); border-color: currentColor; font-weight: 600 }
[aria-pressed="true"] svg { fill: currentColor }
.review > div + div { margin-top: 6px; padding-top: 6px; border-top: 1px solid var(--line) }
dd, .reference-line { display: flex; align-items: center; justify-content: space-between; gap: 10px }
.reference-line { flex-wrap: wrap }
.reference { font-size: 18px; font-weight: 600; user-select: all; white-space: nowrap }
.row:has(.review) .choice:first-child:enabled { background: var(--accent); color: var(--on-accent); border-color: var(--control) }
`;
