import { expect, test } from 'vitest';
import { Strip } from './timetable';

const task = (start_on: string | null, day: string | null) => ({ start_on, due: { day } });

test('the strip holds whole months with all tasks and today', () => {
  const strip = new Strip([task('2021-01-15', '2021-02-19'), task(null, '2021-07-02')], '2021-02-25');
  expect(strip.months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(strip.months[0]?.left).toBe('0.000%');
});

test('a bar goes from its start to the end of its last day', () => {
  // January to March 2021: 90 days.
  const strip = new Strip([task('2021-01-01', '2021-03-31')], '2021-02-25');
  expect(strip.bar(task('2021-01-10', '2021-01-18'))).toEqual({ left: '10.000%', width: '10.000%' });
  expect(strip.bar(task('2021-01-01', '2021-03-31'))).toEqual({ left: '0.000%', width: '100.000%' });
  expect(strip.bar(task(null, '2021-03-31'))?.width).toBe('1.111%');
});

test('a task without a last day has no bar, one that begins after its deadline is still seen', () => {
  const strip = new Strip([], '2021-02-25');
  expect(strip.bar(task('2021-02-01', null))).toBeNull();
  expect(strip.bar(task('2021-02-20', '2021-02-10'))?.width).toBe(strip.bar(task(null, '2021-02-10'))?.width);
});

test('a far day does not stretch the strip without end', () => {
  const strip = new Strip([task('1990-01-01', '2060-01-01')], '2021-02-25');
  expect(strip.months.length).toBe(36);
  expect(strip.bar(task('1990-01-01', '2060-01-01'))).toEqual({ left: '0.000%', width: '100.000%' });
});
