/** Where bars, baselines and arrows lie, in pixels. */
import { dayOf } from './days';
import type { Timeline } from './scale';
import type { GanttBar } from './types';

export const BAR = 14;

export interface Box {
  x: number;
  width: number;
}

/** From the first to the end of the last day; a short bar is still wide enough to be taken hold of. */
export function span(timeline: Timeline, start: string | null, end: string): Box {
  const last = dayOf(end);
  const first = start === null ? last : Math.min(dayOf(start), last);
  const x = timeline.x(first);
  return { x, width: Math.max(timeline.x(last + 1) - x, 5) };
}

/** A bar; none when its end is open. */
export const barBox = (timeline: Timeline, bar: Pick<GanttBar, 'start' | 'end'>): Box | null =>
  bar.end === null ? null : span(timeline, bar.start, bar.end);

/** What was promised; none when nothing was. */
export const baselineBox = (timeline: Timeline, bar: GanttBar): Box | null =>
  bar.baseline?.end ? span(timeline, bar.baseline.start, bar.baseline.end) : null;

/**
 * From the end of one bar to the beginning of another: out to the right, along between the rows when the way back is
 * to the left, into the bar from its left.
 */
export function linkPath(from: Box, fromY: number, to: Box, toY: number, rowHeight: number): string {
  const out = from.x + from.width;
  const turn = out + 5;
  const enter = to.x - 1;
  if (enter - 5 >= turn) return `M${out} ${fromY}H${turn}V${toY}H${enter}`;
  const between = toY > fromY ? toY - rowHeight / 2 : toY + rowHeight / 2;
  return `M${out} ${fromY}H${turn}V${between}H${enter - 6}V${toY}H${enter}`;
}

/** The arrow's head, pointing right. */
export const arrowHead = (to: Box, toY: number): string => `M${to.x} ${toY}l-5 -3.2v6.4z`;
