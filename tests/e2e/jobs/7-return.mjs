// 部门回填: the 责任分工表 goes out to the units, one comes back filled in; the preview says what changed and what it does
// not know, it is taken in, and taken back again.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { job } from "../steps.mjs";
import { sampleWorkbook } from "../workbooks.mjs";

const filler = fileURLToPath(new URL("../fill_sheet.py", import.meta.url));

job("部门回填", { atMost: 8, prepare: sampleWorkbook }, async (person, laptop) => {
  const sent = laptop.path("sent.xlsx");
  const filled = laptop.path("filled.xlsx");
  await person.sees("用地预审与规划选址");
  await person.clicks("任务台账");
  await person.sees("下发责任分工表");
  await person.picture("ledger-with-export");
  await person.clicks("下发责任分工表");
  await person.sees("按牵头单位各一张表");
  await person.picture("send-sheets");
  await person.clicks("生成并登记");
  await person.choosesFile("责任分工表存到哪里", sent);
  await person.sees("已登记报送");

  // The unit fills in two cells and adds a row.
  const said = JSON.parse(execFileSync("python3", [filler, sent, filled], { encoding: "utf8" }));

  await person.clicks("导入回填");
  await person.choosesFile("选择回填的表", filled);
  await person.sees("认不出的行");
  await person.sees(said.done);
  await person.sees("写入 2 格");
  await person.picture("return-preview");
  await person.clicks("确认导入（可整体撤销）");
  await person.sees("已导入“filled.xlsx”");
  await person.picture("return-done");

  const workbook = laptop.path("示例.changwu");
  await person.presses("ctrl+z");
  await person.sees("已撤销“导入回填：filled.xlsx”");
  await person.window.close();
  const listed = JSON.parse(await laptop.cli("--workbook", workbook, "call", "sheet_list", JSON.stringify({ text: "责任分工表", limit: 100 })));
  const rows = listed.rows.filter((row) => !row.sample);
  assert.ok(rows.length > 1 && rows.every((row) => row.returned_on === null), "sent to all, and the return taken back again");
});
