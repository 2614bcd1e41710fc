/** Which rows are on screen: fixed heights, so it is arithmetic. */
import { computed, onActivated, onBeforeUnmount, onMounted, ref, type Ref, watch } from 'vue';

/** The rows to draw for a scroll position: `first..last` (last not included). */
export function windowOf(
  scrollTop: number,
  viewHeight: number,
  rowHeight: number,
  count: number,
  overscan = 6,
): { first: number; last: number } {
  const first = Math.max(0, Math.min(count, Math.floor(scrollTop / rowHeight)) - overscan);
  const last = Math.min(count, Math.ceil((scrollTop + viewHeight) / rowHeight) + overscan);
  return { first, last: Math.max(first, last) };
}

/** Where to scroll so that row `index` is wholly visible; unchanged if it is. */
export function scrollTopFor(index: number, scrollTop: number, viewHeight: number, rowHeight: number): number {
  const top = index * rowHeight;
  if (top < scrollTop) return top;
  if (top + rowHeight > scrollTop + viewHeight) return top + rowHeight - viewHeight;
  return scrollTop;
}

/** Follows a scrolling box. While its page is in the background the position is kept and put back. */
export function useRowWindow(
  box: Readonly<Ref<HTMLElement | undefined>>,
  rowHeight: Readonly<Ref<number>>,
  count: Readonly<Ref<number>>,
) {
  const scrollTop = ref(0);
  const scrollLeft = ref(0);
  const viewHeight = ref(0);
  const rows = computed(() => windowOf(scrollTop.value, viewHeight.value, rowHeight.value, count.value));
  /** Whole rows in view, for PgUp and PgDn. */
  const page = computed(() => Math.max(1, Math.floor(viewHeight.value / rowHeight.value) - 1));

  function onScroll(): void {
    if (!box.value) return;
    scrollTop.value = box.value.scrollTop;
    scrollLeft.value = box.value.scrollLeft;
  }

  function scrollToRow(index: number): void {
    if (!box.value) return;
    const wanted = scrollTopFor(index, box.value.scrollTop, viewHeight.value, rowHeight.value);
    if (wanted !== box.value.scrollTop) box.value.scrollTop = wanted;
    onScroll();
  }

  function toTop(): void {
    if (box.value) box.value.scrollTop = 0;
    onScroll();
  }

  let observer: ResizeObserver | undefined;
  onMounted(() => {
    observer = new ResizeObserver(() => {
      if (box.value?.clientHeight) viewHeight.value = box.value.clientHeight;
    });
    if (box.value) observer.observe(box.value);
    viewHeight.value = box.value?.clientHeight ?? 0;
  });
  onBeforeUnmount(() => observer?.disconnect());
  onActivated(() => {
    if (!box.value) return;
    box.value.scrollTop = scrollTop.value;
    box.value.scrollLeft = scrollLeft.value;
  });
  // Larger letters: keep the same rows on screen.
  watch(rowHeight, (now, before) => {
    const top = (scrollTop.value / before) * now;
    requestAnimationFrame(() => {
      if (box.value) box.value.scrollTop = top;
    });
  });

  return { rows, page, scrollTop, scrollLeft, viewHeight, onScroll, scrollToRow, toTop };
}
