// A display of the test's own, what is on it, and a keyboard that reaches the real window through the X server:
// the only way to have GTK's input method compose, and to answer the system's dialogs.

import { mkdirSync } from "node:fs";
import { dirname } from "node:path";

import { run, start, stop, until } from "./processes.mjs";

/** The design's size; the window fills it. */
const SIZE = "1366x768x24";

export class Screen {
  static async open() {
    // Xvfb picks a free number itself and tells it once it takes clients.
    const server = start("Xvfb", ["-displayfd", "3", "-screen", "0", SIZE, "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    const number = await Promise.race([
      server.failed,
      new Promise((told) => server.stdio[3].once("data", (data) => told(String(data).trim()))),
    ]);
    return new Screen(server, `:${number}`);
  }

  constructor(server, display) {
    this.server = server;
    this.env = { DISPLAY: display };
  }

  close = () => stop(this.server);

  /** What is on the screen now, as a PNG. */
  async picture(file) {
    mkdirSync(dirname(file), { recursive: true });
    await run("import", ["-window", "root", file], { env: this.env });
  }

  xdotool = (...args) => run("xdotool", args, { env: this.env });

  /** Visible windows, X ids; `by` is "name" (exactly this title) or "class" (exactly this program). */
  async windows(by, what) {
    const exact = `^${what.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`;
    // xdotool fails when it finds none.
    const found = await this.xdotool("search", "--onlyvisible", `--${by}`, exact).catch(() => "");
    return found.split("\n").filter(Boolean);
  }

  /** Gives the keyboard to a window; without a window manager nobody else does. */
  focus = (id) => this.xdotool("windowraise", id, "windowfocus", "--sync", id);

  /** Presses keys in X names, such as "ctrl+l" or "Return". */
  keys = (...names) => this.xdotool("key", "--clearmodifiers", ...names);

  /** Types ASCII as is. */
  type = (text) => this.xdotool("type", "--delay", "4", text);

  /**
   * Types any text through a real composition, one character after another: GTK's own input method takes
   * Ctrl+Shift+U, the code in hex, and a space that ends it.
   */
  async compose(text) {
    for (const sign of text) {
      await this.keys("ctrl+shift+u", ...sign.codePointAt(0).toString(16), "space");
    }
  }
}
