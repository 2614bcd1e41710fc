/** The keys of a grid, for both states: moving between cells, and editing one. */
import { isIme } from '../keys';
import type { Cursor } from './cursor';
import type { useEditor } from './editor';

interface Grid {
  cursor: Cursor;
  editor: Pick<ReturnType<typeof useEditor>, 'active' | 'choices' | 'choose' | 'commit' | 'cancel'>;
  /** Rows of PgUp and PgDn. */
  page: number;
  columns: number;
  rows: number;
  begin(): boolean;
  open(): void;
  clear(): void;
  /** Forgets what was refused at the current cell. */
  forget(): boolean;
  check?(): void;
}

/** Handles a keydown on the grid's input. While an input method composes, every key is its own. */
export function gridKeydown(event: KeyboardEvent, grid: Grid): void {
  if (isIme(event)) return;
  const handled = grid.editor.active.value ? whileEditing(event, grid) : whileMoving(event, grid);
  if (!handled) return;
  event.preventDefault();
  event.stopPropagation();
}

function whileEditing(event: KeyboardEvent, { cursor, editor }: Grid): boolean {
  switch (event.key) {
    case 'Enter':
      void editor.commit();
      cursor.step(event.shiftKey ? -1 : 1, 0);
      return true;
    case 'Tab':
      void editor.commit();
      cursor.step(0, event.shiftKey ? -1 : 1);
      return true;
    case 'Escape':
      editor.cancel();
      return true;
    case 'ArrowDown':
    case 'ArrowUp':
      if (editor.choices.list.length) editor.choose(event.key === 'ArrowDown' ? 1 : -1);
      return true;
    default:
      return false;
  }
}

function whileMoving(event: KeyboardEvent, grid: Grid): boolean {
  const { cursor, columns, rows, page } = grid;
  const { row, column } = cursor.current.value;
  const far = event.ctrlKey || event.metaKey;
  if (event.altKey) return false;
  switch (event.key) {
    case 'ArrowDown':
      cursor.go(far ? rows - 1 : row + 1, column, event.shiftKey);
      return true;
    case 'ArrowUp':
      cursor.go(far ? 0 : row - 1, column, event.shiftKey);
      return true;
    case 'ArrowRight':
      cursor.go(row, far ? columns - 1 : column + 1, event.shiftKey);
      return true;
    case 'ArrowLeft':
      cursor.go(row, far ? 0 : column - 1, event.shiftKey);
      return true;
    case 'Home':
      cursor.go(far ? 0 : row, 0, event.shiftKey);
      return true;
    case 'End':
      cursor.go(far ? rows - 1 : row, columns - 1, event.shiftKey);
      return true;
    case 'PageDown':
      cursor.go(row + page, column, event.shiftKey);
      return true;
    case 'PageUp':
      cursor.go(row - page, column, event.shiftKey);
      return true;
    case 'Tab': {
      // Moves along the row; at its end Tab leaves the grid, so that the keyboard is not caught in it.
      const next = column + (event.shiftKey ? -1 : 1);
      if (next < 0 || next >= columns) return false;
      cursor.go(row, next);
      return true;
    }
    case 'Enter':
      if (far || !grid.begin()) grid.open();
      return true;
    case 'F2':
      grid.begin();
      return true;
    case 'Delete':
      grid.clear();
      return true;
    case 'Escape':
      return grid.forget();
    case ' ':
      grid.check?.();
      return grid.check !== undefined;
    default:
      return false;
  }
}
