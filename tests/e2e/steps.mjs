// What a person does and sees, in the words on screen; what they do is counted. An action is a click, a drag, a
// typed field (or a pasted block), a shortcut. Looking and waiting are free.

import assert from "node:assert/strict";
import test from "node:test";

import { kept, Laptop } from "./driver.mjs";
import { until } from "./processes.mjs";

/** Runs in the page: the visible things a person would call `name`, best first. Within a modal, only its own. */
const LOOK = `
  const [css, name] = arguments;
  const squeeze = (text) => (text ?? "").replace(/\\s+/g, " ").trim();
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const called = (one) => [
    one.getAttribute("aria-label"), ...[...(one.labels ?? [])].map((label) => label.textContent),
    ...(one.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean)
      .map((id) => document.getElementById(id)?.textContent),
    one.placeholder, one.title, one.textContent,
  ].map(squeeze).filter(Boolean);
  const modals = [...document.querySelectorAll("dialog[open], [aria-modal=true]")].filter(shown);
  const place = modals.at(-1) ?? document;
  const seen = [...place.querySelectorAll(css)].filter(shown);
  const exact = seen.filter((one) => called(one).includes(name));
  const near = seen.filter((one) => called(one).some((words) => words.includes(name)));
  // The innermost of what matches: the button, not the row around it.
  const found = exact.length ? exact : near;
  return found.find((one) => !found.some((other) => other !== one && one.contains(other))) ?? null;
`;

const CLICKABLE =
  "button, a, summary, label, option, input[type=checkbox], input[type=radio], [role=button], [role=link], " +
  "[role=tab], [role=menuitem], [role=option], [role=checkbox], [role=radio], [role=row], [role=gridcell], td";
const TYPABLE = "input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable=true], [role=textbox]";

/** One person at one window. */
export class Person {
  /** How much they had to do so far. */
  actions = 0;

  constructor(laptop, window) {
    this.laptop = laptop;
    this.screen = laptop.screen;
    this.window = window;
  }

  /** The page, through WebDriver. */
  get session() {
    return this.window.session;
  }

  /** Ends the window at once and opens it again, on `file` if given. */
  async restarts(file) {
    await this.window.close();
    this.window = await this.laptop.window(file);
  }

  /** What stands in the window's title bar. */
  windowTitle = async () => (await this.screen.xdotool("getwindowname", this.window.id)).trim();

  /** The first visible element matching `css`; waits for it. With `name`, the one a person would call that. */
  find = (css, name) =>
    until(`the page shows ${name ? `“${name}” (${css})` : css}`, () => this.session.script(LOOK, css, name ?? ""));

  /** Waits until the page says `words` somewhere visible. */
  sees = (words) =>
    until(`the page says “${words}”`, () => this.session.script(`return document.body.innerText.includes(arguments[0])`, words));

  /** Waits until the page no longer says `words`. */
  missesNow = (words) =>
    until(`“${words}” is gone`, () => this.session.script(`return !document.body.innerText.includes(arguments[0])`, words));

  /** Clicks what is called `name`, or an element found before. */
  async clicks(what) {
    this.actions += 1;
    await this.#tryOn(typeof what === "string" ? () => this.find(CLICKABLE, what) : () => what, this.session.click);
  }

  /** Drags with the mouse from the middle of one element by so many pixels. */
  async drags(element, { right = 0, down = 0 }) {
    this.actions += 1;
    const move = (origin, x, y, duration = 0) => ({ type: "pointerMove", origin, x, y, duration });
    await this.session.actions([
      {
        type: "pointer", id: "mouse", parameters: { pointerType: "mouse" },
        actions: [
          move(element, 0, 0), { type: "pointerDown", button: 0 },
          move("pointer", Math.round(right / 2), Math.round(down / 2), 50),
          move("pointer", right - Math.round(right / 2), down - Math.round(down / 2), 50), { type: "pointerUp", button: 0 },
        ],
      },
    ]);
  }

