/** 议程 by the clock: each presentation begins when the one before it ends. */

export interface Slot {
  /** HH:MM (H:MM counted from 0:00 when no start is fixed); empty when it cannot be told. */
  from: string;
  to: string;
}

const DAY = 24 * 60;

function clock(minutes: number, fixed: boolean): string {
  const hours = Math.floor((minutes % DAY) / 60);
  return `${fixed ? String(hours).padStart(2, '0') : hours}:${String(minutes % 60).padStart(2, '0')}`;
}

/** One slot for each presentation, from its minutes; behind one without minutes no time can be told. */
export function slots(minutes: readonly (number | null)[], startsAt: string): Slot[] {
  const [hours, rest] = startsAt.split(':').map(Number);
  let at: number | null = startsAt ? (hours ?? 0) * 60 + (rest ?? 0) : 0;
  return minutes.map((length) => {
    const from = at;
    at = at === null || length === null ? null : at + length;
    return { from: from === null ? '' : clock(from, !!startsAt), to: at === null ? '' : clock(at, !!startsAt) };
  });
}
