/**
 * Rows that people arrange: dragged by a handle with the mouse, or moved by Alt+↑ and Alt+↓. While a row is dragged
 * the others make room; Esc takes it back. One move is one call of `move`.
 */
import { computed, nextTick, onScopeDispose, ref, type Ref, watch } from 'vue';
import { isIme } from './keys';

/** The list with the element at `from` standing at `to`. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = [...list];
  const taken = rest.splice(from, 1);
  rest.splice(Math.min(Math.max(to, 0), rest.length), 0, ...taken);
  return rest;
}

/** Where a row dropped at `y` stands among the others, whose middles (top to bottom) are given. */
export const placeAt = (middles: readonly number[], y: number): number => middles.filter((middle) => middle < y).length;

/** The one a row stands behind; undefined when it is first. */
export const before = (list: readonly string[], id: string): string | undefined => list[list.indexOf(id) - 1];

export interface DragOrder {
  /** Ids in the order to draw. */
  order: Readonly<Ref<readonly string[]>>;
  /** The one being dragged. */
  dragged: Readonly<Ref<string | null>>;
  /** For `@pointerdown` of a handle. */
  grab(event: PointerEvent, id: string): void;
  /** For `@keydown` of a handle, or of the whole row. */
  key(event: KeyboardEvent, id: string): void;
  /** Moves a row so many places. */
  shift(id: string, by: number): Promise<void>;
}

/**
 * `box` holds the rows, each marked `data-row="<id>"`, its handle `data-handle="<id>"`. `move` answers undefined when
 * it was refused.
 */
export function useDragOrder(
  box: Readonly<Ref<HTMLElement | undefined>>,
  ids: () => readonly string[],
  move: (id: string, after: string | undefined) => Promise<unknown>,
): DragOrder {
  const preview = ref<readonly string[] | null>(null);
  const dragged = ref<string | null>(null);
  const order = computed(() => preview.value ?? ids());
  /** The handle that gets the focus back when its row has moved. */
  let focused: string | null = null;
  let release = () => {};
  onScopeDispose(() => release());

  watch(() => ids().join(), () => {
    if (!dragged.value) preview.value = null;
    void nextTick(refocus);
  });
  function refocus(): void {
    if (focused) box.value?.querySelector<HTMLElement>(`[data-handle="${focused}"]`)?.focus();
    focused = null;
  }

  /** Shows the new order at once; the core's follows. */
  async function settle(id: string, wanted: readonly string[]): Promise<void> {
    if (wanted.join() === ids().join()) {
      preview.value = null;
      return;
    }
    preview.value = wanted;
    if ((await move(id, before(wanted, id))) === undefined) preview.value = null;
  }

  function grab(event: PointerEvent, id: string): void {
    if (event.button !== 0 || dragged.value) return;
    event.preventDefault();
    const others = ids().filter((one) => one !== id);
    const middle = (one: string) => {
      const place = box.value?.querySelector(`[data-row="${one}"]`)?.getBoundingClientRect();
      return place ? place.top + place.height / 2 : 0;
    };
    const middles = others.map(middle);
    dragged.value = id;
    const onMove = (at: PointerEvent) => {
      preview.value = moved([...others, id], others.length, placeAt(middles, at.clientY));
    };
    const onUp = () => {
      const wanted = preview.value;
      release();
      if (wanted) void settle(id, wanted);
    };
    const onKey = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape') return;
      pressed.preventDefault();
      pressed.stopPropagation();
      preview.value = null;
      release();
    };
    release = () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('keydown', onKey, true);
      dragged.value = null;
      release = () => {};
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('keydown', onKey, true);
  }

  async function shift(id: string, by: number): Promise<void> {
    const from = order.value.indexOf(id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= order.value.length) return;
    focused = id;
    await settle(id, moved(order.value, from, to));
  }

  function key(event: KeyboardEvent, id: string): void {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || !event.altKey || isIme(event)) return;
    event.preventDefault();
    event.stopPropagation();
    void shift(id, by);
  }

  return { order, dragged, grab, key, shift };
}
