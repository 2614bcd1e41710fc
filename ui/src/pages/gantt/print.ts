/** A timetable cut into sheets of paper. */
import type { GanttRow } from '@/api/generated/requests';
import type { GanttGroup } from '@/components/gantt/types';

/**
 * Millimetres inside the margins, and lines on a page. A system that prints upright A4 whatever is asked makes a page
 * up to twice as wide fit by itself; A3 stays just below that.
 */
export const PAPERS = {
  a4: { width: 277, height: 190, line: 6.4, lines: 24 },
  a3: { width: 390, height: 277, line: 6.6, lines: 36 },
} as const;
export type Paper = keyof typeof PAPERS;

export interface PrintLine {
  group?: GanttGroup;
  row?: GanttRow;
}

/** All rows under the heads of their groups, so many lines a page; no page ends with a head. */
export function pagesOf(rows: readonly GanttRow[], groups: readonly GanttGroup[] | undefined, perPage: number): PrintLine[][] {
  const lines: PrintLine[] = [];
  if (!groups) lines.push(...rows.map((row) => ({ row })));
  let at = 0;
  for (const group of groups ?? []) {
    lines.push({ group }, ...rows.slice(at, at + group.count).map((row) => ({ row })));
    at += group.count;
  }
  const pages: PrintLine[][] = [];
  for (let from = 0; from < lines.length; ) {
    let to = Math.min(from + perPage, lines.length);
    while (to < lines.length && to - from > 1 && lines[to - 1]?.group) to -= 1;
    pages.push(lines.slice(from, to));
    from = to;
  }
  return pages;
}
