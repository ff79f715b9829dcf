// @ts-check
/** Puts what was said on show, and says it to who cannot see it. */
import { spoken } from "./words.js";

/** @import { Form, Message } from "./client.js" */
/** @import { View } from "./view.js" */

export class Presenter {
  /** The form the bot is filling in with the visitor. @type {Form | null} */
  form = null;
  #view;

  /** @param {View} view */
  constructor(view) {
    this.#view = view;
  }

  /**
   * A transcript: of a conversation that begins, the greeting is read out; in one picked up again nothing is news.
   * @param {Message[]} messages
   * @param {Form | null} form
   * @param {boolean} isNew
   */
  open(messages, form, isNew) {
    if (this.#view.log.isEmpty) this.#view.log.load(messages, form);
    else this.#add(messages, form);
    this.#use(form);
    if (isNew && this.#view.isOpen) this.#read(messages.slice(-1));
  }

  /**
   * What has just been said: read out, or counted on the launcher.
   * @param {Message[]} messages
   * @param {Form | null} form
   */
  show(messages, form) {
    const said = this.#add(messages, form).filter(({ from }) => from === "bot");
    this.#use(form);
    if (said.length === 0) return;
    if (this.#view.isOpen) this.#read(said);
    else this.#view.launcher.addUnread(said.length);
  }

  /** @param {Message[]} messages */
  #read(messages) {
    this.#view.announcer.say(spoken(messages), "ja");
  }

  clear() {
    this.#view.log.clear();
    this.#view.launcher.seen();
    this.#use(null);
  }

  /**
   * @param {Message[]} messages
   * @param {Form | null} form
   * @returns {Message[]} those that were not on show yet
   */
  #add(messages, form) {
    const { log } = this.#view;
    const fresh = messages.filter(({ id }) => !log.has(id));
    fresh.forEach((message, index) => {
      if (message.from === "visitor") log.retire();
      log.add(message, index === fresh.length - 1 ? form : null);
    });
    return fresh;
  }

  /** @param {Form | null} form */
  #use(form) {
    this.form = form;
    this.#view.composer.ask(form?.asks ?? null);
    this.#view.progress.show(form);
  }
}
