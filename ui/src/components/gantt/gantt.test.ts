import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { computed, nextTick, ref } from 'vue';
import { givenRows } from '../rows';
import { dayOf, isoOf, WorkDays } from './days';
import { shifted } from './drag';
import Gantt from './Gantt.vue';
import { linkPath, span } from './geometry';
import { ganttLayout } from './layout';
import { Timeline } from './scale';
import type { GanttBar, GanttGroup } from './types';

// 2021-02: the spring festival 11–17 is off, Saturday 20 is worked; weekends otherwise.
const OFF = new Set(['2021-02-06', '2021-02-11', '2021-02-12', '2021-02-13', '2021-02-14', '2021-02-15', '2021-02-16', '2021-02-17', '2021-02-21', '2021-02-27', '2021-02-28']);
const work = new WorkDays(new Set([...OFF].map(dayOf)));

describe('moving a bar', () => {
  const bar = { start: '2021-02-01', end: '2021-02-05' };
  it('goes by days, and its last day lands on the worked day before', () => {
    expect(shifted(bar, 'whole', 2, work, true)).toEqual({ start: '2021-02-03', end: '2021-02-07' });
    expect(shifted(bar, 'whole', 8, work, true)).toEqual({ start: '2021-02-09', end: '2021-02-10' });
    expect(shifted(bar, 'whole', 8, work, false)).toEqual({ start: '2021-02-09', end: '2021-02-13' });
  });
  it('does not turn an end over the other', () => {
    expect(shifted(bar, 'end', -20, work, true)).toEqual({ start: '2021-02-01', end: '2021-02-01' });
    expect(shifted(bar, 'start', 20, work, true)).toEqual({ start: '2021-02-05', end: '2021-02-05' });
  });
  it('leaves a bar that did not move as it was, also on a day off', () => {
    const off = { start: '2021-02-13', end: '2021-02-14' };
    expect(shifted(off, 'whole', 0, work, true)).toEqual(off);
    expect(shifted({ start: null, end: '2021-02-14' }, 'whole', 4, work, true)).toEqual({ start: null, end: '2021-02-18' });
  });
  it('counts worked days', () => {
    expect(work.between(dayOf('2021-02-08'), dayOf('2021-02-22'))).toBe(7);
  });
});

describe('the strip', () => {
  it('begins with a whole unit, fills the room and turns days into places and back', () => {
    for (const scale of ['day', 'week', 'month', 'quarter'] as const) {
      const line = Timeline.around(scale, dayOf('2021-01-15'), dayOf('2021-07-02'), dayOf('2021-02-25'), 900, 1);
      expect(line.width).toBeGreaterThanOrEqual(900);
      expect(line.first).toBeLessThanOrEqual(dayOf('2021-01-15'));
      expect(line.last).toBeGreaterThanOrEqual(dayOf('2021-07-02'));
      for (const day of ['2021-01-15', '2021-03-31']) expect(isoOf(line.day(line.x(dayOf(day)) + 0.01))).toBe(day);
    }
    expect(isoOf(Timeline.around('quarter', dayOf('2021-05-15'), dayOf('2021-07-02'), dayOf('2021-05-25'), 900, 1).first)).toBe('2021-04-01');
  });
  it('cuts off what only a slip of the keyboard can mean', () => {
    const line = Timeline.around('day', dayOf('1950-01-01'), dayOf('2199-01-01'), dayOf('2021-02-25'), 900, 1);
    expect(line.last - line.first).toBeLessThanOrEqual(7400);
    expect([line.first < dayOf('2021-02-25'), line.last > dayOf('2021-02-25')]).toEqual([true, true]);
  });
  it('names months over weeks, and years over months', () => {
    const line = Timeline.around('month', dayOf('2020-11-20'), dayOf('2021-02-02'), dayOf('2021-01-25'), 100, 1);
    const ticks = line.ticks(line.first, line.last);
    expect(ticks.filter((tick) => tick.major).map((tick) => tick.number)).toEqual([2020, 2021]);
    expect(ticks.filter((tick) => !tick.major).slice(0, 3).map((tick) => tick.number)).toEqual([11, 12, 1]);
  });
  it('fits a sheet of paper', () => {
    const line = Timeline.fitted(dayOf('2021-01-15'), dayOf('2021-03-10'), 400);
    expect([isoOf(line.first), isoOf(line.last), line.width]).toEqual(['2021-01-01', '2021-03-31', 400]);
  });
  it('draws a bar to the end of its last day, and an arrow around when there is no room', () => {
    const line = new Timeline('day', dayOf('2021-02-01'), dayOf('2021-03-31'), 1);
    expect(span(line, '2021-02-02', '2021-02-03')).toEqual({ x: 26, width: 52 });
    expect(span(line, null, '2021-02-03').width).toBe(26);
    expect(linkPath({ x: 0, width: 20 }, 15, { x: 60, width: 20 }, 45, 30)).toBe('M20 15H25V45H59');
    expect(linkPath({ x: 0, width: 70 }, 15, { x: 60, width: 20 }, 45, 30)).toBe('M70 15H75V30H53V45H59');
  });
});

