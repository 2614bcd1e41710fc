/** Filters kept by name: a list under one setting of this laptop. The newest stands last; a name kept again is replaced. */
export interface Saved {
  name: string;
  /** What the page needs to show the same again. */
  state: unknown;
}

/** What was kept, whatever lies there. */
export function readSaved(kept: unknown): Saved[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('name' in one) || !('state' in one)) return [];
    return typeof one.name === 'string' && one.name ? [{ name: one.name, state: one.state }] : [];
  });
}

export const LONGEST_NAME = 20;

/** A name as it is kept. */
export const cleanName = (typed: string) => [...typed.replace(/\s+/g, ' ').trim()].slice(0, LONGEST_NAME).join('');

export function keep(list: readonly Saved[], typed: string, state: unknown): Saved[] {
  const name = cleanName(typed);
  if (!name) return [...list];
  const fresh = { name, state: JSON.parse(JSON.stringify(state)) as unknown };
  return list.some((one) => one.name === name) ? list.map((one) => (one.name === name ? fresh : one)) : [...list, fresh];
}

/** Another name; nothing when it is empty or another's. */
export function rename(list: readonly Saved[], from: string, typed: string): Saved[] {
  const name = cleanName(typed);
  if (!name || list.some((one) => one.name === name)) return [...list];
  return list.map((one) => (one.name === from ? { ...one, name } : one));
}

export const drop = (list: readonly Saved[], name: string): Saved[] => list.filter((one) => one.name !== name);
