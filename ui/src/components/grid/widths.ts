/** How wide columns are: as given, as dragged (remembered on this computer), and the rest of the room shared out. */
import { computed, ref, type Ref } from 'vue';
import { textScale } from '@/look';
import type { Column } from './types';

const NARROWEST = 36;

export function useWidths<R>(
  columns: Readonly<Ref<readonly Column<R>[]>>,
  /** The room there is, in pixels; 0 while unknown. */
  room: Readonly<Ref<number>>,
  /** Under which name dragged widths are remembered; none: they are not. */
  name: string | undefined,
) {
  const store = name && `widths:${name}`;
  const dragged = ref<Record<string, number>>(read());

  function read(): Record<string, number> {
    try {
      return store ? (JSON.parse(localStorage.getItem(store) ?? '{}') as Record<string, number>) : {};
    } catch {
      return {};
    }
  }

  const widths = computed(() => {
    const base = columns.value.map((column) => dragged.value[column.key] ?? Math.round(column.width * textScale.value));
    const spare = room.value - base.reduce((sum, width) => sum + width, 0);
    // What is a little too wide for the room is made to fit it, instead of scrolling sideways by a few pixels.
    if (spare < -0.12 * room.value || room.value === 0) return base;
    // Only columns of words grow or shrink; if there is none, all do.
    const wordy = columns.value.map((column) => ['text', 'link', 'select'].includes(column.kind) && !(column.key in dragged.value));
    const grows = wordy.includes(true) ? wordy : columns.value.map(() => true);
    const growing = base.reduce((sum, width, index) => sum + (grows[index] ? width : 0), 0);
    const grown = base.map((width, index) => width + (grows[index] ? Math.floor((spare * width) / growing) : 0));
    // What rounding left over goes to the last column that grows, so that the columns fill the room exactly.
    const last = grows.lastIndexOf(true);
    return grown.map((width, index) => width + (index === last ? room.value - grown.reduce((sum, one) => sum + one, 0) : 0));
  });
  const lefts = computed(() => {
    let left = 0;
    return widths.value.map((width) => (left += width) - width);
  });
  const total = computed(() => widths.value.reduce((sum, width) => sum + width, 0));

  /** Drags the right edge of a column until the mouse is let go. */
  function drag(event: MouseEvent, index: number): void {
    const column = columns.value[index];
    if (!column) return;
    event.preventDefault();
    const from = event.clientX;
    const before = widths.value[index] ?? column.width;
    const move = (moved: MouseEvent) => {
      dragged.value = { ...dragged.value, [column.key]: Math.max(NARROWEST, before + moved.clientX - from) };
    };
    const up = () => {
      window.removeEventListener('mousemove', move);
      if (store) localStorage.setItem(store, JSON.stringify(dragged.value));
    };
    window.addEventListener('mousemove', move);
    window.addEventListener('mouseup', up, { once: true });
  }

  return { widths, lefts, total, drag };
}
