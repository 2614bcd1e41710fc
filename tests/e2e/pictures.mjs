// Pictures of every page in the real window at 1366×768, at 标准 and at 特大 text, for docs/images: `./dev pictures`.
// Nothing is judged here but that each page opens; people look at what comes out.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { run, until } from "./processes.mjs";
import { job } from "./steps.mjs";
import { sampleWorkbook } from "./workbooks.mjs";

const folder = process.env.CHANGWU_PICTURES;

/** Where each page is: an address, made with the ids of records of the sample, and what must be there. */
const PAGES = [
  ["overview", () => "/"],
  ["enterprises", () => "/enterprises"],
  ["enterprise", ({ enterprise }) => `/enterprises/${enterprise}`],
  ["projects", () => "/projects"],
  ["demands", () => "/projects?view=demands"],
  ["project", ({ project }) => `/projects/${project}`],
  ["library", () => "/projects?view=library"],
  ["submissions", () => "/submissions"],
  ["forms", () => "/submissions/forms"],
  ["reviews", () => "/reviews"],
  ["experts", () => "/reviews?view=experts"],
  ["project-reviews", ({ project }) => `/projects/${project}?tab=reviews`],
  ["demand", ({ demand }) => `/demands/${demand}`],
  ["sessions", () => "/sessions"],
  ["session-preparation", ({ session }) => `/sessions/${session}?tab=preparation`],
  ["session-agenda", ({ session }) => `/sessions/${session}?tab=agenda`],
  ["session-guests", ({ session }) => `/sessions/${session}?tab=guests`],
  ["session-day", ({ session }) => `/sessions/${session}?tab=day`],
  ["session-afterwards", ({ session }) => `/sessions/${session}?tab=after`],
  ["stated", () => "/stated"],
  ["groups", () => "/groups"],
  ["dictionaries", () => "/dictionaries"],
  ["calendar", () => "/calendar"],
  ["project-results", ({ project }) => `/projects/${project}?tab=results`],
  ["project-demands", ({ project }) => `/projects/${project}?tab=demands`],
  ["project-tasks", ({ project }) => `/projects/${project}?tab=tasks`],
  ["project-roadmap", ({ project }) => `/projects/${project}?tab=roadmap`],
  ["plan-issued", ({ issued }) => `/plans/${issued}`, ".pages img"],
  ["plan-opinions", ({ issued }) => `/plans/${issued}?tab=opinions`],
  ["plan-compare", ({ plan, issued }) => `/plans/compare?old=${issued}&new=${plan}`, "ins"],
  ["tasks", () => "/tasks"],
  ["task", ({ task }) => `/tasks/${task}`],
  ["sheets", () => "/sheets"],
  ["dispatch", () => "/dispatch"],
  ["meeting", ({ meeting }) => `/meetings/${meeting}`],
  ["week", () => "/dispatch?view=week"],
  ["supervisions", () => "/dispatch?view=supervisions"],
  ["supervision", ({ supervision }) => `/supervisions/${supervision}`],
  ["coordinations", () => "/dispatch?view=coordinations"],
  ["board", () => "/dispatch/board"],
  ["light-rules", () => "/light-rules"],
  ["figures", () => "/figures"],
  ["charts", () => "/figures?view=charts", ".charts canvas"],
  ["figure", () => "/figures/landing_rate"],
  ["departments", () => "/departments"],
  ["import-start", () => "/import"],
  ["settings", () => "/settings"],
];

/** The sample, and the records whose pages are shown. */
async function prepare(laptop) {
  const file = await sampleWorkbook(laptop);
  const first = async (request, query) => {
    const answer = JSON.parse(await laptop.cli("--workbook", file, "call", request, JSON.stringify(query)));
    return answer.rows[0].id;
  };
  const ask = async (request, query) => JSON.parse(await laptop.cli("--workbook", file, "call", request, JSON.stringify(query)));
  const planned = await first("project_list", { text: "示例项目20", limit: 1 });
  const plan = await ask("plan_of", { project: planned });
  const { versions } = await ask("plan_get", { id: plan });
  const { items } = await ask("meeting_propose", {});
  laptop.records = {
    meeting: await ask("meeting_create", { tasks: items.map((item) => item.task.id) }),
    task: items[0].task.id,
    supervision: await first("supervision_list", { limit: 1 }),
    plan,
    issued: versions.find((one) => one.version === 1).id,
    enterprise: await first("enterprise_list", { text: "示例海洋", limit: 1 }),
    demand: await first("demand_list", { limit: 1, text: "示例" }),
    session: await first("session_list", { status: "preparing", limit: 1 }),
    project: await first("project_list", { text: "示例项目20", limit: 1 }),
  };
  return file;
}

/** Until two pictures in a row are the same, after the page has painted what it has. */
async function stillPicture(person, file) {
  let before = "";
  await person.session.script("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
  await until(`${file} stands still`, async () => {
    await person.screen.picture(file);
    const now = readFileSync(file).toString("base64");
    const same = now === before;
    before = now;
    return same;
  });
  // Few colours, small files: these are committed.
  await run("convert", [file, "+dither", "-colors", "96", `PNG8:${file}`]);
}

for (const [size, suffix] of [["normal", ""], ["larger", "-larger"]]) {
  job(`pictures at ${size}`, { prepare }, async (person, laptop) => {
    await person.sees("今日要办");
    await person.session.script(`localStorage.setItem("text_size", "${size}"); document.documentElement.dataset.textSize = "${size}"; location.reload()`);
    await person.sees("今日要办");
    for (const [name, address, drawn = "h1"] of PAGES) {
      await person.session.script(`location.hash = "#${address(laptop.records)}"`);
      await until(`${name} is drawn`, () => person.session.script(`return !!document.querySelector("main ${drawn}")`));
      await stillPicture(person, join(folder, `${name}${suffix}.png`));
    }
  });
}
