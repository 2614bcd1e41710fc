import { onActivated, onDeactivated, type Ref } from 'vue';

/** Remembers how far `box` is scrolled while its page is kept in the background (the browser forgets it). */
export function useKeptScroll(box: Readonly<Ref<HTMLElement | undefined>>): void {
  let top = 0;
  let left = 0;
  const note = () => {
    top = box.value?.scrollTop ?? 0;
    left = box.value?.scrollLeft ?? 0;
  };
  onActivated(() => {
    box.value?.addEventListener('scroll', note, { passive: true });
    if (!box.value) return;
    box.value.scrollTop = top;
    box.value.scrollLeft = left;
  });
  onDeactivated(() => box.value?.removeEventListener('scroll', note));
}
