// @ts-check

/** Screens the panel covers whole. */
export const COMPACT = "(max-width: 480px), (max-height: 480px)";

/** Small screens, motion, forced colours and paper. */
export const modeStyle = `
@media ${COMPACT} {
  .floating .panel, .floating.left .panel {
    inset: var(--free-top, 0px) 0 auto 0; width: auto; height: var(--free-height, 100dvh); border: 0; border-radius: 0;
  }
  .floating .header, .floating .progress, .floating .always, .floating .composer, .floating .log {
    padding-left: max(10px, env(safe-area-inset-left)); padding-right: max(10px, env(safe-area-inset-right));
  }
  .floating .log { padding-inline: max(4px, env(safe-area-inset-left)) max(4px, env(safe-area-inset-right)) }
  .header { padding-block: 8px }
}
/* The keyboard of a phone leaves little room. */
@container (max-height: 420px) {
  .subtitle { display: none }
  .floating .header { padding-block: 0 }
  .input { min-height: 44px; max-height: 66px }
  .hint:not(.why) { display: none }
  .below { min-height: 0 }
}
@media (prefers-reduced-motion: no-preference) {
  .floating .panel { animation: rise 0.16s ease-out }
  .dots i { animation: breathe 1.2s ease-in-out infinite }
  .dots i:nth-child(2) { animation-delay: 0.15s }
  .dots i:nth-child(3) { animation-delay: 0.3s }
  @keyframes rise { from { opacity: 0; transform: translateY(8px) } }
  @keyframes breathe { 0%, 60%, 100% { opacity: 0.35 } 30% { opacity: 1 } }
}
@media (forced-colors: active) {
  .bar-done { background: Highlight; forced-color-adjust: none }
  .dots i { background: CanvasText; forced-color-adjust: none }
  .rate[aria-pressed="true"] { border: 2px solid Highlight }
  .header { border-bottom: 1px solid }
}
@media print {
  :host(:not([data-inline])) { position: static !important; display: block !important; width: auto !important; height: auto !important }
  .root {
    --surface: #fff; --back: #fff; --tint: #fff; --text: #000; --muted: #000; --line: #888; --control: #888; --link: #000;
    --accent: #fff; --on-accent: #000; --warn: #000; --warn-back: #fff; --bad: #000; --bad-back: #fff; color-scheme: light;
  }
  .floating .panel, .floating.left .panel, .inline .panel {
    position: static; width: auto; height: auto; overflow: visible; container-type: normal; border: 0; box-shadow: none;
    animation: none;
  }
  .floating .panel { break-before: page }
  .body, .log { display: block; overflow: visible }
  .row { content-visibility: visible; break-inside: avoid }
  .visitor .bubble { border-color: #888 }
  button, .always, .composer, .choices, .rating, .typing, .veil, .progress { display: none !important }
}
`;
