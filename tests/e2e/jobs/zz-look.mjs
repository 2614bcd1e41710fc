import { job } from "../steps.mjs";
import { sampleWorkbook } from "../workbooks.mjs";
import { execFileSync } from "node:child_process";
const wait = (ms) => new Promise((r) => setTimeout(r, ms));
job("look", { atMost: 99, prepare: sampleWorkbook }, async (person) => {
  await person.sees("总览");
  await wait(1500);
  await person.picture("l-overview");
  await person.clicks("统计通报");
  await wait(1500);
  await person.picture("l-figures");
  await person.session.script(`(document.querySelector("main")??document.scrollingElement).scrollTo(0, 700)`);
  await wait(500);
  await person.picture("l-figures2");
});
