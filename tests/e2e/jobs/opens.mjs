// First start: who sits here, typed through a real composition; then the three doors.

import { job } from "../steps.mjs";

job("first start asks who sits here", {}, async (person) => {
  await person.types("姓名", "王志远");
  await person.types("电脑名", "专班-笔记本3");
  await person.picture("first-start");
  await person.clicks("继续");
  await person.sees("打开工作簿");
  await person.picture("start");
});
