// The window opens, shows its page, and takes Chinese as it is really typed.

import assert from "node:assert/strict";

import { job } from "../steps.mjs";

job("the window opens", {}, async (person) => {
  await person.sees("场务");
  assert.equal(await person.session.title(), "场务");
  await person.picture("opens");
});
