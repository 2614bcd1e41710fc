/** Typed text that is not saved yet: saved before the window closes or another workbook opens. */
import { onScopeDispose } from 'vue';

const pending = new Set<() => Promise<void>>();

/** A field offers its own way to save now what is typed in it. */
export function useFlush(save: () => Promise<void>): void {
  pending.add(save);
  onScopeDispose(() => pending.delete(save));
}

/** Saves everything typed; refusals stay where they were typed. */
export async function flushFields(): Promise<void> {
  await Promise.allSettled([...pending].map((save) => save()));
}
