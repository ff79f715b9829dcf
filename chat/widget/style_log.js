// @ts-check

/**
 * The conversation. A row out of sight is not laid out, but for the last ones, whose true heights the scrolling needs;
 * a row's padding leaves room for outlines, which would be cut off.
 */
export const logStyle = `
.log { position: relative; flex: 1; min-height: 0; overflow-y: auto; overscroll-behavior: contain; padding: 8px 8px 16px }
.log:focus-visible { outline-offset: -3px }
.row {
  position: relative; display: flex; flex-direction: column; align-items: flex-start; gap: 8px; padding: 6px 8px;
}
.row:nth-last-child(n + 7) { content-visibility: auto; contain-intrinsic-size: auto 90px }
.visitor { align-items: flex-end; gap: 2px }
.bubble {
  max-width: 92%; padding: 9px 14px; white-space: pre-wrap; border-radius: 4px 14px 14px; text-wrap: pretty;
  background: var(--surface); border: 1px solid var(--line); overflow: hidden; unicode-bidi: isolate;
}
.bubble span { display: inline-block }
.visitor .bubble { border-radius: 14px 4px 14px 14px; background: var(--accent); color: var(--on-accent) }
.waiting .bubble { background: var(--surface); color: var(--text); border: 1px dashed var(--control) }
.meta { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px }
.mark { font-weight: 600; color: var(--text) }
.day, .notice, .older { display: block; margin: 6px auto; text-align: center }
.error {
  display: grid; justify-items: start; gap: 6px; margin: 8px; padding: 10px 14px; font-size: 14px;
  color: var(--bad); background: var(--bad-back); border: 1px solid; border-radius: 8px;
}
.news { position: sticky; bottom: 0; display: block; margin: auto; box-shadow: 0 2px 8px #0b1e3547 }
.typing { display: flex; align-items: center; gap: 10px; min-height: 24px; margin: 8px }
.dots { display: flex; gap: 5px }
.dots i { width: 7px; height: 7px; border-radius: 50%; background: var(--control) }
`;
