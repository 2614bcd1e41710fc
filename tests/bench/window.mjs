// exec → first page usable, and memory at rest, of the real window against an empty Tauri window, by turns.
// node tests/bench/window.mjs WINDOW EMPTY WORKBOOK SCALE

import { readFileSync, readdirSync } from "node:fs";

import { Laptop, programs } from "../e2e/driver.mjs";
import { until } from "../e2e/processes.mjs";

const [window, empty, workbook, scale] = process.argv.slice(2);
const PAIRS = 5;

/** Proportional set size of all processes of a window: those that name its program or descend from one. */
function memory(program) {
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, "utf8");
      return [{ pid, parent: /^PPid:\t(\d+)/m.exec(status)[1], exe: readFileSync(`/proc/${pid}/cmdline`, "utf8") }];
    } catch {
      return [];
    }
  });
  const ours = new Set(processes.filter((one) => one.exe.startsWith(program)).map((one) => one.pid));
  for (let size = -1; size !== ours.size; ) {
    size = ours.size;
    for (const one of processes) if (ours.has(one.parent)) ours.add(one.pid);
  }
  let kilobytes = 0;
  for (const pid of ours) {
    try {
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))[1]);
    } catch { /* it ended */ }
  }
  return kilobytes / 1024;
}

/** What memory it holds once that has stood still (within a hundredth) for thirty readings in a row. */
async function memoryAtRest(program) {
  let [still, alike] = [memory(program), 0];
  await until("memory stands still", () => {
    const now = memory(program);
    alike = Math.abs(now - still) <= still / 100 ? alike + 1 : 0;
    if (alike === 0) still = now;
    return alike >= 30;
  });
  return still;
}

async function once(laptop, program, named, file, ready) {
  programs.window = program;
  const start = performance.now();
  const shown = await laptop.window(file, named);
  await until("the page is usable", () => shown.session.script(ready));
  const seconds = (performance.now() - start) / 1000;
  const megabytes = await memoryAtRest(program);
  await shown.close();
  return { seconds, megabytes };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const laptop = await Laptop.open();
try {
  await laptop.cli("call", "identity_set", JSON.stringify({ author: "示例", laptop: "测速" }));
  const ours = [];
  const theirs = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    theirs.push(await once(laptop, empty, "empty-window", undefined, `return !!document.getElementById("ready")`));
    ours.push(await once(laptop, window, "changwu", workbook, `return !!document.querySelector(".figures a") && !!document.querySelector(".todo [role=row]")`));
  }
  const figures = (list, key) => median(list.map((one) => one[key]));
  const time = figures(ours, "seconds") / figures(theirs, "seconds");
  const space = figures(ours, "megabytes") / figures(theirs, "megabytes");
  const limit = { bureau: 1.3, city: 1.5, province: 2 }[scale];
  const verdict = (ratio, most) => (ratio <= most ? "met" : "falls short");
  console.log(`| exec → overview usable | ${scale} | an empty Tauri window | ${figures(ours, "seconds").toFixed(2)} s | – | ${figures(theirs, "seconds").toFixed(2)} s | ${time.toFixed(2)}× | ≤ ${limit}× | ${verdict(time, limit)} |`);
  console.log(`| memory at rest (PSS) | ${scale} | an empty Tauri window | ${figures(ours, "megabytes").toFixed(0)} MB | – | ${figures(theirs, "megabytes").toFixed(0)} MB | ${space.toFixed(2)}× | ≤ 1.5× | ${verdict(space, 1.5)} |`);
} finally {
  await laptop.close();
}
