// The ledger as a grid: a block over two columns that is refused and put right, one due for several tasks that asks
// why, 催办语, groups that fold.

import assert from "node:assert/strict";

import { until } from "../processes.mjs";
import { job } from "../steps.mjs";
import { sampleWorkbook } from "../workbooks.mjs";

/** The cell of a task's row in the column so called. */
const CELL = `
  const [title, column] = arguments;
  const of = (role) => [...document.querySelectorAll("[role=" + role + "]")];
  const at = of("columnheader").find((one) => one.textContent.trim().startsWith(column))?.getAttribute("aria-colindex");
  const row = of("row").find((one) => [...one.querySelectorAll("[role=gridcell]")].some((cell) => cell.textContent.trim() === title));
  return row?.querySelector("[role=gridcell][aria-colindex='" + at + "']") ?? null;
`;

/** Cells on the clipboard as another program puts them there: the next copy in this window carries them. */
async function holds(person, text) {
  await person.session.script(
    `const [text] = arguments;
     const give = (event) => { event.clipboardData.setData("text/plain", text); event.preventDefault(); event.stopImmediatePropagation(); };
     document.addEventListener("copy", give, { once: true, capture: true });`,
    text,
  );
  await person.presses("ctrl+c");
}

job("台账里成片修改", { atMost: 20, prepare: sampleWorkbook }, async (person, laptop) => {
  const workbook = laptop.path("示例.changwu");
  const cell = (title, column) => until(`the cell ${title} · ${column}`, () => person.session.script(CELL, title, column));
  const text = (title, column) => person.session.script(`${CELL.replace("return row", "const found = row")}; return found?.textContent.trim()`, title, column);
  const reads = (title, column, wanted) => until(`${title} · ${column} is ${wanted}`, async () => (await text(title, column)) === wanted);
  await person.clicks("任务台账");
  await person.sees("共 60 项");
  await person.types("按任务、项目、企业、单位筛选", "示例项目20");
  await person.sees("符合条件 7 项");

  // Two rows of two columns, the last cell wrong: refused whole, kept as pasted, saved whole once it is put right.
  await person.clicks(await cell("用地预审与规划选址", "责任人"));
  await holds(person, "示例子\t2021-02-18\r\n示例丑\t2021-02-30");
  await person.presses("ctrl+v");
  await person.sees("整块都没有写入");
  await reads("土地招拍挂", "完成时限", "2021-02-30");
  await person.picture("grid-refused");
  await person.clicks(await cell("土地招拍挂", "完成时限"));
  await person.fillsCell("2021-06-20");
  await person.sees("撤销“修改任务：用地预审与规划选址等2项”");
  await reads("用地预审与规划选址", "责任人", "示例子");
  await reads("土地招拍挂", "完成时限", "2021-06-20");

  // A later due for two at once: why is asked before anything is written.
  for (const title of ["供电增容", "环评批复"]) {
    await person.clicks(await person.session.script(`${CELL.replace("return row", "const found = row")}; return found.parentElement.querySelector("input[type=checkbox]")`, title, "序号"));
  }
  await person.sees("已选 2 项");
  await person.clicks("改时限…");
  await person.types("完成时限", "2021-05-20", { leave: "Return" });
  await person.sees("延期要写明理由");
  await person.types("理由", "等土地指标", { leave: "Return" });
  await person.sees("已修改 2 项任务的完成时限");
  await person.clicks("复制催办语");
  await person.sees("已复制催办语：2 项");
  await person.clicks("全部折叠");
  await person.missesNow("施工图审查");
  await person.picture("grid-folded");
  await person.window.close();
  const found = JSON.parse(await until("the workbook can be read", () =>
    laptop.cli("--json", "--workbook", workbook, "call", "task_list", JSON.stringify({ filter: { text: "供电增容", open: true } }))));
  const changed = found.rows.find((row) => row.project.name === "示例项目20");
  assert.equal(changed.due.text, "2021-05-20");
  assert.equal(changed.extended_times, 1);
});
