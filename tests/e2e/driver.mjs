// Starts the real window under WebDriver and stops it, with nothing left behind.

import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { freePorts, run, start, stop, until } from "./processes.mjs";
import { Screen } from "./screen.mjs";
import { Session } from "./webdriver.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");

/** Where `./dev` puts what it builds; each can be pointed elsewhere. */
export const programs = {
  window: process.env.CHANGWU_WINDOW ?? join(target, "debug/changwu"),
  cli: process.env.CHANGWU_CLI ?? join(target, "debug/changwu-cli"),
  driver: process.env.TAURI_DRIVER ?? join(target, "tools/bin/tauri-driver"),
};

/** Pictures and papers the run leaves for people to look at. */
export const kept = (name) => join(root, "target/e2e", name);

/** A laptop of its own: a screen, an empty home and a folder for files, thrown away at the end. */
export class Laptop {
  static async open() {
    for (const [name, path] of Object.entries(programs)) {
      if (!existsSync(path)) throw new Error(`no ${name} at ${path}: run ./dev e2e, which builds it`);
    }
    return new Laptop(await Screen.open(), mkdtempSync(join(tmpdir(), "changwu-e2e-")));
  }

  constructor(screen, folder) {
    this.screen = screen;
    this.folder = folder;
    this.env = {
      ...screen.env,
      HOME: folder,
      XDG_CONFIG_HOME: join(folder, ".config"),
      XDG_DATA_HOME: join(folder, ".local/share"),
      XDG_CACHE_HOME: join(folder, ".cache"),
      CHANGWU_CONFIG_DIR: join(folder, ".config/changwu"),
      GTK_IM_MODULE: "gtk-im-context-simple",
      NO_AT_BRIDGE: "1",
      LANG: "C.UTF-8",
    };
  }

  /** A file of this laptop. */
  path = (name) => join(this.folder, name);

  /** The product without its window, on this laptop; answers what it printed. */
  cli = (...args) => run(programs.cli, args, { env: this.env });

  /** Opens the window (of class `named`), on `file` if given. */
  async window(file, named = "changwu") {
    const { driver, session } = await this.#session(file ? [file] : []);
    const id = await until("the window is on the screen", async () => (await this.screen.windows("class", named))[0]);
    return new Window(driver, session, id);
  }

  /** The one thing that is tried again: creating a session fails now and then, with nothing to wait for. */
  async #session(args) {
    let failure;
    for (let attempt = 0; attempt < 5; attempt++) {
      const [port, native] = await freePorts(2);
      const driver = start(programs.driver, ["--port", `${port}`, "--native-port", `${native}`], { env: this.env });
      const server = `http://127.0.0.1:${port}`;
      try {
        await until("tauri-driver listens", async () => (await fetch(`${server}/status`)).ok);
        return { driver, session: await Session.create(server, programs.window, args) };
      } catch (error) {
        await stop(driver);
        failure = error;
      }
    }
    throw failure;
  }

  async close() {
    await this.screen.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The open window: its page through `session`, on the screen under `id`. */
export class Window {
  constructor(driver, session, id) {
    this.driver = driver;
    this.session = session;
    this.id = id;
  }

  /** Ends it at once, as a power cut would, and its driver. What was saved is saved. */
  async close() {
    await stop(this.driver);
  }
}
