/** Copying, pasting and clearing blocks of cells, as with Excel and WPS. */
import { t } from '@/text';
import type { RowSource } from '../rows';
import type { Cursor } from './cursor';
import { fromTsv, toTsv } from './tsv';
import type { GridColumn, GridEdit } from './types';

interface Grid<R> {
  source: RowSource<R>;
  /** Is the row folded away? */
  hidden(row: number): boolean;
  columns: () => readonly GridColumn<R>[];
  cursor: Cursor;
  canEdit(row: R | undefined, column: GridColumn<R> | undefined): boolean;
  cellText(row: R, column: GridColumn<R>): string;
  store(edits: GridEdit<R>[]): Promise<void>;
  /** Says at the current cell why nothing was done. */
  refuse(sentence: string): void;
}

export function useClipboard<R>(grid: Grid<R>) {
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, step) => from + step);

  function copy(event: ClipboardEvent): void {
    event.preventDefault();
    const { top, bottom, left, right } = grid.cursor.block.value;
    // What is folded away is not copied: one gets what one sees.
    const rows = range(top, bottom).filter((row) => !grid.hidden(row)).map((row) => grid.source.at(row));
    // Half a block would be worse than none.
    if (rows.includes(undefined)) return grid.refuse(t('grid.copy_loading'));
    const columns = grid.columns().slice(left, right + 1);
    event.clipboardData?.setData('text/plain', toTsv(rows.map((row) => columns.map((column) => grid.cellText(row as R, column)))));
  }

  async function paste(event: ClipboardEvent): Promise<void> {
    event.preventDefault();
    const pasted = fromTsv(event.clipboardData?.getData('text/plain') ?? '');
    const { top, bottom, left, right } = grid.cursor.block.value;
    const single = pasted.length === 1 && pasted[0]?.length === 1 ? (pasted[0][0] ?? '') : null;
    // One cell fills the whole selected block.
    if (single === null) await write(top, left, pasted);
    else await write(top, left, range(top, bottom).map(() => range(left, right).map(() => single)));
  }

  async function clear(): Promise<void> {
    const { top, bottom, left, right } = grid.cursor.block.value;
    await write(top, left, range(top, bottom).map(() => range(left, right).map(() => '')));
  }

  /** Writes a block, all or nothing. */
  async function write(top: number, left: number, block: string[][]): Promise<void> {
    if (top + block.length > grid.source.total.value) return grid.refuse(t('grid.paste_too_long'));
    if (range(top, top + block.length - 1).some(grid.hidden)) return grid.refuse(t('grid.paste_folded'));
    await grid.source.ensure(top, top + block.length);
    const edits: GridEdit<R>[] = [];
    for (const [down, cells] of block.entries()) {
      const row = grid.source.at(top + down);
      if (!row) return grid.refuse(t('grid.copy_loading'));
      for (const [across, text] of cells.entries()) {
        const column = grid.columns()[left + across];
        if (!column) return grid.refuse(t('grid.paste_too_wide'));
        if (text === grid.cellText(row, column)) continue;
        if (!grid.canEdit(row, column)) return grid.refuse(t('grid.paste_read_only', { column: column.title }));
        edits.push({ row, column: column.key, text });
      }
    }
    if (edits.length) await grid.store(edits);
  }

  return { copy, paste, clear };
}
