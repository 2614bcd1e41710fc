import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { MeetingItemRow, TaskRow } from '@/api/generated/requests';
import { dayInFull, dayInWords, shortLight, shortNumber } from './parts';

beforeEach(() => localStorage.clear());

/** As after the program was started again: nothing is remembered but what lies on this computer. */
async function restarted() {
  vi.resetModules();
  return import('./drafts');
}

describe('what is typed and not settled', () => {
  it('is there again after the program was ended', async () => {
    const before = await restarted();
    before.draftOf('item').lines = '市科技局 3月底前 会商';
    before.keep('item');
    const after = await restarted();
    expect(after.draftOf('item').lines).toBe('市科技局 3月底前 会商');
    expect(after.draftOf('other').lines).toBe('');
  });

  it('is gone once it was settled or emptied', async () => {
    const drafts = await restarted();
    drafts.draftOf('item').lines = '会商';
    drafts.keep('item');
    drafts.forget('item');
    expect((await restarted()).draftOf('item').lines).toBe('');
    const again = await restarted();
    again.draftOf('item').lines = '  ';
    again.keep('item');
    expect(localStorage.length).toBe(0);
  });

  it('begins anew when what lies there is not whole', async () => {
    localStorage.setItem('meeting_draft.item', '{"lines":');
    expect((await restarted()).draftOf('item')).toEqual({ lines: '', remember: [] });
  });
});

describe('the end of a line of the queue', () => {
  const item = (kind: string, word: string, more: Partial<TaskRow> = {}) =>
    ({ task: { light: { kind, word, reason: '' }, status: 'in_progress', need_coordination: false, ...more } }) as unknown as MeetingItemRow;

  it('says the one number that counts', () => {
    expect(shortLight(item('overdue', '逾期 6 天（5 个工作日）'))).toEqual({ mark: 'overdue', word: '6天' });
    expect(shortLight(item('behind', '进度差 31.6 个百分点'))).toEqual({ mark: 'behind', word: '31.6' });
    expect(shortLight(item('due_soon', '剩 4 个工作日'))).toEqual({ mark: 'due_soon', word: '4' });
    expect(shortLight(item('due_soon', '今天到期'))).toEqual({ mark: 'due_soon', word: '今天' });
  });

  it('says what a task without such a number waits for', () => {
    expect(shortLight(item('normal', '正常', { status: 'submitted' })).word).toBe('待销号');
    expect(shortLight(item('normal', '正常', { need_coordination: true })).word).toBe('协调');
    expect(shortLight({ task: null } as unknown as MeetingItemRow)).toEqual({ mark: 'none', word: '—' });
  });
});

describe('days and numbers in words', () => {
  it('are those people say', () => {
    expect(dayInWords('2021-02-08')).toBe('2月8日');
    expect(dayInFull('2021-02-08')).toBe('2021年2月8日');
    expect(shortNumber('2021年第8次')).toBe('第 8 次');
    expect(shortNumber('临时会')).toBe('临时会');
  });
});
