/** From days to pixels at one of four scales, and what stands in the head. */
import { dateOf, firstOfMonth, monthOf, weekdayOf, yearOf } from './days';

export const SCALES = ['day', 'week', 'month', 'quarter'] as const;
export type Scale = (typeof SCALES)[number];

/** Pixels of a day at the standard text size. */
const WIDTH: Record<Scale, number> = { day: 26, week: 11, month: 2.8, quarter: 1.05 };
/** Days kept free before the first and behind the last. */
const MARGIN: Record<Scale, [before: number, after: number]> = { day: [4, 10], week: [7, 21], month: [8, 40], quarter: [20, 90] };
/** Nothing is drawn beyond so many days: a slip of the keyboard (1990, 2199) would make the strip endless. */
const MOST_DAYS = 7400;

/** A piece of the head: a month, a week … `major` ones stand in the upper line. */
export interface Tick {
  day: number;
  days: number;
  major: boolean;
  unit: 'year' | 'quarter' | 'month' | 'week' | 'day';
  year: number;
  /** Month 1–12, quarter 1–4, day of the month. */
  number: number;
}

export class Timeline {
  readonly width: number;
  readonly dayWidth: number;

  constructor(
    readonly scale: Scale,
    /** The first and the last day drawn. */
    readonly first: number,
    readonly last: number,
    textScale: number,
  ) {
    this.dayWidth = WIDTH[scale] * textScale;
    this.width = Math.ceil((last - first + 1) * this.dayWidth);
  }

  /** A timeline that holds `from`–`to` with some air, and fills `room` pixels. Far slips are cut off around `today`. */
  static around(scale: Scale, from: number, to: number, today: number, room: number, textScale: number): Timeline {
    const [before, after] = MARGIN[scale];
    const start = Math.max(Math.min(from, today) - before, today - MOST_DAYS / 2);
    const first = { day: () => start, week: () => start - weekdayOf(start), month: () => firstOfMonth(yearOf(start), monthOf(start)), quarter: () => firstOfMonth(yearOf(start), Math.floor((monthOf(start) - 1) / 3) * 3 + 1) }[scale]();
    const fill = first + Math.ceil(room / (WIDTH[scale] * textScale)) - 1;
    const last = Math.min(Math.max(to + after, today + after, fill), first + MOST_DAYS);
    return new Timeline(scale, first, Math.max(last, fill), textScale);
  }

  /** A timeline of whole months that is just so wide, for paper; its scale follows its length. */
  static fitted(from: number, to: number, width: number): Timeline {
    const first = firstOfMonth(yearOf(from), monthOf(from));
    const next = monthOf(to) === 12 ? firstOfMonth(yearOf(to) + 1, 1) : firstOfMonth(yearOf(to), monthOf(to) + 1);
    const days = next - first;
    const scale = days <= 45 ? 'day' : days <= 200 ? 'week' : days <= 1100 ? 'month' : 'quarter';
    return new Timeline(scale, first, next - 1, width / days / WIDTH[scale]);
  }

  /** Where a day begins. */
  x(day: number): number {
    return (day - this.first) * this.dayWidth;
  }
  /** The day at a place. */
  day(x: number): number {
    return this.first + Math.floor(x / this.dayWidth);
  }

  /** The head's pieces that reach into `from`–`to`. */
  ticks(from: number, to: number): Tick[] {
    const ticks: Tick[] = [];
    const first = Math.max(from, this.first);
    const last = Math.min(to, this.last);
    const months = (unit: Tick['unit'], step: number, major: boolean) => {
      let year = yearOf(first);
      let month = Math.floor((monthOf(first) - 1) / step) * step + 1;
      for (let day = firstOfMonth(year, month); day <= last; ) {
        const next = month + step > 12 ? firstOfMonth(year + 1, 1) : firstOfMonth(year, month + step);
        ticks.push({ day, days: next - day, major, unit, year, number: unit === 'quarter' ? (month - 1) / 3 + 1 : unit === 'year' ? year : month });
        day = next;
        [year, month] = [yearOf(day), monthOf(day)];
      }
    };
    if (this.scale === 'quarter') {
      months('year', 12, true);
      months('quarter', 3, false);
    } else if (this.scale === 'month') {
      months('year', 12, true);
      months('month', 1, false);
    } else {
      months('month', 1, true);
      const step = this.scale === 'day' ? 1 : 7;
      for (let day = step === 1 ? first : first - weekdayOf(first); day <= last; day += step) {
        ticks.push({ day, days: step, major: false, unit: this.scale, year: yearOf(day), number: dateOf(day) });
      }
    }
    return ticks;
  }
}
