// 出一份实施方案: from a project with data to a Word file of the right layout, issued as version 1, through the system's
// save dialog. What stands in the file is what the version keeps: it opens again the same.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

import { until } from "../processes.mjs";
import { job } from "../steps.mjs";
import { sampleWorkbook } from "../workbooks.mjs";

const text = (file) => execFileSync("unzip", ["-p", file, "word/document.xml"], { encoding: "utf8" }).replaceAll(/<[^>]+>/g, "");

job("出一份一项目一策并印发", { atMost: 6, prepare: sampleWorkbook }, async (person, laptop) => {
  await person.sees("用地预审与规划选址");
  await person.sees("责任单位");
  await person.picture("overview");
  await person.clicks("示例项目07");
  await person.sees("参与企业");
  await person.picture("project");
  await person.clicks("实施方案");
  await person.clicks("起草实施方案");
  await until("the paper is drawn", () => person.session.script(`return document.querySelector(".pages img")?.complete`));
  await person.picture("plan");

  // What is missing must have been seen; a project in order has nothing to confirm.
  await person.clicks("印发…");
  await person.picture("plan-issue");
  const file = laptop.path("plan07.docx");
  await person.clicks("印发并导出 Word");
  await person.choosesFile("实施方案存到哪里", file);
  await person.sees("已导出到");
  await person.sees("已印发");
  await until("the frozen paper is drawn", () => person.session.script(`return document.querySelector(".pages img")?.complete`));
  await person.picture("plan-issued");
  const paper = text(file);
  for (const words of ["示例项目07”创意项目落地的实施方案", "三、", "责任（配合）单位", "附件1", "牵头"]) assert.ok(paper.includes(words), words);

  // Version 1 is frozen: the workbook gives the same file again.
  const again = laptop.path("再导出.docx");
  const query = JSON.stringify({ text: "示例项目07", limit: 1 });
  await person.window.close();
  const workbook = laptop.path("示例.changwu");
  const call = async (name, request) => JSON.parse(await laptop.cli("--workbook", workbook, "call", name, request));
  const project = (await call("project_list", query)).rows[0].id;
  const plan = await call("plan_of", JSON.stringify({ project }));
  const page = await call("plan_get", JSON.stringify({ id: plan }));
  assert.equal(`${page.version} ${page.status}`, "1 issued");
  await call("plan_export", JSON.stringify({ id: plan, path: again }));
  assert.ok(readFileSync(file).equals(readFileSync(again)), "byte for byte");
});
