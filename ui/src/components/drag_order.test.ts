import { mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h, nextTick, ref } from 'vue';
import { before, moved, placeAt, useDragOrder } from './drag_order';

afterEach(() => document.body.replaceChildren());

describe('a list that is arranged', () => {
  it('moves one row and leaves the others in order', () => {
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c']);
    expect(moved(['a', 'b'], 0, 9)).toEqual(['b', 'a']);
  });
  it('drops a row between the middles of the others', () => {
    expect([placeAt([10, 30, 50], 5), placeAt([10, 30, 50], 31), placeAt([10, 30, 50], 99)]).toEqual([0, 2, 3]);
  });
  it('names the row one stands behind, and none for the first', () => {
    expect([before(['a', 'b'], 'b'), before(['a', 'b'], 'a')]).toEqual(['a', undefined]);
  });
});

/** Three rows of 20 pixels, in a list whose owner takes or refuses moves. */
function rows(move: (id: string, after: string | undefined) => Promise<unknown>) {
  const ids = ref(['a', 'b', 'c']);
  let drag!: ReturnType<typeof useDragOrder>;
  const wrapper = mount(
    defineComponent(() => {
      const box = ref<HTMLElement>();
      drag = useDragOrder(box, () => ids.value, move);
      return () => h('div', { ref: box }, drag.order.value.map((id) =>
        h('div', { key: id, 'data-row': id, onKeydown: (event: KeyboardEvent) => drag.key(event, id) }, [h('button', { 'data-handle': id, onPointerdown: (event: PointerEvent) => drag.grab(event, id) }, id)])));
    }),
    { attachTo: document.body },
  );
  for (const row of wrapper.findAll('[data-row]')) {
    const top = ids.value.indexOf(row.attributes('data-row')!) * 20;
    row.element.getBoundingClientRect = () => ({ top, height: 20 }) as DOMRect;
  }
  return { wrapper, ids, drag, shown: () => wrapper.findAll('[data-row]').map((row) => row.text()) };
}
const pointer = (name: string, clientY: number) => new MouseEvent(name, { bubbles: true, button: 0, clientY });

describe('dragging', () => {
  it('shows the new place while the row is dragged, and asks once when it is dropped', async () => {
    const move = vi.fn(() => Promise.resolve({}));
    const { wrapper, shown, drag, ids } = rows(move);
    wrapper.find('[data-handle=c]').element.dispatchEvent(pointer('pointerdown', 50));
    window.dispatchEvent(pointer('pointermove', 5));
    await nextTick();
    expect([shown(), move.mock.calls.length]).toEqual([['c', 'a', 'b'], 0]);
    window.dispatchEvent(pointer('pointermove', 15));
    window.dispatchEvent(pointer('pointerup', 15));
    await nextTick();
    expect(move.mock.calls).toEqual([['c', 'a']]);
    expect(drag.dragged.value).toBeNull();
    // Until the core's order arrives, the one chosen stands.
    expect(shown()).toEqual(['a', 'c', 'b']);
    ids.value = ['a', 'c', 'b'];
    await nextTick();
    expect(shown()).toEqual(['a', 'c', 'b']);
  });

  it('is taken back by Esc, and by a refusal', async () => {
    const move = vi.fn(() => Promise.resolve(undefined));
    const { wrapper, shown } = rows(move);
    wrapper.find('[data-handle=c]').element.dispatchEvent(pointer('pointerdown', 50));
    window.dispatchEvent(pointer('pointermove', 5));
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    window.dispatchEvent(pointer('pointerup', 5));
    await nextTick();
    expect([shown(), move.mock.calls.length]).toEqual([['a', 'b', 'c'], 0]);
    wrapper.find('[data-handle=a]').element.dispatchEvent(pointer('pointerdown', 10));
    window.dispatchEvent(pointer('pointermove', 55));
    window.dispatchEvent(pointer('pointerup', 55));
    await vi.waitFor(() => expect(shown()).toEqual(['a', 'b', 'c']));
    expect(move).toHaveBeenCalledWith('a', 'c');
  });

  it('put back where it was asks nothing', () => {
    const move = vi.fn(() => Promise.resolve({}));
    const { wrapper } = rows(move);
    wrapper.find('[data-handle=b]').element.dispatchEvent(pointer('pointerdown', 30));
    window.dispatchEvent(pointer('pointermove', 32));
    window.dispatchEvent(pointer('pointerup', 32));
    expect(move).not.toHaveBeenCalled();
  });
});

describe('by keyboard', () => {
  it('Alt+arrow moves a row by one; the focus goes with it; at an end nothing happens', async () => {
    const move = vi.fn(() => Promise.resolve({}));
    const { wrapper, ids } = rows(move);
    await wrapper.find('[data-handle=b]').trigger('keydown', { key: 'ArrowDown', altKey: true });
    expect(move.mock.calls).toEqual([['b', 'c']]);
    ids.value = ['a', 'c', 'b'];
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('data-handle')).toBe('b'));
    await wrapper.find('[data-handle=b]').trigger('keydown', { key: 'ArrowDown', altKey: true });
    await wrapper.find('[data-handle=b]').trigger('keydown', { key: 'ArrowUp' });
    expect(move.mock.calls.length).toBe(1);
  });
});
