// First start: who sits here, typed through a real composition; a workbook of one's own; the same again after a
// restart.

import assert from "node:assert/strict";

import { job } from "../steps.mjs";

job("first start, a new workbook, and the next morning", { atMost: 5 }, async (person, laptop) => {
  await person.types("姓名", "王志远");
  await person.types("电脑名", "专班-笔记本3");
  await person.picture("first-start");
  await person.clicks("继续");
  await person.sees("打开工作簿");
  await person.picture("start");

  const file = laptop.path("专班工作簿.changwu");
  await person.clicks("新建空白工作簿");
  await person.choosesFile("新工作簿存到哪里", file);
  await person.sees("总览");
  await person.picture("new-workbook");

  await person.restarts(file);
  await person.sees("专班工作簿.changwu");
  assert.match(await person.windowTitle(), /专班工作簿/);
});
