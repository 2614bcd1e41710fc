/** The days off around what is in view, asked for as it grows. */
import { ref, shallowRef } from 'vue';
import { call } from '@/api/backend';
import { followChanges } from '@/api/query';
import { dayOf, isoOf } from '@/components/gantt/days';

/** Days asked for beyond what is in view. */
const AHEAD = 200;

export function useDaysOff() {
  const off = shallowRef<ReadonlySet<string>>(new Set());
  const known = ref<{ from: number; to: number } | null>(null);

  async function ask(from: number, to: number): Promise<void> {
    known.value = { from, to };
    const days = await call('calendar_days_off', { from: isoOf(from), to: isoOf(to) }).catch(() => []);
    if (known.value.from === from && known.value.to === to) off.value = new Set(days);
  }
  function cover(first: string, last: string): void {
    const [from, to] = [dayOf(first), dayOf(last)];
    const now = known.value;
    if (now && now.from <= from - AHEAD / 4 && now.to >= to + AHEAD / 4) return;
    void ask(Math.min(from - AHEAD, now?.from ?? from), Math.max(to + AHEAD, now?.to ?? to));
  }
  followChanges(['calendar'], () => known.value && void ask(known.value.from, known.value.to));
  return { off, cover };
}
