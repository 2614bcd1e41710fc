/** Moments as told by the core (local time, ISO) in the form staff read. */

/** 2021-02-25 10:32 */
export function dayAndTime(moment: string): string {
  return `${moment.slice(0, 10)} ${moment.slice(11, 16)}`;
}
