/** Lines of a timetable: heads of groups, which fold, and rows between them. */
import type { GanttGroup } from './types';

export type GanttLine = { group: GanttGroup; row?: undefined } | { group?: undefined; row: number };

export interface GanttLayout {
  count: number;
  line(index: number): GanttLine;
  /** The line of a row of the source; -1 when its group is folded. */
  lineOf(row: number): number;
}

export function ganttLayout(groups: readonly GanttGroup[] | undefined, total: number, folded: ReadonlySet<string>): GanttLayout {
  if (!groups?.length) return { count: total, line: (index) => ({ row: index }), lineOf: (row) => (row < total ? row : -1) };
  /** By group: its line, its first row, how many rows are shown. */
  const heads: { line: number; row: number; shown: number; group: GanttGroup }[] = [];
  let line = 0;
  let row = 0;
  for (const group of groups) {
    const shown = folded.has(group.key) ? 0 : group.count;
    heads.push({ line, row, shown, group });
    line += 1 + shown;
    row += group.count;
  }
  const find = (value: number, of: 'line' | 'row') => {
    let low = 0;
    let high = heads.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((heads[middle]?.[of] ?? 0) <= value) low = middle;
      else high = middle - 1;
    }
    return heads[low];
  };
  return {
    count: line,
    line(index) {
      const head = find(index, 'line');
      if (!head || index === head.line) return { group: head?.group ?? (groups[0] as GanttGroup) };
      return { row: head.row + index - head.line - 1 };
    },
    lineOf(at) {
      const head = find(at, 'row');
      if (!head || at - head.row >= head.shown) return -1;
      return head.line + 1 + at - head.row;
    },
  };
}
