// @ts-check

/** The launcher, the panel with its header and bars, and the dialog in it. */
export const panelStyle = `
.launcher {
  position: fixed; max-width: calc(100vw - 32px); padding: 12px 22px;
  right: max(20px, env(safe-area-inset-right)); bottom: max(20px, env(safe-area-inset-bottom));
  background: var(--accent); color: var(--on-accent); font-weight: 600; border-radius: 999px;
  border-color: color-mix(in srgb, var(--on-accent) 40%, transparent); box-shadow: 0 4px 16px #0b1e3540;
}
.left .launcher { right: auto; left: max(20px, env(safe-area-inset-left)) }
.launcher:hover, .send:hover:enabled { background: var(--accent-strong) }
.unread {
  position: absolute; top: -8px; right: -4px; min-width: 24px; padding: 0 6px; border-radius: 12px;
  background: #a3201c; color: #fff; border: 1px solid #fff; font-size: 13px; line-height: 22px; text-align: center;
}
.panel {
  display: flex; flex-direction: column; overflow: hidden; container-type: size;
  background: var(--back); border: 1px solid var(--line); border-radius: 12px;
}
.floating .panel {
  position: fixed; right: 20px; bottom: 20px; width: 400px; height: min(680px, 100vh - 40px);
  box-shadow: 0 12px 40px #0b1e3547;
}
.floating.left .panel { right: auto; left: 20px }
.inline .panel { position: relative; height: var(--height) }
.body { flex: 1; min-height: 0; display: flex; flex-direction: column }
.header {
  display: flex; align-items: center; justify-content: space-between; gap: 12px; padding: 12px 10px 12px 18px;
  background: var(--accent); color: var(--on-accent);
}
.header :focus-visible { outline-color: currentColor; outline-offset: -3px }
h2, h3 { font-size: 16px; font-weight: 600; line-height: 1.4 }
.subtitle { font-size: 12px; line-height: 1.5 }
.close { flex: none; width: 44px; height: 44px; background: none; position: relative }
.close:hover { background: color-mix(in srgb, currentColor 15%, transparent) }
.close::before, .close::after {
  content: ""; position: absolute; left: 13px; top: 20px; width: 16px; height: 0; border-top: 2px solid;
  transform: rotate(45deg);
}
.close::after { transform: rotate(-45deg) }
.progress {
  display: flex; align-items: center; gap: 10px; padding: 6px 18px; font-size: 13px; background: var(--surface);
  border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums;
}
.bar { flex: 1; height: 8px; border-radius: 4px; overflow: hidden; border: 1px solid var(--control); background: var(--back) }
.bar-done { display: block; height: 100%; background: var(--link) }
.always {
  display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 8px; padding: 6px 12px 0;
  background: var(--surface); border-top: 1px solid var(--line);
}
.bar-button { min-height: 32px; padding: 3px 12px; font-size: 13px }
.bar-button.plain { color: var(--muted); border-color: transparent }
.veil {
  position: absolute; inset: 0; display: grid; place-items: center; padding: 16px; overflow-y: auto; background: #0b1e35a6;
}
.dialog {
  display: grid; gap: 12px; width: 100%; max-width: 320px; padding: 18px; border-radius: 10px; background: var(--surface);
  border: 1px solid var(--line);
}
`;
