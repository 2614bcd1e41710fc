// Chinese through a real composition, in a field and in a selected cell of the grid; 撤销 after a restart.

import assert from "node:assert/strict";

import { until } from "../processes.mjs";
import { job } from "../steps.mjs";
import { sampleWorkbook } from "../workbooks.mjs";

job("中文输入与隔夜撤销", { atMost: 12, prepare: sampleWorkbook }, async (person, laptop) => {
  const workbook = laptop.path("示例.changwu");
  await person.clicks("企业");
  await person.clicks("中特科技");
  await person.types("地址", "城阳区示例路８号");
  await person.sees("撤销“修改地址：中特科技”");
  await person.picture("enterprise");

  await person.clicks("任务台账");
  await person.sees("共 60 项");
  await person.clicks("校企联合攻关");
  await person.fillsCell("校企联合攻关提速");
  await person.sees("校企联合攻关提速");
  await person.sees("撤销“修改重点任务：校企联合攻关”");
  await person.picture("tasks");

  await person.restarts(workbook);
  await person.sees("撤销“修改重点任务：校企联合攻关”");
  await person.presses("ctrl+z");
  await person.sees("撤销“修改地址：中特科技”");
  await person.presses("ctrl+z");
  await person.sees("没有可撤销的操作");
  await person.window.close();
  const saved = await until("the workbook can be read", () => laptop.cli("--json", "--workbook", workbook, "search", "提速"));
  assert.deepEqual(JSON.parse(saved), []);
});
