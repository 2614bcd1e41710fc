// The ledger as a grid: a block pasted over several columns that is refused and put right, one due for several tasks
// that asks why, groups that fold, 催办语 on the clipboard.

import assert from "node:assert/strict";

import { until } from "../processes.mjs";
import { job } from "../steps.mjs";
import { sampleWorkbook } from "../workbooks.mjs";

/** The cell of a task's row in the column so called. */
const CELL = `
  const [title, column] = arguments;
  const heads = [...document.querySelectorAll("[role=columnheader]")];
  const at = heads.find((one) => one.textContent.trim().startsWith(column))?.getAttribute("aria-colindex");
  const row = [...document.querySelectorAll("[role=row]")].find((one) => [...one.querySelectorAll("[role=gridcell]")].some((cell) => cell.textContent.trim() === title));
  return row?.querySelector("[role=gridcell][aria-colindex='" + at + "']") ?? null;
`;

/** Puts cells on the clipboard the way another program would: the next copy in this window carries them. */
async function copies(person, text) {
  await person.session.script(
    `document.addEventListener("copy", (event) => { event.clipboardData.setData("text/plain", arguments[0]); event.preventDefault(); event.stopImmediatePropagation(); }, { once: true, capture: true })`
      .replace("arguments[0]", JSON.stringify(text)),
  );
  await person.presses("ctrl+c");
}

job("台账里成片修改", { atMost: 24, prepare: sampleWorkbook }, async (person, laptop) => {
  const workbook = laptop.path("示例.changwu");
  const cell = (title, column) => until(`the cell ${title} · ${column}`, () => person.session.script(CELL, title, column));
  const cli = async (name, query) => JSON.parse(await laptop.cli("--workbook", workbook, "call", name, JSON.stringify(query)));
  await person.clicks("任务台账");
  await person.sees("共 60 项");
  await person.types("按任务、项目、企业、单位筛选", "示例项目20");
  await person.sees("符合条件 7 项");
  await person.clicks("牵头单位", { exact: true });
  await person.picture("grid");

  // Two rows of two columns, the last cell wrong: refused whole by row and column, kept, put right, saved whole.
  await person.clicks(await cell("施工图审查", "责任人"));
  await copies(person, "示例甲\t2021-04-20\r\n示例乙\t2021-02-30");
  await person.presses("ctrl+v");
  await person.sees("整块都没有写入");
  await person.picture("grid-refused");
});
