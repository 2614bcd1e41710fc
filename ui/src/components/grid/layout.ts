/** Lines of a grid: group heads between the rows, or just the rows. The rows of a folded group have no line. */
import type { Group } from './types';

/** One line of the grid: a group's head, or the row at `row` of the source. */
export type Line = { group: Group; row?: undefined } | { group?: undefined; row: number };

export interface Layout {
  /** All lines, heads included. */
  count: number;
  line(index: number): Line;
  /** The line on which the source's row stands; that of its head when its group is folded. */
  lineOf(row: number): number;
  /** Is the row's group folded? */
  hidden(row: number): boolean;
  /** The nearest row that is shown: `row` itself, or the next one in the direction; undefined when there is none. */
  shown(row: number, direction: 1 | -1): number | undefined;
}

export function layoutOf(groups: readonly Group[] | undefined, total: number, folded: ReadonlySet<string> = new Set()): Layout {
  if (!groups?.length) {
    return { count: total, line: (index) => ({ row: index }), lineOf: (row) => row, hidden: () => false, shown: (row) => row };
  }
  // heads[i]: the line of group i's head; firsts[i]: its first row in the source.
  const heads: number[] = [];
  const firsts: number[] = [];
  let line = 0;
  let row = 0;
  for (const group of groups) {
    heads.push(line);
    firsts.push(row);
    line += 1 + (folded.has(group.key) ? 0 : group.count);
    row += group.count;
  }
  const count = line;
  /** The last group whose start in `starts` is not after `value`. */
  const find = (value: number, starts: readonly number[]): number => {
    let low = 0;
    let high = groups.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= value) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const at = (group: number) => ({ head: heads[group] ?? 0, first: firsts[group] ?? 0, group: groups[group] as Group });
  const isFolded = (group: number) => folded.has(at(group).group.key);
  return {
    count,
    line(index) {
      const { head, first, group } = at(find(index, heads));
      return index === head ? { group } : { row: first + index - head - 1 };
    },
    lineOf(wanted) {
      const found = find(wanted, firsts);
      const { head, first } = at(found);
      return isFolded(found) ? head : head + 1 + wanted - first;
    },
    hidden: (wanted) => isFolded(find(wanted, firsts)),
    shown(wanted, direction) {
      let found = find(wanted, firsts);
      if (!isFolded(found)) return wanted;
      do found += direction;
      while (found >= 0 && found < groups.length && (isFolded(found) || !at(found).group.count));
      if (found < 0 || found >= groups.length) return undefined;
      const { first, group } = at(found);
      return direction > 0 ? first : first + group.count - 1;
    },
  };
}
