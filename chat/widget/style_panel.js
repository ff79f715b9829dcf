// @ts-check

/** The launcher, the panel with its header and bars, and the dialog in it. */
export const panelStyle = `
.floating { --right: max(20px, env(safe-area-inset-right)); --left: auto }
.left { --right: auto; --left: max(20px, env(safe-area-inset-left)) }
.launcher, .floating .panel {
  position: fixed; right: var(--right); left: var(--left); bottom: max(20px, env(safe-area-inset-bottom));
  box-shadow: 0 6px 24px #0b1e3547;
}
.launcher, .header, .send { background: var(--accent); color: var(--on-accent) }
.launcher { max-width: calc(100vw - 32px); padding: 12px 22px; font-weight: 600; border-radius: 99px; border-color: currentColor }
.launcher:hover, .send:hover:enabled { background: var(--accent-strong) }
.unread {
  position: absolute; top: -8px; right: -4px; min-width: 24px; padding: 0 6px; border-radius: 12px;
  background: #a3201c; color: #fff; border: 1px solid; font-size: 13px; line-height: 22px;
}
.panel {
  display: flex; flex-direction: column; overflow: hidden; container-type: size; position: relative;
  background: var(--back); border: 1px solid var(--line); border-radius: 12px;
}
.floating .panel { width: 400px; height: min(680px, 100vh - 40px) }
.inline .panel { height: var(--height) }
.body { flex: 1; min-height: 0; display: flex; flex-direction: column }
.header { display: flex; align-items: center; justify-content: space-between; padding: 12px 10px 12px 18px }
.header :focus-visible { outline-color: currentColor; outline-offset: -3px }
.subtitle { font-size: 12px }
.close { flex: none; width: 44px; height: 44px; background: none; position: relative }
.close::before, .close::after { content: ""; position: absolute; left: 13px; top: 20px; width: 16px; border-top: 2px solid; rotate: 45deg }
.close::after { rotate: -45deg }
.progress, .always { display: flex; align-items: center; gap: 4px 10px; padding: 6px 14px; background: var(--surface); font-size: 13px }
.bar { flex: 1; border: 1px solid var(--control); border-radius: 4px; overflow: hidden }
.bar-done { height: 8px; background: var(--link) }
.always { flex-wrap: wrap; justify-content: space-between; padding-bottom: 0; border-top: 1px solid var(--line) }
.plain { color: var(--muted); border-color: transparent }
.veil { position: absolute; inset: 0; display: grid; place-items: center; padding: 16px; overflow-y: auto; background: #0b1e35a6 }
.dialog { display: grid; gap: 12px; max-width: 320px; padding: 18px; border: 1px solid var(--line); border-radius: 8px; background: var(--surface) }
`;
