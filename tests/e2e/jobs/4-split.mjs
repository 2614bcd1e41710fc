// 拆解需求: one need into three tasks with lead and assisting units, persons and working days; they stand in the
// timetable, each waiting for the one before, and in the ledger.

import assert from "node:assert/strict";

import { until } from "../processes.mjs";
import { job } from "../steps.mjs";
import { sampleWorkbook } from "../workbooks.mjs";

/** Of each step what the usual chain does not know: who assists, who does it, how long it takes here. */
const STEPS = [
  { title: "项目选址", assisting: "发改委", persons: "示例选址员", days: "8" },
  { title: "用地预审", assisting: "生态环境局", persons: "示例预审员", days: "12" },
  { title: "土地招拍挂", assisting: "财政局", persons: "示例招标员", days: "30" },
];

job("拆解需求", { atMost: 24, prepare: sampleWorkbook }, async (person, laptop) => {
  await person.sees("责任单位");
  await person.clicks("示例项目20");
  await person.clicks("需求与措施");
  await person.sees("产业园项目用地");
  await person.clicks("拆解为任务");
  await person.sees("拆解“产业园项目用地”");
  const fields = (label) => person.session.script(`return [...document.querySelectorAll("[aria-modal=true] [aria-label='" + arguments[0] + "']")]`, label);
  await until("the usual steps are offered", async () => (await fields("步骤")).length === 4);
  await person.clicks((await fields("去掉这一步")).at(-1));
  await person.types((await fields("牵头单位"))[0], "城阳区");
  for (const [at, step] of STEPS.entries()) {
    await person.types((await fields("配合单位"))[at], step.assisting);
    await person.types((await fields("责任人"))[at], step.persons);
    await person.types((await fields("工作日"))[at], step.days);
  }
  await person.picture("split-demand");
  await person.clicks("生成 3 项任务");
  await person.sees("已生成 3 项任务");

  await person.clicks("任务与时间表");
  const bars = (title) => person.session.script(`return [...document.querySelectorAll(".gantt .bars title")].filter((one) => one.textContent.startsWith(arguments[0] + "\\n")).map((one) => one.parentNode.querySelector(".bar")?.getBoundingClientRect().left ?? 0)`, title);
  for (const step of STEPS) await until(`${step.title} has a bar`, async () => (await bars(step.title)).some((left) => left > 0));
  const arrows = () => person.session.script(`return document.querySelectorAll(".gantt .arrow").length`);
  await until("the steps wait for each other", async () => (await arrows()) >= 2);
  await person.picture("split-timetable");
  await person.clicks("在任务台账里看");
  for (const step of STEPS) await person.sees(step.persons);
  await person.picture("split-ledger");

  await person.window.close();
  const ask = async (name, request) => JSON.parse(await laptop.cli("--json", "--workbook", laptop.path("示例.changwu"), "call", name, JSON.stringify(request)));
  const { rows } = await until("the workbook can be read", () => ask("task_list", { filter: { text: "示例项目20" }, limit: 100, sort: "created" }));
  const made = rows.slice(-3);
  assert.deepEqual(made.map((row) => [row.title, row.persons[0].name]), STEPS.map((step) => [step.title, step.persons]));
  assert.deepEqual(made.map((row) => row.assisting[0].name), ["市发展改革委", "市生态环境局", "市财政局"]);
  assert.ok(made[0].lead.name.includes("城阳"), made[0].lead.name);
  assert.equal(made[1].lead.name, "市自然资源和规划局");
  // Eight working days from 2021-02-25, the first on the day after.
  assert.deepEqual(made.map((row) => row.due.day), ["2021-03-09", "2021-03-25", "2021-05-10"]);
});
