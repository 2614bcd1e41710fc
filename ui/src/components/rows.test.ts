import { describe, expect, it } from 'vitest';
import { pagedRows } from './rows';

/** A list of `total` numbers that can be made slow and be changed. */
function numbers(total: number) {
  const state = { total, add: 0, fetched: [] as number[] };
  const waiting: (() => void)[] = [];
  let held = false;
  const rows = pagedRows<number>(async (offset, limit) => {
    state.fetched.push(offset);
    const answer = {
      total: state.total,
      rows: Array.from({ length: Math.max(0, Math.min(limit, state.total - offset)) }, (_, step) => offset + step + state.add),
    };
    if (held) await new Promise<void>((resolve) => waiting.push(resolve));
    return answer;
  }, 10);
  return {
    state, rows,
    hold: () => (held = true),
    release: () => {
      held = false;
      waiting.splice(0).forEach((resolve) => resolve());
    },
  };
}

describe('rows fetched by page', () => {
  it('fetches only the pages that come into view, and each once', async () => {
    const { rows, state } = numbers(1000);
    await rows.ensure(0, 5);
    await rows.ensure(95, 105);
    await rows.ensure(97, 103);
    expect(state.fetched).toEqual([0, 90, 100]);
    expect([rows.total.value, rows.at(99), rows.at(50)]).toEqual([1000, 99, undefined]);
  });

  it('keeps the old rows while a refresh is under way, and forgets pages out of view', async () => {
    const { rows, state, hold, release } = numbers(100);
    await rows.ensure(0, 5);
    await rows.ensure(50, 55);
    state.add = 1000;
    hold();
    const refreshed = rows.refresh();
    expect(rows.at(50)).toBe(50);
    release();
    await refreshed;
    expect([rows.at(50), rows.at(0)]).toEqual([1050, undefined]);
  });

  it('drops an answer that was overtaken', async () => {
    const { rows, state, hold, release } = numbers(100);
    hold();
    const late = rows.ensure(0, 5);
    state.add = 1000;
    const fresh = rows.refresh();
    release();
    await Promise.all([late, fresh]);
    expect(rows.at(0)).toBe(1000);
  });
});
