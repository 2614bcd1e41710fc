// Child processes that never outlive the test, and waiting on conditions.

import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const running = new Set();

/** Starts a program in a process group of its own, so that `stop` ends its children too. */
export function start(program, args, { env = {}, stdio = "ignore" } = {}) {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio, detached: true });
  child.failed = new Promise((_, reject) => child.once("error", reject));
  child.failed.catch(() => {});
  running.add(child);
  return child;
}

/** Ends a process and all it started; resolves when it is gone. */
export async function stop(child) {
  running.delete(child);
  // Also when the leader has ended by itself: those it started keep the group's number.
  kill(child);
  if (child.exitCode === null && child.signalCode === null && child.pid) {
    await new Promise((gone) => child.once("exit", gone));
  }
  // A window that is still ending holds its workbook, and the next one would be refused.
  if (child.pid) await until("all it started are gone", () => !lives(child.pid));
}

/** Does any thread of a process group still run? One that waits to be reaped has let go of its files. */
function lives(group) {
  const state = (folder) => {
    try {
      const stat = readFileSync(`${folder}/stat`, "utf8");
      const [now, , of] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return { runs: !"ZX".includes(now), of: Number(of) };
    } catch {
      return { runs: false };
    }
  };
  const threads = (pid) => {
    try {
      return readdirSync(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}`);
    } catch {
      return [];
    }
  };
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && state(`/proc/${name}`).of === group);
  return pids.some((pid) => threads(pid).some((thread) => state(thread).runs));
}

function kill(child) {
  try {
    if (child.pid) process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nobody is left in the group.
  }
}

process.once("exit", () => running.forEach(kill));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));

/** Runs a program to its end; its output, or an error with what it said. */
export function run(program, args, { env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { ...process.env, ...env } });
    let out = "";
    let said = "";
    child.stdout.on("data", (data) => (out += data));
    child.stderr.on("data", (data) => (said += data));
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve(out) : reject(new Error(`${program} ${args.join(" ")} ended with ${code}: ${said}`)),
    );
  });
}

/**
 * Waits until `ready` answers something true and returns it. Failures count as "not yet"; the last one is told
 * when time is up, so that `what` reads like the sentence of a failed test.
 */
export async function until(what, ready, { seconds = 20 } = {}) {
  const end = Date.now() + seconds * 1000;
  let last;
  do {
    try {
      const answer = await ready();
      if (answer) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await pause(30);
  } while (Date.now() < end);
  throw new Error(`waited ${seconds} s in vain: ${what}${last ? ` (${last.message})` : ""}`, { cause: last });
}

/** `count` ports nobody uses, all different. */
export async function freePorts(count) {
  const servers = await Promise.all(
    Array.from({ length: count }, () => new Promise((resolve, reject) => {
      const server = createServer().once("error", reject);
      server.listen(0, "127.0.0.1", () => resolve(server));
    })),
  );
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}
