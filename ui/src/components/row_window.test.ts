import { describe, expect, it } from 'vitest';
import { scrollTopFor, windowOf } from './row_window';

describe('the window of rows', () => {
  it('holds what is on screen and a few rows around it', () => {
    expect(windowOf(0, 300, 30, 1000, 5)).toEqual({ first: 0, last: 15 });
    expect(windowOf(3000, 300, 30, 1000, 5)).toEqual({ first: 95, last: 115 });
  });

  it('ends with the last row, however far it is scrolled', () => {
    expect(windowOf(30_000, 300, 30, 1000, 5)).toEqual({ first: 995, last: 1000 });
    expect(windowOf(0, 300, 30, 3, 5)).toEqual({ first: 0, last: 3 });
    expect(windowOf(600, 300, 30, 0, 5)).toEqual({ first: 0, last: 0 });
  });

  it('scrolls no further than needed to show a row', () => {
    expect(scrollTopFor(5, 0, 300, 30)).toBe(0);
    expect(scrollTopFor(10, 0, 300, 30)).toBe(30);
    expect(scrollTopFor(2, 90, 300, 30)).toBe(60);
  });
});
