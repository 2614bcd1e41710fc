/**
 * What changed. Every answer of the core names the kinds of thing it changed (`enterprise`, `task`, …); whoever
 * shows such things hears of it here and asks again.
 */
type Listener = (kinds: ReadonlySet<string>) => void;

/** The kind that concerns everybody: another workbook was opened. */
export const EVERYTHING = '*';

const listeners = new Set<Listener>();

/** Calls `listener` after each change that touches one of `kinds` (`['*']`: after any). Returns the way to stop. */
export function onChange(kinds: readonly string[], listener: () => void): () => void {
  const heard: Listener = (changed) => {
    if (kinds.includes(EVERYTHING) || changed.has(EVERYTHING) || kinds.some((kind) => changed.has(kind))) listener();
  };
  listeners.add(heard);
  return () => listeners.delete(heard);
}

export function publish(kinds: readonly string[]): void {
  if (kinds.length === 0) return;
  const changed = new Set(kinds);
  for (const listener of [...listeners]) listener(changed);
}
