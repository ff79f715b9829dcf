// @ts-check

const KEY_CODE_OF_IME = 229;

/** Knows whether Japanese is being composed in a field. */
export class Ime {
  composing = false;

  /**
   * @param {HTMLElement} field
   * @param {() => void} onEnd
   */
  constructor(field, onEnd) {
    const end = () => {
      this.composing = false;
      onEnd();
    };
    field.addEventListener("compositionstart", () => (this.composing = true));
    field.addEventListener("compositionend", end);
    field.addEventListener("blur", end);
  }

  /**
   * Whether a key belongs to the input method. No one sign is enough: Safari ends the composition before the
   * Enter that confirms it (only keyCode tells), other browsers report 229 for some keys only.
   * @param {KeyboardEvent} event
   */
  owns(event) {
    return event.isComposing || this.composing || event.keyCode === KEY_CODE_OF_IME;
  }
}
