import { describe, expect, it } from 'vitest';
import { drop, keep, readSaved, rename } from './saved';

describe('filters kept by name', () => {
  it('are kept, replaced, renamed and dropped', () => {
    const one = keep([], ' 本月  到期 ', { quick: 'due_soon' });
    expect(one).toEqual([{ name: '本月 到期', state: { quick: 'due_soon' } }]);
    const two = keep(keep(one, '逾期', { quick: 'overdue' }), '本月 到期', { quick: 'open' });
    expect(two.map((kept) => kept.name)).toEqual(['本月 到期', '逾期']);
    expect(two[0]?.state).toEqual({ quick: 'open' });
    expect(rename(two, '逾期', '已逾期').map((kept) => kept.name)).toEqual(['本月 到期', '已逾期']);
    expect(rename(two, '逾期', '本月 到期')).toEqual(two);
    expect(drop(two, '逾期')).toHaveLength(1);
  });

  it('take no empty name and no long one', () => {
    expect(keep([], '  ', {})).toEqual([]);
    expect([...(keep([], '长'.repeat(300), {})[0]?.name ?? '')]).toHaveLength(20);
  });

  it('are copies: what changes on the page later does not change them', () => {
    const state = { text: '用地' };
    const kept = keep([], '用地', state);
    state.text = '融资';
    expect(kept[0]?.state).toEqual({ text: '用地' });
  });

  it('survive whatever lies in the setting', () => {
    expect([null, 3, 'x', [1, null, { name: '' }, { name: 'a' }]].map(readSaved)).toEqual([[], [], [], []]);
  });
});
