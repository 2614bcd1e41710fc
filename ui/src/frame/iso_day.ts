/** A day as people type it (2021-02-25, 2021/2/25, 2021.2.25, 20210225) as an ISO day; null when there is no such day. */
export function isoDay(typed: string): string | null {
  const parts = /^\s*(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))\s*$/.exec(typed);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[3] ?? parts[5]), Number(parts[4] ?? parts[6])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
