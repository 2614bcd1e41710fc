import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, ref } from 'vue';
import type { AgendaRow, SaidReply } from '@/api/generated/requests';
import { doneOf, outcome, pendingOf } from './after';
import { itemLight, ticked } from './preparation';
import { linesOf, MOST_LINES, PAUSE_MS, useReading } from './reading';
import { slots } from './times';

describe('times of the agenda', () => {
  it('follow from the start and the minutes of each', () => {
    expect(slots([10, 15], '09:50')).toEqual([{ from: '09:50', to: '10:00' }, { from: '10:00', to: '10:15' }]);
  });
  it('are counted from 0:00 while no start is fixed', () => {
    expect(slots([10, 55], '')).toEqual([{ from: '0:00', to: '0:10' }, { from: '0:10', to: '1:05' }]);
  });
  it('cannot be told behind one without minutes', () => {
    expect(slots([10, null, 5], '14:00')).toEqual([{ from: '14:00', to: '14:10' }, { from: '14:10', to: '' }, { from: '', to: '' }]);
  });
  it('go on past midnight', () => {
    expect(slots([30], '23:45')[0]).toEqual({ from: '23:45', to: '00:15' });
  });
});

describe('what a typed line is read as', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function reading(read: (line: string) => Promise<string>) {
    const text = ref('');
    const around = ref(0);
    const scope = effectScope();
    const { readings, lines } = scope.run(() => useReading(text, read, () => around.value))!;
    return { text, around, scope, lines, told: () => readings.value.map((one) => one.reading) };
  }

  it('is asked once typing pauses, line by line', async () => {
    const read = vi.fn((line: string) => Promise.resolve(`${line}!`));
    const { text, lines, told } = reading(read);
    for (const typed of ['自', '自规', '自规局\n\n 科技局 ']) {
      text.value = typed;
      await nextTick();
      await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
    }
    expect([read.mock.calls.length, lines.value]).toEqual([0, 2]);
    await vi.advanceTimersByTimeAsync(1);
    expect(told()).toEqual(['自规局!', '科技局!']);
    text.value = ' ';
    await nextTick();
    expect(told()).toEqual([]);
  });

  it('drops an answer that comes after the text has changed', async () => {
    const answers: ((answer: string) => void)[] = [];
    const { text, told } = reading(() => new Promise((resolve) => answers.push(resolve)));
    text.value = '旧';
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    text.value = '新';
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    answers[1]?.('new');
    answers[0]?.('old');
    await vi.advanceTimersByTimeAsync(0);
    expect(told()).toEqual(['new']);
  });

  it('is asked again when what is around it changed, and not any more once it is gone', async () => {
    const read = vi.fn((line: string) => Promise.resolve(line));
    const { text, around, scope } = reading(read);
    text.value = '自规局';
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    around.value += 1;
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(read.mock.calls.length).toBe(2);
    around.value += 1;
    await nextTick();
    scope.stop();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(read.mock.calls.length).toBe(2);
  });

  it('shows only the first lines of a long block', async () => {
    const { text, lines, told } = reading((line) => Promise.resolve(line));
    text.value = Array.from({ length: MOST_LINES + 5 }, (_, at) => `第${at}行`).join('\n');
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect([told().length, lines.value]).toEqual([MOST_LINES, MOST_LINES + 5]);
    expect(linesOf('a\r\n\n b')).toEqual(['a', 'b']);
  });
});

describe('the checklist', () => {
  const item = (done_on: string | null, late: boolean, days_left: number | null) => itemLight({ done_on, late, days_left });
  it('says how an item stands', () => {
    expect(item('2021-02-24', false, null)).toEqual({ light: 'done', word: '已完成' });
    expect(item(null, true, -3)).toEqual({ light: 'late', word: '逾期3个工作日' });
    expect(item(null, true, 0)).toEqual({ light: 'late', word: '逾期' });
    expect(item(null, false, 0)).toEqual({ light: 'soon', word: '今天到期' });
    expect([item(null, false, 2)?.light, item(null, false, 3)?.light]).toEqual(['soon', 'ok']);
    expect(item(null, false, null)).toBeNull();
  });
  it('tells which ticks changed', () => {
    const items = [{ id: 'a', done_on: '2021-02-24' }, { id: 'b', done_on: null }, { id: 'c', done_on: null }];
    expect(ticked(items, new Set(['b']))).toEqual([{ id: 'a', done: false }, { id: 'b', done: true }]);
    expect(ticked(items, new Set(['a']))).toEqual([]);
  });
});

describe('what becomes of the replies', () => {
  const reply = (id: string, more: Partial<SaidReply>): SaidReply => ({ id, unit: { id: 'u', name: '市科技局' }, text: id, due: null, due_text: '', due_rule: '', typed: '', demand: null, task: null, ...more });
  const demand = { id: 'd', category: 'land', text: '用地', quantity: '', status: 'registered' } as const;
  const agenda = [{
    demands: [demand],
    replies: [reply('a', { demand: 'd' }), reply('b', { demand: 'd' }), reply('c', {}), reply('d', { unit: null }), reply('e', { task: { id: 't', title: 'e' } })],
  }] as unknown as AgendaRow[];
  const pending = pendingOf(agenda);
  const none = { skipped: new Set<string>(), raised: new Set<string>(), persons: {} };

  it('is told before it is done: tasks, new needs, needs handed over, and what cannot be', () => {
    expect([pending.length, doneOf(agenda).length]).toEqual([4, 1]);
    expect(outcome(pending, none)).toMatchObject({ tasks: 3, demands: 0, linked: 1, unitless: 1 });
    // A need that is known is not written down again.
    const told = outcome(pending, { ...none, raised: new Set(['a', 'c']), persons: { c: '示例张' } });
    expect(told.demands).toBe(1);
    expect(told.replies).toEqual([{ id: 'a', raise: false, persons: '' }, { id: 'b', raise: false, persons: '' }, { id: 'c', raise: true, persons: '示例张' }]);
  });
  it('leaves out what is not ticked', () => {
    expect(outcome(pending, { ...none, skipped: new Set(['a', 'b', 'd']) })).toMatchObject({ tasks: 1, linked: 0, unitless: 0 });
  });
});
