// 评审一轮: three experts, three criteria each, 修改后再审; the project goes to 修改完善, what was said is readable, the
// notice is a Word file.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";

import { job } from "../steps.mjs";
import { sampleWorkbook } from "../workbooks.mjs";

const text = (file) => execFileSync("unzip", ["-p", file, "word/document.xml"], { encoding: "utf8" }).replaceAll(/<[^>]+>/g, "");

const SAID = {
  示例专家甲: ["86 有新意", "70 市场数据偏少", "68 用地没有着落", "修改后再审：补充市场数据"],
  示例专家乙: ["82 与产业链衔接好", "缺少竞品比较", "75", "修改后再审"],
  示例专家丙: ["80", "65 测算口径不清", "66 进度过紧", "通过"],
};
const CRITERIA = ["创意好", "论证实", "可落地", "总体意见"];

job("评审一轮", { atMost: 25, prepare: sampleWorkbook }, async (person, laptop) => {
  await person.clicks("评审");
  await person.sees("待评审");
  await person.picture("reviews");
  await person.clicks("示例项目24");
  await person.clicks("开始第1轮评审");
  await person.types("专家（写明单位更好）", Object.keys(SAID).join("、"), { leave: null });
  await person.picture("review-start");
  await person.clicks("开始");
  await person.sees("尚未结论");
  for (const [expert, lines] of Object.entries(SAID)) {
    for (const [at, line] of lines.entries()) await person.types(`${expert} ${CRITERIA[at]}`, line);
  }
  await person.sees("82.7");
  await person.picture("review-opinions");

  await person.clicks("作出结论");
  await person.clicks("修改后再审");
  await person.sees("项目将转到“修改完善”");
  await person.types("修改要求", "一是补充近三年市场数据；二是说明用地来源。", { leave: null });
  await person.picture("review-conclude");
  await person.clicks("确定");
  await person.sees("第1轮结论：修改后再审");
  await person.sees("修改情况（企业是怎样改的）");

  const file = laptop.path("修改完善通知.docx");
  await person.clicks("导出修改通知");
  await person.choosesFile("评审文书存到哪里", file);
  await person.sees("已导出到");
  await person.picture("review-concluded");
  const notice = text(file);
  for (const words of ["示例项目24", "修改后再审", "一是补充近三年市场数据", "86分：有新意", "缺少竞品比较", "专家3"]) assert.ok(notice.includes(words), words);
  assert.ok(!notice.includes("示例专家甲"), "experts are not named to the enterprise");

  await person.window.close();
  const workbook = laptop.path("示例.changwu");
  const ask = async (name, request) => JSON.parse(await laptop.cli("--json", "--workbook", workbook, "call", name, JSON.stringify(request)));
  const [row] = (await ask("review_queue", { text: "示例项目24" })).rows;
  assert.deepEqual([row.stage, row.state, row.said], ["revision", "revising", 3]);
});
