// @ts-check

export const composerStyle = `
.composer { padding: 8px 12px max(8px, env(safe-area-inset-bottom)); background: var(--surface) }
.line { display: flex; gap: 8px; align-items: flex-end }
.input {
  flex: 1; min-width: 0; min-height: 62px; max-height: 132px; field-sizing: content; resize: none; padding: 8px 12px;
  font-size: 16px; line-height: 1.4; background: var(--surface); border-color: var(--control);
}
input.input { min-height: 44px; field-sizing: fixed }
.input::placeholder { color: var(--muted); opacity: 1 }
.input[aria-invalid="true"] { border-color: var(--bad) }
.send { flex: none; height: 44px; padding: 0 18px; font-weight: 600; border-color: var(--control) }
.send:disabled { background: var(--line); color: var(--muted); border-color: transparent }
.below { display: flex; justify-content: space-between; gap: 10px; min-height: 20px; margin-top: 4px }
.why { color: var(--text) }
.over { color: var(--bad); font-weight: 600 }
.below:has(.counter:not(:empty)) .hint:not(.why) { display: none }
@media (hover: none) {
  .hint:not(.why) { display: none }
  .below { min-height: 0 }
}
`;
