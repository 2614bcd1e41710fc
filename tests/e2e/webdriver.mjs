// The few requests of W3C WebDriver the jobs need. https://www.w3.org/TR/webdriver2/

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** A command the driver refused; `code` is WebDriver's, such as "no such element". */
export class Refused extends Error {
  constructor({ error, message }) {
    super(`${error}: ${message}`);
    this.code = error;
  }
}

async function ask(url, method, body) {
  const answer = await fetch(url, {
    method,
    body: body && JSON.stringify(body),
    headers: body && { "content-type": "application/json" },
    signal: AbortSignal.timeout(60_000),
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new Refused(value);
  return value;
}

/** One window under remote control. Elements are the driver's own references, passed through untouched. */
export class Session {
  /** `server` like http://127.0.0.1:4444. Only tauri:options: WebKitWebDriver refuses a browserName. */
  static async create(server, application, args) {
    const options = { "tauri:options": { application, args } };
    const { sessionId } = await ask(`${server}/session`, "POST", { capabilities: { alwaysMatch: options } });
    return new Session(`${server}/session/${sessionId}`);
  }

  constructor(url) {
    this.url = url;
  }

  get = (path) => ask(this.url + path, "GET");
  post = (path, body = {}) => ask(this.url + path, "POST", body);
  end = () => ask(this.url, "DELETE");

  /** Runs `body` (a function's body reading `arguments`) in the page. */
  script = (body, ...args) => this.post("/execute/sync", { script: body, args });
  /** Runs `body`, whose last argument is the function that takes the answer. */
  later = (body, ...args) => this.post("/execute/async", { script: body, args });
  title = () => this.get("/title");
  find = (css) => this.post("/element", { using: "css selector", value: css });
  click = (element) => this.post(`/element/${element[ELEMENT]}/click`);
  clear = (element) => this.post(`/element/${element[ELEMENT]}/clear`);
  send = (element, text) => this.post(`/element/${element[ELEMENT]}/value`, { text });
  property = (element, name) => this.get(`/element/${element[ELEMENT]}/property/${name}`);
  text = (element) => this.get(`/element/${element[ELEMENT]}/text`);
  actions = (actions) => this.post("/actions", { actions });
}
