// @ts-check

/** Screens the panel covers whole. */
export const COMPACT = "(max-width: 480px), (max-height: 480px)";

/** Small screens, also when a phone's keyboard leaves little of them; motion, forced colours and paper. */
export const modeStyle = `
@media ${COMPACT} {
  .floating .panel {
    inset: var(--free-top, 0px) 0 auto; width: auto; height: var(--free-height, 100dvh); border: 0; border-radius: 0;
    padding: 0 env(safe-area-inset-right) 0 env(safe-area-inset-left);
  }
}
@container (max-height: 420px) {
  .subtitle, .hint:not(.why) { display: none }
  .header { padding-block: 0 }
  .input { min-height: 44px; max-height: 66px }
  .below { min-height: 0 }
}
@container (max-height: 300px) {
  .always { display: none }
}
@media (pointer: coarse) {
  .choice, .small-button, .rate { min-height: 44px }
  summary { padding-block: 11px }
}
@media (prefers-reduced-motion: no-preference) {
  .floating .panel { animation: rise 0.16s ease-out }
  .dots i { animation: breathe 1.2s ease-in-out infinite alternate }
  @keyframes rise { from { opacity: 0; translate: 0 8px } }
  @keyframes breathe { from { opacity: 0.35 } }
}
@media (forced-colors: active) {
  .bar-done, .dots i { background: CanvasText; forced-color-adjust: none }
  [aria-pressed="true"] { border: 3px solid Highlight }
}
@media print {
  :host(:not([data-inline])) { position: static !important; display: block !important }
  .root {
    --surface: #fff; --back: #fff; --tint: #fff; --text: #000; --muted: #000; --link: #000; --accent: #fff !important;
    --on-accent: #000 !important; --warn: #000; --warn-back: #fff; --bad: #000; --bad-back: #fff; color-scheme: light;
  }
  .root .panel {
    position: static; width: auto; height: auto; overflow: visible; container-type: normal; border: 0; box-shadow: none;
    break-before: page;
  }
  .body, .log { display: block; overflow: visible }
  .row { content-visibility: visible !important }
  .card { border-color: #000 }
  .costs::details-content { content-visibility: visible; block-size: auto }
  button, .always, .composer, .choices, .rating, .typing, .veil, .progress { display: none !important }
}
`;
