/**
 * What is typed for an item and not settled yet. Kept on this computer, so that neither moving on nor an end of the
 * program loses it; given up when the item is settled.
 */
import { reactive } from 'vue';

export interface Draft {
  lines: string;
  /** Names of units nobody knew, and the ones chosen for them. */
  remember: { said: string; unit: string }[];
}

const KEY = 'meeting_draft.';
const drafts = reactive(new Map<string, Draft>());

function read(id: string): Draft {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY + id) ?? 'null') as Draft | null;
    if (kept && typeof kept.lines === 'string') return { lines: kept.lines, remember: Array.isArray(kept.remember) ? kept.remember : [] };
  } catch {
    // Not ours, or not whole: begin anew.
  }
  return { lines: '', remember: [] };
}

/** The draft of an item. */
export function draftOf(id: string): Draft {
  const known = drafts.get(id);
  if (known) return known;
  const fresh = reactive(read(id));
  drafts.set(id, fresh);
  return fresh;
}

/** Keeps what is typed. */
export function keep(id: string): void {
  const draft = draftOf(id);
  if (draft.lines.trim()) localStorage.setItem(KEY + id, JSON.stringify(draft));
  else localStorage.removeItem(KEY + id);
}

/** The item is settled: nothing is waiting any more. */
export function forget(id: string): void {
  const draft = draftOf(id);
  draft.lines = '';
  draft.remember = [];
  localStorage.removeItem(KEY + id);
}
