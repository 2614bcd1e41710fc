// 接手台账: an office's ledger of 300 rows, chosen in the system's dialog, its doubts settled, imported; taken back
// whole the next morning.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

import { job } from "../steps.mjs";

const ledger = fileURLToPath(new URL("../../ledgers/ledger-office-300.xlsx", import.meta.url));

/** What the page says of each doubt: where, what, and which answer is lit. */
const doubts = (person) =>
  person.session.script(`return [...document.querySelectorAll(".question")].map((one) =>
    [one.querySelector(".place"), one.querySelector("b"), one.querySelector(".chip.on")].map((part) => part.textContent.trim()))`);

job("接手台账", {
  atMost: 12,
  prepare: (laptop) => laptop.cli("call", "identity_set", JSON.stringify({ author: "王志远", laptop: "专班-笔记本3" })).then(() => undefined),
}, async (person, laptop) => {
  const workbook = laptop.path("专班工作簿.changwu");
  await person.clicks("从 Excel 台账开始");
  await person.choosesFile("新工作簿存到哪里", workbook);
  await person.clicks("选择台账文件");
  await person.choosesFile("选择台账文件", ledger);

  // Nothing is in the workbook yet; every odd cell is shown with its row and column, an answer already lit.
  await person.sees("认出 300 项任务");
  assert.deepEqual(await doubts(person), [
    ["63 行 K列", "年内", "2021年"],
    ["5 行 E列", "800万美元", "原文照存"],
    ["14 行 L列", "约七成", "70%"],
  ]);
  await person.picture("ledger-check");
  await person.clicks("5 行 E列");
  await person.sees("第23行 E列");
  await person.clicks("第23行 E列");
  await person.find('[data-row="23"]');
  await person.picture("ledger-doubt");
  await person.clicks("原文照存");
  await person.clicks("都按选好的办");
  await person.missesNow("有疑问");

  await person.clicks("导入（可整体撤销）");
  await person.sees("已导入“ledger-office-300.xlsx”");
  await person.picture("ledger-imported");
  await person.clicks("看任务台账");
  await person.sees("共 300 项");
  await person.picture("ledger-tasks");

  await person.restarts(workbook);
  await person.sees("撤销“导入台账：ledger-office-300.xlsx”");
  await person.presses("ctrl+z");
  await person.sees("已撤销“导入台账：ledger-office-300.xlsx”");
  await person.window.close();
  const left = JSON.parse(await laptop.cli("--json", "--workbook", workbook, "check")).counts;
  for (const noun of ["任务", "项目", "企业"]) assert.equal(left.find(([name]) => name === noun)[1], 0, noun);
});
