import { expect, it } from 'vitest';
import { isoDay } from './iso_day';

it('reads a day in the forms people type', () => {
  expect(['2021-02-25', '2021/2/25', ' 2021.2.25 ', '20210225'].map(isoDay)).toEqual(Array(4).fill('2021-02-25'));
});

it('refuses days that do not exist, and what is no day', () => {
  expect(['2021-02-30', '2021-13-01', '2021-2', '2021-02.25', '明天', ''].map(isoDay)).toEqual(Array(6).fill(null));
});
