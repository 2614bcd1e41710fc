/** What a page tells the timetable. It knows rows with days, groups and links, no domain word. */
import type { LightView } from '../grid/types';

/** A row as a bar. Days are ISO. */
export interface GanttBar {
  /** The first day; none: the bar is a mark at its last day. */
  start: string | null;
  /** The last day; none: there is no bar, `note` stands instead. */
  end: string | null;
  /** 0–100. */
  percent: number;
  light: LightView['light'];
  /** Said when pointed at. */
  tip: string;
  /** In place of a bar. */
  note?: string;
  /** What was promised: a thin bar beneath. */
  baseline?: { start: string | null; end: string | null } | null;
  /** Ids of rows that come before this one. */
  before: readonly string[];
  movable: boolean;
}

/** A dated point, drawn as a diamond on the line of its group. */
export interface GanttMark {
  id: string;
  day: string;
  title: string;
  look: 'open' | 'done' | 'late';
}

export interface GanttGroup {
  key: string;
  title: string;
  /** Figures beside the title. */
  note?: string;
  count: number;
  from?: string | null;
  to?: string | null;
  marks?: readonly GanttMark[];
}

/** A column at the left. */
export interface GanttColumn<R> {
  key: string;
  title: string;
  /** Pixels at the standard text size. */
  width: number;
  text: (row: R) => string;
  muted?: boolean;
}

/** Where a bar is being moved to. */
export interface GanttMove<R> {
  row: R;
  /** The first day, when it has one. */
  start: string | null;
  end: string;
  /** What was taken hold of. */
  part: 'whole' | 'start' | 'end';
  /** Worked days from the first to the last. */
  workDays: number;
}

/** A place in the window. */
export interface Point {
  x: number;
  y: number;
}
