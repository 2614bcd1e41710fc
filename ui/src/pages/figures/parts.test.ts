import { expect, it } from 'vitest';
import { parts } from './parts';

it('a rate prints both numbers, a count neither', () => {
  expect(parts({ kind: 'rate', numerator: 19, denominator: 29 })).toBe('19/29');
  expect(parts({ kind: 'rate', numerator: 0, denominator: 0 })).toBe('0/0');
  expect(parts({ kind: 'money', numerator: 1, denominator: 2 })).toBe('');
});
