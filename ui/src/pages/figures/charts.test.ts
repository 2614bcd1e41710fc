import { expect, it } from 'vitest';
import type { Breakdowns, Stage } from '@/api/generated/requests';
import { cards, funnel, option } from './charts';

const share = (stage: Stage, count: number) => ({ stage, label: stage, count });

it('counts a landed project at every stage it came through, a paused one only beside the way', () => {
  const drawn = funnel([share('collected', 0), share('review', 1), share('revision', 2), share('advancing', 8), share('landed', 19), share('paused', 1), share('stopped', 0)]);
  expect(drawn.categories).toEqual(['collected', 'review', 'advancing', 'landed', 'revision', 'paused']);
  expect(drawn.parts.map((part) => part.values)).toEqual([[30, 30, 27, 19, 0, 0], [0, 1, 8, 19, 2, 1]]);
});

it('writes title, day and every number into the picture itself', () => {
  const of: Breakdowns = {
    stages: [share('landed', 19)], industries: [], departments: [], outcomes: [],
    districts: [{ key: '', label: '', library: 3, landed: 1 }],
    trend: [{ month: '2021-02', as_of: '2021-02-25', library: 29, landed: 19, tenths: 655 }, { month: '2021-01', as_of: '2021-01-31', library: 0, landed: 0, tenths: null }],
  };
  const look = { colour: (name: string) => name, size: 12, family: 'serif' };
  const [, trend, district] = cards(of).map((card) => option(card, '2021-02-25', look));
  expect(trend?.title).toMatchObject({ text: '重点项目库走势', subtext: expect.stringContaining('数据截至 2021-02-25') as string });
  expect(trend?.series.at(-1)).toMatchObject({ name: '落地率', data: [65.5, null] });
  expect(district?.yAxis).toMatchObject({ data: ['未填写'] });
  expect(district?.series.map((one) => one.data)).toEqual([[1], [2]]);
});
