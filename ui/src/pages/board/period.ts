/** Months as 2021-02. */

/** 2021-02 and so many months on. */
export function addMonths(month: string, step: number): string {
  const [year = 2000, number = 1] = month.split('-').map(Number);
  const all = year * 12 + number - 1 + step;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`;
}
