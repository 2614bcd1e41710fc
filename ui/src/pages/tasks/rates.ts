/** A rate as it is told: one decimal, half-up, in whole numbers; — when nothing is counted (domain.md §1.7). */
export function rate(numerator: number, denominator: number): string {
  if (denominator === 0) return '—';
  const tenths = Math.floor((2000 * numerator + denominator) / (2 * denominator));
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}