const group = (key: string, count: number): GanttGroup => ({ key, title: key, count });
describe('lines', () => {
  it('are heads and rows; a folded group shows its head alone', () => {
    const layout = ganttLayout([group('a', 2), group('b', 3), group('c', 0), group('d', 1)], 6, new Set(['b']));
    expect(layout.count).toBe(7);
    expect(Array.from({ length: 7 }, (_, at) => layout.line(at).row ?? layout.line(at).group?.key)).toEqual(['a', 0, 1, 'b', 'c', 'd', 5]);
    expect([0, 1, 2, 4, 5].map((row) => layout.lineOf(row))).toEqual([1, 2, -1, -1, 6]);
  });
});

interface Row { id: string; title: string; bar: Partial<GanttBar> }
function chart(rows: Row[], more: Record<string, unknown> = {}) {
  const bar = (row: Row): GanttBar => ({ start: '2021-02-01', end: '2021-02-05', percent: 0, light: 'ok', tip: row.title, before: [], movable: true, ...row.bar });
  const wrapper = mount(Gantt<Row>, {
    attachTo: document.body,
    props: {
      source: givenRows(computed(() => rows)), columns: [{ key: 'title', title: '任务', width: 200, text: (row: Row) => row.title }], bar, label: '时间表',
      scale: 'day', today: '2021-02-04', from: '2021-02-01', to: '2021-03-31', off: OFF, snap: true, ...more,
    },
    slots: { tip: `<template #tip="{ move }">{{ move.start }} {{ move.end }} {{ move.workDays }}</template>` },
  });
  // happy-dom measures nothing.
  const box = wrapper.find<HTMLElement>('.box');
  Object.defineProperty(box.element, 'clientHeight', { value: 600 });
  return { wrapper, key: (key: string, init = {}) => box.trigger('keydown', { key, ...init }) };
}
const ROWS: Row[] = [{ id: 'a', title: '用地预审', bar: {} }, { id: 'b', title: '招拍挂', bar: { before: ['a'], start: '2021-02-08', end: '2021-02-10' } }];

describe('by keyboard', () => {
  it('moves by worked days, shows where, and gives it out by Enter', async () => {
    const { wrapper, key } = chart(ROWS);
    await key('ArrowRight');
    // Saturday 6 is off: the last day stays on Friday until the bar really moves.
    expect(wrapper.find('.tooltip').text()).toContain('2021-02-05');
    await key('ArrowRight');
    await key('Enter');
    const [move] = wrapper.emitted('move')?.[0] as [{ start: string; end: string; row: Row }];
    expect([move.row.id, move.start, move.end]).toEqual(['a', '2021-02-03', '2021-02-07']);
    expect(wrapper.find('.tooltip').exists()).toBe(false);
  });
  it('changes the end with Shift, Esc takes it back, Enter opens what did not move', async () => {
    const { wrapper, key } = chart(ROWS);
    await key('ArrowDown');
    await key('ArrowRight', { shiftKey: true });
    expect(wrapper.find('.tooltip').text()).toBe('2021-02-08 2021-02-18 4');
    await key('Escape');
    expect(wrapper.find('.tooltip').exists()).toBe(false);
    await key('Enter');
    expect([wrapper.emitted('move'), (wrapper.emitted('open')?.[0] as [Row])[0].id]).toEqual([undefined, 'b']);
  });
  it('moves nothing when read only', async () => {
    const { wrapper, key } = chart(ROWS, { readonly: true });
    await key('ArrowRight');
    expect(wrapper.find('.tooltip').exists()).toBe(false);
  });
  it('folds and opens groups', async () => {
    const { wrapper, key } = chart(ROWS, { groups: [group('一', 1), group('二', 1)] });
    await key('ArrowLeft');
    expect(wrapper.findAll('.line').map((line) => line.text())).toEqual(['一', '二', '招拍挂']);
    await key('ArrowRight');
    expect(wrapper.findAll('.line').length).toBe(4);
  });
});

it('draws an arrow from a bar to the one behind it, and marks one that is crossed', async () => {
  const end = ref('2021-02-05');
  const rows = () => [{ ...ROWS[0], bar: { end: end.value } } as Row, ROWS[1] as Row];
  const { wrapper } = chart(rows());
  await nextTick();
  expect(wrapper.findAll('.arrow').length).toBe(1);
  expect(wrapper.find('.arrow').classes()).not.toContain('crossed');
  end.value = '2021-02-20';
  const { wrapper: later } = chart(rows());
  await nextTick();
  expect(later.find('.arrow').classes()).toContain('crossed');
});
