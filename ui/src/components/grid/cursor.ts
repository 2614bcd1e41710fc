/** The current cell and the block selected with it. */
import { computed, ref, type Ref } from 'vue';
import type { Layout } from './layout';

export interface Cell {
  /** The source's row, not the line. */
  row: number;
  column: number;
}

export function useCursor(layout: Readonly<Ref<Layout>>, columns: Readonly<Ref<number>>, rows: Readonly<Ref<number>>) {
  const current = ref<Cell>({ row: 0, column: 0 });
  /** The other corner of the selected block. */
  const anchor = ref<Cell>({ row: 0, column: 0 });

  const line = computed(() => layout.value.lineOf(current.value.row));
  const block = computed(() => ({
    top: Math.min(current.value.row, anchor.value.row),
    bottom: Math.max(current.value.row, anchor.value.row),
    left: Math.min(current.value.column, anchor.value.column),
    right: Math.max(current.value.column, anchor.value.column),
  }));

  const within = (value: number, count: number) => Math.min(Math.max(value, 0), Math.max(count - 1, 0));

  /** Moves to a cell; `extend` keeps the other corner, so that a block is selected. */
  function go(row: number, column: number, extend = false): void {
    const wanted = within(row, rows.value);
    const direction = wanted < current.value.row ? -1 : 1;
    // Over folded groups to the next row that is shown; where there is none, not further than now.
    const shown = layout.value.shown(wanted, direction) ?? layout.value.shown(current.value.row, direction === 1 ? -1 : 1);
    current.value = { row: shown ?? wanted, column: within(column, columns.value) };
    if (!extend) anchor.value = current.value;
  }

  function step(down: number, right: number, extend = false): void {
    go(current.value.row + down, current.value.column + right, extend);
  }

  const inBlock = (row: number): boolean => row >= block.value.top && row <= block.value.bottom;

  return { current, anchor, line, block, go, step, inBlock };
}

export type Cursor = ReturnType<typeof useCursor>;
