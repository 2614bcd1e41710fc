// 周一调度: twelve items in order of urgency, four decisions that become tasks, two 督办单; 纪要 and 督办单 are Word files.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";

import { until } from "../processes.mjs";
import { job } from "../steps.mjs";
import { sampleWorkbook } from "../workbooks.mjs";

const text = (file) => execFileSync("unzip", ["-p", file, "word/document.xml"], { encoding: "utf8" }).replaceAll(/<[^>]+>/g, "");

/** What is decided on the first items, typed as it is spoken. */
const DECISIONS = [
  "财通集团 15个工作日内完成尽调",
  "资规局 3月5日前 补齐专篇并报批",
  "生态环境局：下周五前受理排污许可",
  "国网青岛供电公司 复核增容方案，3月10日前",
];

job("周一调度", { atMost: 30, prepare: sampleWorkbook }, async (person, laptop) => {
  await person.clicks("调度");
  await person.sees("2021年第7次");
  await person.picture("dispatch");
  await person.presses("ctrl+n");
  await person.sees("按紧急程度排好的 12 项");
  await person.picture("meeting-new");
  await person.presses("Return");
  await person.sees("议 12 项，已议 0 项");
  await person.sees("逾期 15 天");

  const decided = (count) => person.sees(`议 12 项，已议 ${count} 项`);
  for (let at = 0; at < 12; at += 1) {
    if (DECISIONS[at]) {
      await person.types("今天的决定", DECISIONS[at], { leave: null });
      await person.sees("→ 任务");
    }
    if (at === 0) await person.picture("meeting-decide");
    if (at < 2) {
      await person.clicks("出督办单（红）");
      await person.sees("办理要求");
      if (at === 0) await person.picture("meeting-supervise");
      await person.presses("Return");
      await until("the paper is issued", () => person.session.script(`return !document.querySelector("[role=dialog]")`));
      await person.sees(`${at + 1} 张督办单`);
    }
    await person.presses("ctrl+Return");
    await decided(at + 1);
  }
  await person.sees("4 项决定、2 张督办单");

  const minutes = laptop.path("minutes.docx");
  await person.clicks("散会并出纪要");
  await person.sees("12 项都已过完");
  await person.picture("meeting-close");
  await person.presses("Return");
  await person.choosesFile("纪要存到哪里", minutes);
  await person.sees("纪要已导出到");
  await person.picture("meeting-closed");
  const folder = laptop.path("papers");
  mkdirSync(folder, { recursive: true });
  await person.clicks("导出督办单（2）");
  await person.choosesFile("督办单存到哪个文件夹（一事一单）", folder);
  await person.sees("2 张督办单已导出到");

  const said = text(minutes);
  for (const words of ["2021年第8次", "形成决定4项，发出督办单2张", "补齐专篇并报批（市自然资源和规划局牵头；2021年3月5日前完成）", "DB-2021-A001"]) assert.ok(said.includes(words), words);
  const papers = readdirSync(folder).sort();
  assert.deepEqual(papers.map((name) => name.slice(0, 12)), ["DB-2021-A001", "DB-2021-A002"]);
  assert.ok(text(`${folder}/${papers[0]}`).includes("通报（红色）"));

  await person.window.close();
  const ask = async (name, request) => JSON.parse(await laptop.cli("--json", "--workbook", laptop.path("示例.changwu"), "call", name, JSON.stringify(request)));
  const { rows: [meeting] } = await until("the workbook can be read", () => ask("meeting_list", {}));
  assert.deepEqual([meeting.number, meeting.status, meeting.decided, meeting.decisions, meeting.tasks, meeting.supervisions], ["2021年第8次", "closed", 12, 4, 4, 2]);
});
