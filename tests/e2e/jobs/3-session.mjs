// 办一场创意会: five projects on the agenda, eleven needs and eight replies typed while they are said, and the replies
// become tasks with owners and deadlines.

import assert from "node:assert/strict";

import { until } from "../processes.mjs";
import { job } from "../steps.mjs";
import { sampleWorkbook } from "../workbooks.mjs";

const PROJECTS = ["示例项目05", "示例项目06", "示例项目07", "示例项目08", "示例项目09"];
/** For each project what its enterprise asks for, and what was answered. */
const SAID = [
  [["二期用地60亩", "融资扩能3000万元", "引进高端人才12名"], ["资规局：3月底前纳入土地供应计划", "财通集团 15个工作日内对接融资方案", "人社局组织专场招聘，下周五前"]],
  [["供电增容5000千瓦", "标准厂房2万平方米"], ["国网青岛供电公司：3个工作日内给出供电方案", "胶州市人民政府：年底前交付标准厂房"]],
  [["上市辅导融资", "开放港口应用场景"], ["金融局 10个工作日内组织银企对接"]],
  [["环评批复", "研发人才公寓30套"], ["生态环境局 4月底前批复"]],
  [["产学研对接", "首台套政策兑现"], ["由市科技局牵头，4月15日前对接高校院所"]],
];

job("办一场创意会", { atMost: 60, prepare: sampleWorkbook }, async (person, laptop) => {
  await person.sees("责任单位");
  await person.clicks("创意会");
  await person.sees("历次创意会");
  await person.presses("ctrl+n");
  await person.types("主题", "示例产业集群创意会");
  await person.types("举办时间", "2月25日", { leave: "Return" });
  await person.sees("场次顺序");

  await person.clicks("议程");
  await person.clicks("加入项目");
  await person.types("按项目或企业筛选", "示例项目0");
  for (const project of PROJECTS) await person.clicks(project);
  await person.clicks("加入 5 个项目");
  await person.sees("5 个项目，共 0 分钟");
  await person.types("开始时刻", "９点半");
  await person.sees("09:30");
  // The last one is to come first.
  const order = () => person.session.script(`return [...document.querySelectorAll("[data-row] a")].map((one) => one.textContent).filter((text) => text.startsWith("示例项目"))`);
  const handles = await person.session.script(`return [...document.querySelectorAll("[data-handle]")]`);
  const above = await person.session.script(`return document.querySelector("[data-handle]").getBoundingClientRect().top - [...document.querySelectorAll("[data-handle]")].at(-1).getBoundingClientRect().top - 20`);
  await person.drags(handles.at(-1), { down: Math.round(above) });
  await until("the order is the new one", async () => (await order())[0] === "示例项目09");
  await person.presses("ctrl+z");
  await until("the order is the old one", async () => (await order())[0] === "示例项目05");

  await person.clicks("当天");
  for (const [at, [needs, replies]] of SAID.entries()) {
    if (at > 0) await person.presses("ctrl+Down");
    await person.sees("未记");
    for (const need of needs) await says(person, "企业提出的需求", need);
    for (const reply of replies) await says(person, "现场答复", reply);
    if (at === 0) await person.types("专家点评", "创意好，论证实，先落实用地。");
    if (at === 0) await person.picture("session-day");
  }
  await person.clicks("标为已举办");
  await person.presses("Return");
  await person.sees("已改为“已举办”");

  await person.clicks("会后");
  await person.sees("将生成 8 项任务");
  await person.types("责任人 纳入土地供应计划", "示例张");
  await person.picture("session-after");
  await person.clicks("生成 8 项任务");
  await person.sees("答复都已转为任务");

  const ask = async (name, request) => JSON.parse(await laptop.cli("--json", "--workbook", laptop.path("示例.changwu"), "call", name, JSON.stringify(request)));
  await person.window.close();
  const { rows: [session] } = await until("the workbook can be read", () => ask("session_list", { text: "示例产业集群" }));
  assert.deepEqual([session.status, session.projects, session.demands, session.replies, session.converted], ["held", 5, 11, 8, 8]);
  const agenda = await ask("session_agenda", { id: session.id });
  assert.ok(agenda[0].expert_comments.includes("论证实"));
  const tasks = [];
  for (const reply of agenda.flatMap((row) => row.replies)) tasks.push((await ask("task_get", { id: reply.task.id })).row);
  for (const task of tasks) assert.ok(task.lead && task.due?.day, task.title);
  assert.equal(tasks[0].lead.name, "市自然资源和规划局");
  assert.equal(tasks[0].due.day, "2021-03-31");
});

/** Types a line as it is said; it stands in the list and the field is empty again. */
async function says(person, field, line) {
  await person.types(field, line, { leave: "Return" });
  await until(`“${line}” is recorded`, () => person.session.script(`return document.querySelector("[aria-label='" + arguments[0] + "']")?.value === ""`, field));
}
