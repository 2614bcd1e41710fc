// 时间表 in the real window: a bar is dragged, says what it would delay, goes with what waits for it once a reason is
// given, and comes back by one undo; moved by keyboard; linked by drawing.

import assert from "node:assert/strict";

import { until } from "../processes.mjs";
import { job } from "../steps.mjs";
import { sampleWorkbook } from "../workbooks.mjs";

/** Runs in the page: a part of the bar of the first task called so. */
const PART = `return [...document.querySelectorAll(".gantt .bars title")].find((one) => one.textContent.startsWith(arguments[0] + "\\n"))?.parentNode.querySelector(arguments[1]) ?? null`;

job("移动与顺延", { prepare: sampleWorkbook }, async (person, laptop) => {
  const part = (title, css) => until(`${title} is drawn`, () => person.session.script(PART, title, css));
  const left = async (title) => Math.round(await person.session.script(`return arguments[0].getBoundingClientRect().left`, await part(title, ".bar")));
  const arrows = () => person.session.script(`return document.querySelectorAll(".gantt .arrow").length`);
  await person.sees("责任单位");
  await person.clicks("示例项目20");
  await person.clicks("任务与时间表");
  const [first, second] = [await left("用地预审与规划选址"), await left("土地招拍挂")];

  await person.drags(await part("用地预审与规划选址", ".bar"), { right: 60, down: 2 });
  await person.sees("后续 1 项一并顺延");
  await person.clicks("后续 1 项一并顺延（工作日数不变）");
  await person.types("延期理由", "等土地指标");
  await person.picture("timetable-move");
  await person.clicks("移动 2 项");
  await person.sees("已移动“用地预审与规划选址”");
  await until("both bars stand further on", async () => (await left("用地预审与规划选址")) > first + 40 && (await left("土地招拍挂")) > second);
  await person.presses("ctrl+z");
  await until("one undo brings both back", async () => (await left("用地预审与规划选址")) === first && (await left("土地招拍挂")) === second);

  // By keyboard: an earlier end asks nothing.
  const before = await arrows();
  await person.session.script(`document.querySelector(".gantt .box").focus()`);
  await person.presses("Down", "shift+Left", "Return");
  await person.sees("已移动“环评批复”");
  await person.presses("ctrl+z");

  // From the end of one bar to another.
  const [knob, to] = [await part("环评批复", ".knob"), await part("施工图审查", ".bar")];
  const move = (origin, x, y, duration) => ({ type: "pointerMove", origin, x, y, duration });
  await person.session.actions([{
    type: "pointer", id: "mouse", parameters: { pointerType: "mouse" },
    actions: [move(knob, 0, 0, 0), { type: "pointerDown", button: 0 }, move("pointer", 15, 10, 50), move(to, 0, 0, 50), { type: "pointerUp", button: 0 }],
  }]);
  await person.sees("“施工图审查”要等“环评批复”完成");
  await until("an arrow more", async () => (await arrows()) === before + 1);
  await person.picture("timetable-linked");

  await person.window.close();
  const ask = async (name, request) => JSON.parse(await laptop.cli("--json", "--workbook", laptop.path("示例.changwu"), "call", name, JSON.stringify(request)));
  const { rows: [task] } = await until("the workbook can be read", () => ask("task_list", { filter: { text: "施工图审查", open: true }, limit: 1 }));
  assert.deepEqual((await ask("task_links", { id: task.id })).before.map((one) => one.title), ["环评批复"]);
});
