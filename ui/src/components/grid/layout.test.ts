import { describe, expect, it } from 'vitest';
import { layoutOf } from './layout';

const groups = [
  { key: 'a', title: '市自然资源和规划局', count: 3 },
  { key: 'b', title: '市民政局', count: 0 },
  { key: 'c', title: '国网供电', count: 2 },
];

describe('lines of a grouped grid', () => {
  it('puts a head before each group, also before an empty one', () => {
    const layout = layoutOf(groups, 5);
    const lines = Array.from({ length: layout.count }, (_, index) => layout.line(index));
    expect(lines.map((line) => line.group?.key ?? line.row)).toEqual(['a', 0, 1, 2, 'b', 'c', 3, 4]);
  });

  it('finds the line of every row', () => {
    const layout = layoutOf(groups, 5);
    for (let row = 0; row < 5; row += 1) expect(layout.line(layout.lineOf(row))).toEqual({ row });
  });

  it('is the rows themselves without groups', () => {
    const layout = layoutOf(undefined, 7);
    expect([layout.count, layout.line(4), layout.lineOf(6)]).toEqual([7, { row: 4 }, 6]);
  });
});

describe('folded groups', () => {
  const layout = layoutOf(groups, 5, new Set(['a']));

  it('show their head alone', () => {
    const lines = Array.from({ length: layout.count }, (_, index) => layout.line(index));
    expect(lines.map((line) => line.group?.key ?? line.row)).toEqual(['a', 'b', 'c', 3, 4]);
    expect([layout.lineOf(1), layout.lineOf(3)]).toEqual([0, 3]);
    expect([layout.hidden(2), layout.hidden(3)]).toEqual([true, false]);
  });

  it('are stepped over', () => {
    expect([layout.shown(1, 1), layout.shown(1, -1), layout.shown(4, -1)]).toEqual([3, undefined, 4]);
    const last = layoutOf(groups, 5, new Set(['c']));
    expect([last.shown(3, 1), last.shown(3, -1)]).toEqual([undefined, 2]);
  });
});
