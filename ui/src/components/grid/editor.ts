/**
 * Editing a cell. The grid's one input always has the focus, because an input method works only while an editable
 * element has it; typing into it begins an edit that replaces the cell.
 */
import { computed, reactive, ref, shallowReactive, shallowRef } from 'vue';
import type { GridColumn, GridEdit } from './types';

interface Editing<R> {
  row: R;
  column: GridColumn<R>;
}

/** What was typed into a cell and is not (yet) what the core holds. */
export interface Draft {
  text: string;
  /** The sentence of the refusal; while it is being saved, undefined. */
  refused?: string;
  /** Cells that were refused together, as a pasted block: they are saved together once the wrong one is put right. */
  block?: readonly string[];
}

export const cellKey = (row: string, column: string): string => `${row}\t${column}`;

export function useEditor<R extends { id: string }>(
  save: (edits: GridEdit<R>[]) => Promise<void>,
  /** Resolves when the rows have been read again after a save. */
  settled: () => Promise<void>,
) {
  const editing = shallowRef<Editing<R> | null>(null);
  const text = ref('');
  const drafts = shallowReactive(new Map<string, Draft>());
  const choices = reactive<{ list: readonly string[]; current: number }>({ list: [], current: -1 });
  /** The edits behind refused drafts. */
  const waiting = new Map<string, GridEdit<R>>();
  let initial = '';
  let ticket = 0;

  const draftOf = (row: R, column: string): Draft | undefined => drafts.get(cellKey(row.id, column));

  async function propose(): Promise<void> {
    const now = editing.value;
    const options = now?.column.options;
    const mine = ++ticket;
    let list: readonly string[] = [];
    if (typeof options === 'function') list = now ? await options(text.value, now.row).catch(() => []) : [];
    // An untouched value shows all choices; typing narrows them.
    else if (options) list = options.filter((one) => text.value === initial || one.includes(text.value.trim()));
    if (mine !== ticket) return;
    choices.list = list;
    choices.current = text.value === initial ? list.indexOf(text.value) : -1;
  }

  /** Begins with the cell's own text, or with `typed` instead of it. */
  function begin(row: R, column: GridColumn<R>, typed?: string): void {
    editing.value = { row, column };
    initial = typed ?? draftOf(row, column.key)?.text ?? (column.edit ?? column.text)(row);
    text.value = initial;
    void propose();
  }

  function type(typed: string): void {
    text.value = typed;
    void propose();
  }

  function end(): void {
    editing.value = null;
    text.value = '';
    choices.list = [];
    choices.current = -1;
  }

  /** Leaves the cell as it was; a refused text is forgotten too. */
  function cancel(): void {
    const now = editing.value;
    if (now) drafts.delete(cellKey(now.row.id, now.column.key));
    end();
  }

  /** Forgets what was refused in a cell, and all that was refused together with it. True when there was something. */
  function forget(row: R | undefined, column: string | undefined): boolean {
    const draft = row && column ? drafts.get(cellKey(row.id, column)) : undefined;
    if (!row || !column || draft?.refused === undefined) return false;
    for (const key of draft.block ?? [cellKey(row.id, column)]) drafts.delete(key);
    return true;
  }

  /** What was refused together with this cell and still waits, its own text put right. */
  function together(row: R, column: string, text: string): GridEdit<R>[] {
    const own = { row, column, text };
    const block = drafts.get(cellKey(row.id, column))?.block ?? [];
    return block.length < 2
      ? [own]
      : block.flatMap((key) => {
          if (key === cellKey(row.id, column)) return [own];
          const kept = waiting.get(key);
          const draft = drafts.get(key);
          return kept && draft?.refused !== undefined ? [{ ...kept, text: draft.text }] : [];
        });
  }

  /**
   * Saves what was typed and goes on at once: nobody waits for the disk between two cells. A refused text stays in
   * its cell with the sentence.
   */
  async function commit(): Promise<void> {
    const now = editing.value;
    if (!now) return;
    const { row, column } = now;
    const chosen = choices.list[choices.current] ?? text.value;
    end();
    const edits = together(row, column.key, chosen);
    if (edits.length > 1) await store(edits);
    else if (chosen === (column.edit ?? column.text)(row)) drafts.delete(cellKey(row.id, column.key));
    else await store(edits);
  }

  /** Saves edits as one step, showing them meanwhile. */
  async function store(edits: GridEdit<R>[]): Promise<void> {
    const keys = edits.map((edit) => cellKey(edit.row.id, edit.column));
    const mine = edits.map((edit): Draft => ({ text: edit.text }));
    keys.forEach((key, index) => drafts.set(key, mine[index] as Draft));
    try {
      await save(edits);
      await settled();
      keys.forEach((key, index) => {
        if (drafts.get(key) === mine[index]) drafts.delete(key);
        waiting.delete(key);
      });
    } catch (error) {
      const refused = error instanceof Error ? error.message : String(error);
      keys.forEach((key, index) => {
        const edit = edits[index];
        if (!edit || drafts.get(key) !== mine[index]) return;
        drafts.set(key, { text: edit.text, refused, block: keys.length > 1 ? keys : undefined });
        waiting.set(key, edit);
      });
    }
  }

  function choose(step: number): void {
    const count = choices.list.length;
    if (count > 0) choices.current = (choices.current + step + count + (choices.current < 0 && step < 0 ? 1 : 0)) % count;
  }

  const active = computed(() => editing.value !== null);
  return { editing, active, text, drafts, choices, draftOf, begin, type, cancel, forget, commit, store, choose };
}
