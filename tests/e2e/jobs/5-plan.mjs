// 出一份实施方案: from a project with data to a Word file of the right layout, through the system's save dialog.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";

import { until } from "../processes.mjs";
import { job } from "../steps.mjs";
import { sampleWorkbook } from "../workbooks.mjs";

const text = (file) => execFileSync("unzip", ["-p", file, "word/document.xml"], { encoding: "utf8" }).replaceAll(/<[^>]+>/g, "");

job("出一份一项目一策", { atMost: 6, prepare: sampleWorkbook }, async (person, laptop) => {
  await person.sees("用地预审与规划选址");
  await person.sees("责任单位");
  await person.picture("overview");
  await person.clicks("示例项目21");
  await person.sees("参与企业");
  await person.picture("project");
  await person.clicks("实施方案");
  await person.clicks("起草实施方案");
  await until("the paper is drawn", () => person.session.script(`return document.querySelector(".pages img")?.complete`));
  await person.picture("plan");

  const file = laptop.path("示例项目21实施方案.docx");
  await person.clicks("导出 Word");
  await person.choosesFile("实施方案存到哪里", file);
  await person.sees("已导出到");
  const paper = text(file);
  for (const words of ["示例项目21”创意项目落地的实施方案", "三、", "责任（配合）单位", "附件1", "牵头"]) assert.ok(paper.includes(words), words);
});
