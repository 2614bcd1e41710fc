import { expect, test } from 'vitest';
import { rate } from './rates';

test('rates have one decimal, half-up, and none is —', () => {
  expect(rate(19, 29)).toBe('65.5%');
  expect(rate(20, 29)).toBe('69.0%');
  expect(rate(10, 14)).toBe('71.4%');
  expect(rate(1, 16)).toBe('6.3%');
  expect(rate(0, 5)).toBe('0.0%');
  expect(rate(0, 0)).toBe('—');
});
