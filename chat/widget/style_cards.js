// @ts-check

/** What stands under a message: the answer, its rating, the review and the receipt. */
export const cardStyle = `
.card {
  width: 100%; padding: 14px; display: flex; flex-direction: column; gap: 10px; font-size: 14px; line-height: 1.65;
  background: var(--surface); border: 1px solid var(--line); border-top: 3px solid var(--accent); border-radius: 8px;
  overflow: hidden;
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
summary:focus-visible { outline-offset: -3px }
.count { margin-inline-start: 8px; font-size: 12px; font-weight: 400; color: var(--muted) }
.chips { display: flex; flex-wrap: wrap; gap: 6px; padding: 2px 12px 12px }
.chips li { padding: 2px 10px; border-radius: 6px; background: var(--tint); font-size: 13px }
.conditions li { position: relative; padding-inline-start: 16px }
.conditions li::before { content: "・" / ""; position: absolute; inset-inline-start: 0 }
.source { display: flex; gap: 10px; align-items: baseline; font-size: 13px }
.source .card-label { flex: none }
.source a { position: relative }
.reservation { padding-top: 9px; border-top: 1px solid var(--line); font-size: 12px; line-height: 1.6; color: var(--muted) }
.rating { display: flex; flex-wrap: wrap; align-items: center; gap: 6px }
.rate {
  display: flex; align-items: center; gap: 5px; min-height: 32px; padding: 2px 9px; border-color: var(--line);
  background: none; color: var(--muted);
}
.rate:hover { background: var(--tint) }
.rate svg { width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linejoin: round }
.rate.down svg { transform: rotate(180deg) }
.rate[aria-pressed="true"] { color: var(--link); border-color: currentColor; font-weight: 600 }
.rate[aria-pressed="true"] svg { fill: currentColor }
.review { display: grid; gap: 6px }
.review > div { padding-bottom: 6px; border-bottom: 1px solid var(--line) }
.review > div:last-child { padding-bottom: 0; border-bottom: 0 }
dt { font-size: 12px; font-weight: 600; color: var(--muted) }
dd { display: flex; align-items: center; justify-content: space-between; gap: 10px }
.value { min-width: 0 }
.edit, .copy { flex: none; min-height: 32px; padding: 2px 12px; font-size: 13px }
.reference-line { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 14px }
.reference { font-size: 18px; font-weight: 600; letter-spacing: 0.03em; user-select: all }
.receipt .quiet:empty { display: none }
`;
