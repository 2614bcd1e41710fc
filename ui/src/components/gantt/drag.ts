/** Moving a bar, by mouse or by keyboard: how far it went, and where it stands then. */
import { computed, ref, type Ref, shallowRef } from 'vue';
import { dayOf, isoOf, type WorkDays } from './days';
import type { GanttBar, GanttMove, Point } from './types';

export type Part = GanttMove<unknown>['part'];

/** A bar so many days on; the ends land on worked days when `snap`: a last day off is moved back, a first one on. */
export function shifted(bar: Pick<GanttBar, 'start' | 'end'>, part: Part, by: number, work: WorkDays, snap: boolean): { start: string | null; end: string } {
  const end = dayOf(bar.end ?? '');
  const start = bar.start === null ? null : dayOf(bar.start);
  const back = (day: number) => (snap ? work.backTo(day) : day);
  const on = (day: number) => (snap ? work.onTo(day) : day);
  if (part === 'start' && start !== null) return { start: isoOf(Math.min(on(start + by), end)), end: isoOf(end) };
  const newEnd = by === 0 ? end : back(end + by);
  if (part === 'end') return { start: start === null ? null : isoOf(start), end: isoOf(start === null ? newEnd : Math.max(newEnd, start)) };
  const newStart = start === null ? null : by === 0 ? start : Math.min(on(start + by), newEnd);
  return { start: newStart === null ? null : isoOf(newStart), end: isoOf(newEnd) };
}

interface Held<R> {
  row: R;
  index: number;
  bar: GanttBar;
  part: Part;
  by: number;
  /** By keyboard: it stays until Enter or Esc. */
  keyboard: boolean;
}

export function useDrag<R>(work: Readonly<Ref<WorkDays>>, snap: () => boolean) {
  const held = shallowRef<Held<R> | null>(null);
  /** The mouse has moved far enough to be meant. */
  const meant = ref(false);
  let from: Point = { x: 0, y: 0 };
  let dayWidth = 1;
  let scrolled = 0;

  const move = computed<GanttMove<R> | null>(() => {
    const now = held.value;
    if (!now || (!now.keyboard && !meant.value)) return null;
    const { start, end } = shifted(now.bar, now.part, now.by, work.value, snap());
    return { row: now.row, start, end, part: now.part, workDays: work.value.between(dayOf(start ?? end), dayOf(end)) };
  });
  const unmoved = computed(() => !move.value || !held.value || (move.value.start === held.value.bar.start && move.value.end === held.value.bar.end));

  function begin(row: R, index: number, bar: GanttBar, part: Part, at: Point, width: number, scrollLeft: number): void {
    held.value = { row, index, bar, part, by: 0, keyboard: false };
    meant.value = false;
    from = at;
    dayWidth = width;
    scrolled = scrollLeft;
  }
  function follow(at: Point, scrollLeft: number): void {
    const now = held.value;
    if (!now || now.keyboard) return;
    const distance = at.x - from.x + scrollLeft - scrolled;
    if (Math.abs(at.x - from.x) > 3) meant.value = true;
    const by = Math.round(distance / dayWidth);
    if (by !== now.by) held.value = { ...now, by };
  }
  /** One step by keyboard: on until the bar really stands elsewhere, so that days off are no dead keys. */
  function step(row: R, index: number, bar: GanttBar, part: Part, direction: 1 | -1): void {
    const before = held.value?.row === row && held.value.part === part ? held.value : { row, index, bar, part, by: 0, keyboard: true };
    const stands = (by: number) => JSON.stringify(shifted(bar, part, by, work.value, snap()));
    let by = before.by + direction;
    for (let tries = 0; tries < 31 && stands(by) === stands(before.by); tries += 1) by += direction;
    held.value = { ...before, by, keyboard: true };
  }
  function cancel(): void {
    held.value = null;
    meant.value = false;
  }
  return { held, move, unmoved, meant, begin, follow, step, cancel };
}
