import { describe, expect, it } from 'vitest';
import type { GanttRow } from '@/api/generated/requests';
import { pagesOf } from './print';
import { later, spanText } from './words';

const rows = Array.from({ length: 5 }, (_, at) => ({ id: String(at), title: `第${at}项` }) as GanttRow);
const said = (pages: ReturnType<typeof pagesOf>) => pages.map((page) => page.map((line) => line.group?.title ?? line.row?.id));

describe('on paper', () => {
  it('holds every row once, under the head of its group', () => {
    const groups = [{ key: 'a', title: '甲', count: 2 }, { key: 'b', title: '乙', count: 0 }, { key: 'c', title: '丙', count: 3 }];
    expect(said(pagesOf(rows, groups, 20))).toEqual([['甲', '0', '1', '乙', '丙', '2', '3', '4']]);
    expect(said(pagesOf(rows, undefined, 2))).toEqual([['0', '1'], ['2', '3'], ['4']]);
  });
  it('never ends a page with a head', () => {
    const groups = [{ key: 'a', title: '甲', count: 2 }, { key: 'c', title: '丙', count: 3 }];
    expect(said(pagesOf(rows, groups, 4))).toEqual([['甲', '0', '1'], ['丙', '2', '3', '4']]);
  });
});

describe('days in words', () => {
  it('say the year where it is not the one before', () => {
    expect(spanText({ start_on: '2021-03-01', due: '2021-03-15' })).toBe('2021年3月1日 — 3月15日');
    expect(spanText({ start_on: '2020-12-30', due: '2021-01-05' })).toBe('2020年12月30日 — 2021年1月5日');
    expect([spanText({ start_on: null, due: '2021-01-05' }), spanText({ start_on: null, due: null })]).toEqual(['2021年1月5日', '未定时限']);
  });
  it('say how much later or earlier', () => {
    expect([later(3), later(-2)]).toEqual(['晚 3 天', '早 2 天']);
  });
});
