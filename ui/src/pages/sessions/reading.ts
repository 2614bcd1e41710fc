/** What would be understood of what is being typed, line by line, shown before anything is saved. */
import { onScopeDispose, ref, type Ref, shallowRef, type ShallowRef, watch } from 'vue';

export interface Read<T> {
  line: string;
  reading: T;
}

/** Typing pauses this long before the core is asked. */
export const PAUSE_MS = 150;
/** More lines of a pasted block are not shown; they are read all the same when they are recorded. */
export const MOST_LINES = 12;

export const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);

/**
 * Asks `read` for each line of `text` once typing pauses; late answers are dropped. `again` changes when what is
 * around the text changed (another project, another need).
 */
export function useReading<T>(text: Readonly<Ref<string>>, read: (line: string) => Promise<T>, again: () => unknown): { readings: ShallowRef<Read<T>[]>; lines: Ref<number> } {
  const readings = shallowRef<Read<T>[]>([]);
  const lines = ref(0);
  let ticket = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  onScopeDispose(() => {
    clearTimeout(timer);
    ticket = -1;
  });

  async function ask(typed: string): Promise<void> {
    const mine = ++ticket;
    const wanted = linesOf(typed).slice(0, MOST_LINES);
    const found = await Promise.all(wanted.map(async (line) => ({ line, reading: await read(line) }))).catch(() => []);
    if (mine === ticket) readings.value = found;
  }

  watch([text, again], ([typed]) => {
    clearTimeout(timer);
    lines.value = linesOf(typed).length;
    if (!lines.value) {
      ticket += 1;
      readings.value = [];
    } else timer = setTimeout(() => void ask(typed), PAUSE_MS);
  }, { immediate: true });
  return { readings, lines };
}
