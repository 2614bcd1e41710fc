/** Where tasks stand on a strip of months: everything as parts of the strip's width, so that no pixel is counted. */

/** What is drawn of a task. Days are ISO. */
export interface Dated {
  start_on: string | null;
  due: { day: string | null } | null;
}
export interface Month {
  year: number;
  /** 1–12. */
  month: number;
  left: string;
  width: string;
}
export interface Bar {
  left: string;
  width: string;
}

const DAY = 86_400_000;
const time = (day: string) => Date.parse(`${day}T00:00:00Z`);
/** No strip shows more than this; a longer one shows the months around today. */
const MOST_MONTHS = 36;

export class Strip {
  readonly months: Month[] = [];
  private readonly from: number;
  private readonly to: number;

  /** Whole months that hold all days of the tasks and today. */
  constructor(tasks: readonly Dated[], today: string) {
    const now = new Date(time(today));
    const index = (at: number) => (new Date(at).getUTCFullYear() - now.getUTCFullYear()) * 12 + new Date(at).getUTCMonth() - now.getUTCMonth();
    const days = tasks.flatMap((task) => [task.start_on, task.due?.day ?? null]).filter((day) => day !== null);
    const indices = [0, ...days.map((day) => index(time(day)))];
    const first = Math.max(Math.min(...indices), -MOST_MONTHS / 2);
    const last = Math.max(Math.min(Math.max(...indices), first + MOST_MONTHS - 1), first + 2);
    const start = (at: number) => Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + at, 1);
    this.from = start(first);
    this.to = start(last + 1);
    for (let at = first; at <= last; at += 1) {
      const date = new Date(start(at));
      this.months.push({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, left: this.place(start(at)), width: this.share(start(at + 1) - start(at)) });
    }
  }

  /** The day's middle. */
  at(day: string): string {
    return this.place(time(day) + DAY / 2);
  }

  /** From its start to the end of its last day; one day wide without a start, nothing without a deadline. */
  bar(task: Dated): Bar | null {
    if (!task.due?.day) return null;
    const end = Math.min(time(task.due.day) + DAY, this.to);
    const start = Math.max(Math.min(time(task.start_on ?? task.due.day), end - DAY), this.from);
    return end <= this.from ? null : { left: this.place(start), width: this.share(end - start) };
  }

  private place(at: number): string {
    return this.share(at - this.from);
  }
  private share(length: number): string {
    return `${((length / (this.to - this.from)) * 100).toFixed(3)}%`;
  }
}
