/** Days as whole numbers since 1970-01-01, so that places and distances are plain arithmetic. */

const DAY = 86_400_000;

export const dayOf = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
export const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
const date = (day: number) => new Date(day * DAY);
export const yearOf = (day: number): number => date(day).getUTCFullYear();
/** 1–12. */
export const monthOf = (day: number): number => date(day).getUTCMonth() + 1;
export const dateOf = (day: number): number => date(day).getUTCDate();
/** 0 is Monday. */
export const weekdayOf = (day: number): number => (date(day).getUTCDay() + 6) % 7;
export const firstOfMonth = (year: number, month: number): number => Math.round(Date.UTC(year, month - 1, 1) / DAY);

/** Which days are worked, for arithmetic while something is dragged. */
export class WorkDays {
  constructor(private readonly off: ReadonlySet<number>) {}

  isOff(day: number): boolean {
    return this.off.has(day);
  }
  /** The day itself, or the last worked day before it. */
  backTo(day: number): number {
    let at = day;
    while (this.off.has(at) && day - at < 31) at -= 1;
    return at;
  }
  /** The day itself, or the first worked day after it. */
  onTo(day: number): number {
    let at = day;
    while (this.off.has(at) && at - day < 31) at += 1;
    return at;
  }
  /** Worked days from `first` to `last`, both counted. */
  between(first: number, last: number): number {
    let count = 0;
    for (let day = first; day <= last; day += 1) if (!this.off.has(day)) count += 1;
    return count;
  }
}