  /**
   * Types into the field called `name` (or an element found before) in place of what it held, and leaves it with
   * Tab, as saving wants. Chinese goes through a real composition.
   */
  async types(field, text, { leave = "Tab" } = {}) {
    this.actions += 1;
    let element;
    await this.#tryOn(async () => (element = typeof field === "string" ? await this.find(TYPABLE, field) : field), this.session.click);
    await this.keyboard();
    await this.screen.keys("ctrl+a");
    await this.enters(text);
    await until(`the field holds “${text}”`, () =>
      this.session.script(`const [e] = arguments; return (e.value ?? e.textContent) === arguments[1]`, element, text));
    if (leave) await this.screen.keys(leave);
  }

  /** Types where the cursor is, such as in a selected grid cell; counted with the field, the click or the Enter. */
  async enters(text) {
    for (const [part] of text.matchAll(/[\x20-\x7e]+|[^\x20-\x7e]+/g)) {
      await (/^[\x20-\x7e]/.test(part) ? this.screen.type(part) : this.screen.compose(part));
    }
  }

  /** Types into a selected cell and leaves it: one typed field. */
  async fillsCell(text, { leave = "Return" } = {}) {
    this.actions += 1;
    await this.keyboard();
    await this.enters(text);
    if (leave) await this.screen.keys(leave);
  }

  /** A shortcut, in X names such as "ctrl+k". */
  async presses(...keys) {
    this.actions += keys.length;
    await this.keyboard();
    await this.screen.keys(...keys);
  }

  /** Answers the system's file dialog called `title` with a path, and waits until it is gone: one typed field. */
  async choosesFile(title, path) {
    this.actions += 1;
    const dialogs = () => this.screen.windows("name", title);
    const dialog = await until(`the dialog “${title}” opens`, async () => (await dialogs()).at(-1));
    await this.screen.focus(dialog);
    // A slash typed into GTK's chooser opens its field for a path; when saving, the name's field takes one as well.
    await this.screen.keys("ctrl+a");
    await this.enters(path);
    const closed = async () => !(await dialogs()).includes(dialog);
    // GTK loses a Return that comes while it still reads the folder. It is sent again, to the dialog and nobody else.
    await until(`the dialog “${title}” closes`, async () => {
      await this.screen.xdotool("key", "--window", dialog, "Return").catch(() => {});
      return until("it closes", closed, { seconds: 1 });
    });
  }

  /** Gives the real keyboard to the window. */
  keyboard = () => this.screen.focus(this.window.id);

  /** A picture of the whole screen, for people to look at, under target/e2e/. */
  async picture(name) {
    const file = kept(`${name}.png`);
    await this.screen.picture(file);
    return file;
  }

  /** The page may repaint between finding and doing; then it is found again. */
  async #tryOn(find, act) {
    const passing = ["stale element reference", "element click intercepted", "element not interactable"];
    await until("the element stays long enough to be used", async () => {
      try {
        await act(await find());
        return true;
      } catch (error) {
        if (passing.includes(error.code)) return false;
        throw error;
      }
    });
  }
}

/**
 * One job: a laptop, the window opened on what `prepare(laptop)` answers, and a person who does it in at most
 * `atMost` actions. When it fails, a picture of the screen stays under target/e2e/.
 */
export function job(name, { atMost, prepare = () => undefined }, doIt) {
  test(name, { timeout: 300_000 }, async () => {
    const laptop = await Laptop.open();
    let person;
    try {
      person = new Person(laptop, await laptop.window(await prepare(laptop)));
      await doIt(person, laptop);
      console.log(`${name}: ${person.actions} actions${atMost ? ` of at most ${atMost}` : ""}`);
      if (atMost) assert.ok(person.actions <= atMost, `${person.actions} actions, at most ${atMost} are allowed`);
    } catch (error) {
      await laptop.screen.picture(kept(`failed ${name}.png`)).catch(() => {});
      throw error;
    } finally {
      await person?.window.close();
      await laptop.close();
    }
  });
}
