// What the ledger and the timetable take in the real window: first rows, a filter's keystroke, a frame of scrolling, a
// frame of dragging. node tests/bench/pages.mjs WINDOW WORKBOOK SCALE

import { Laptop, programs } from "../e2e/driver.mjs";
import { until } from "../e2e/processes.mjs";

const [window, workbook, scale] = process.argv.slice(2);
programs.window = window;
const ROUNDS = 5;

/** Runs in the page; the helpers of every measurement. */
const HELP = `
  const done = arguments[arguments.length - 1];
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  const painted = async (ready) => { while (!ready()) await frame(); await frame(); await frame(); return performance.now(); };
  const sorted = (list) => [...list].sort((a, b) => a - b);
  const percentile = (list, part) => sorted(list)[Math.min(list.length - 1, Math.floor(list.length * part))];
  const rows = () => [...document.querySelectorAll("main .grid [role=row] [data-column]")].some((cell) => cell.textContent.trim());
`;
/** Through the menu, as people go: the page is built anew each time. */
const go = (menu, ready) => `${HELP} (async () => {
  const link = [...document.querySelectorAll("nav a")].find((one) => one.textContent.includes("${menu}"));
  const start = performance.now();
  link.click();
  const end = await painted(() => ${ready});
  done(end - start - 33);
})()`;
const away = go("设置", `!document.querySelector("main .grid, main .gantt")`);
const visit = (address, ready) => `${HELP} (async () => {
  const start = performance.now();
  location.hash = "#${address}";
  const end = await painted(() => ${ready});
  done(end - start - 33);
})()`;
/** From a click on a chip of the head until its view is painted. */
const turn = (word, ready) => `${HELP} (async () => {
  const chip = [...document.querySelectorAll("main .head .chip")].find((one) => one.textContent.includes("${word}"));
  const start = performance.now();
  chip.click();
  const end = await painted(() => ${ready});
  done(end - start - 33);
})()`;
/** A letter typed into the filter, until the list is another one and painted. */
const keystroke = (letter) => `${HELP} (async () => {
  const field = document.querySelector("main input.find");
  const said = () => document.querySelector("main .grid").getAttribute("aria-rowcount");
  const before = said();
  const start = performance.now();
  field.value = "${letter}";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  const end = await painted(() => said() !== before && rows());
  done(end - start - 33);
})()`;
/** Frames while the wheel goes on. */
const scrolling = (css, by) => `${HELP} (async () => {
  const box = document.querySelector("${css}");
  const times = [];
  let last = await frame();
  for (let at = 0; at < 120; at += 1) {
    box.scrollTop += ${by};
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  box.scrollTop = 0;
  done({ p50: percentile(times, 0.5), p95: percentile(times, 0.95) });
})()`;
/** Frames until told to stop. */
const WATCH = `
  window.benchFrames = [];
  window.benchOn = true;
  let last = performance.now();
  const next = (now) => { window.benchFrames.push(now - last); last = now; if (window.benchOn) requestAnimationFrame(next); };
  requestAnimationFrame(next);
`;
const STOP = `
  window.benchOn = false;
  const list = [...window.benchFrames].slice(2).sort((a, b) => a - b);
  const at = (part) => list[Math.min(list.length - 1, Math.floor(list.length * part))];
  return { p50: at(0.5), p95: at(0.95), frames: list.length };
`;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const line = (what, value, goal, good) => console.log(`| ${what} | ${scale} | ${value} | ${goal} | ${good ? "met" : "falls short"} |`);
const ms = (value) => `${value.toFixed(value < 100 ? 1 : 0)} ms`;

const laptop = await Laptop.open();
try {
  await laptop.cli("call", "identity_set", JSON.stringify({ author: "示例", laptop: "测速" }));
  const ask = async (name, request) => JSON.parse(await laptop.cli("--workbook", workbook, "call", name, JSON.stringify(request)));
  const { count } = await ask("gantt_frame", {});
  // The unit whose open tasks are nearest to 500.
  const { groups } = await ask("gantt_frame", { group: "lead", filter: { open: true } });
  const near = groups.filter((group) => group.key).sort((a, b) => Math.abs(a.count - 500) - Math.abs(b.count - 500))[0];
  let shown = await laptop.window(workbook, "changwu");
  let page = shown.session;
  await page.post("/timeouts", { script: 60_000 });
  await until("the page is usable", () => page.script(`return !!document.querySelector(".figures a")`));
  // The first visit loads the page's code; people pay it once.
  const visits = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    visits.push(await page.later(go("任务台账", "rows()")));
    await page.later(away);
  }
  console.log("| what | scale | ours | goal | verdict |\n|---|---|---|---|---|");
  const first = median(visits.slice(1));
  line(`ledger of ${count} tasks: first rows`, ms(first), "≤ 150 ms", first <= 150);

  await page.later(visit("/tasks?quick=all&round=f", "rows()"));
  const keys = [];
  for (const letter of ["用", "用地", "供电", "a", ""]) keys.push(await page.later(keystroke(letter)));
  const key = median(keys);
  line("filter: a keystroke until painted", ms(key), "≤ 100 ms", key <= 100);
  const scroll = await page.later(scrolling("main .grid .box", 120));
  line("ledger: a frame of scrolling, p95", ms(scroll.p95), "≤ 33.4 ms", scroll.p95 <= 33.4);

  // A window of its own: a page that is still there keeps its filter.
  await shown.close();
  shown = await laptop.window(workbook, "changwu");
  page = shown.session;
  await page.post("/timeouts", { script: 60_000 });
  await until("the page is usable", () => page.script(`return !!document.querySelector(".figures a")`));
  await page.later(visit(`/tasks?quick=open&lead=${near.key}`, "rows()"));
  const times = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    times.push(await page.later(turn("时间表", `document.querySelectorAll("main .gantt .bar").length > 10`)));
    await page.later(turn("表格", "rows()"));
  }
  const bars = median(times.slice(1));
  line(`timetable of ${near.count} bars: first paint`, ms(bars), "≤ 150 ms", bars <= 150);
  await page.later(turn("时间表", `document.querySelectorAll("main .gantt .movable").length > 3`));
  const rolls = await page.later(scrolling("main .gantt .box", 90));
  line("timetable: a frame of scrolling, p95", ms(rolls.p95), "≤ 33.4 ms", rolls.p95 <= 33.4);
  // The oldest stand first, left of what is in view: one of them is brought into its middle.
  const hold = await page.later(`${HELP} (async () => {
    const box = document.querySelector("main .gantt .box");
    const bar = () => document.querySelectorAll("main .gantt .bar.movable")[5];
    const edges = box.getBoundingClientRect();
    const at = bar().getBoundingClientRect();
    box.scrollLeft += at.left + at.width / 2 - (edges.right - 300);
    await frame();
    await frame();
    done(bar());
  })()`);
  const moves = Array.from({ length: 24 }, (_, at) => ({ type: "pointerMove", origin: "pointer", x: at % 2 ? -40 : 44, y: at % 3, duration: 100 }));
  await page.script(WATCH);
  await page.actions([{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions: [{ type: "pointerMove", origin: hold, x: 0, y: 0, duration: 0 }, { type: "pointerDown", button: 0 }, ...moves] }]);
  const drag = await page.script(STOP);
  line("timetable: a frame of dragging, p95", ms(drag.p95), "≤ 33.4 ms", drag.p95 <= 33.4);
  await shown.close();
} finally {
  await laptop.close();
}
