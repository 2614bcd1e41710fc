/** Lines of a grid: group heads between the rows, or just the rows. */
import type { Group } from './types';

/** One line of the grid: a group's head, or the row at `row` of the source. */
export type Line = { group: Group; row?: undefined } | { group?: undefined; row: number };

export interface Layout {
  /** All lines, heads included. */
  count: number;
  line(index: number): Line;
  /** The line on which the source's row stands. */
  lineOf(row: number): number;
}

export function layoutOf(groups: readonly Group[] | undefined, total: number): Layout {
  if (!groups?.length) {
    return { count: total, line: (index) => ({ row: index }), lineOf: (row) => row };
  }
  // heads[i]: the line of group i's head; rows before it are heads[i] - i.
  const heads: number[] = [];
  let next = 0;
  for (const group of groups) {
    heads.push(next);
    next += group.count + 1;
  }
  /** The last group whose `start` is not after `value`. */
  const find = (value: number, start: (group: number) => number): number => {
    let low = 0;
    let high = heads.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (start(middle) <= value) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    count: next,
    line(index) {
      const group = find(index, (one) => heads[one] ?? 0);
      return index === heads[group] ? { group: groups[group] as Group } : { row: index - group - 1 };
    },
    lineOf: (row) => row + find(row, (one) => (heads[one] ?? 0) - one) + 1,
  };
}
