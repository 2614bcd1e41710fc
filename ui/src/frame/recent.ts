/** Records opened lately, for the empty search box; kept for this workbook on this computer. */
import { status } from './workbook';

/** Something one can go to. */
export interface Hit {
  kind: string;
  id: string;
  title: string;
  subtitle: string;
}

const KEPT = 12;
const key = () => `recent:${status.value?.path ?? ''}`;

export function recentHits(): Hit[] {
  try {
    return JSON.parse(localStorage.getItem(key()) ?? '[]') as Hit[];
  } catch {
    return [];
  }
}

/** A record's page says that it was opened. */
export function noteOpened(hit: Hit): void {
  const others = recentHits().filter((one) => one.id !== hit.id);
  localStorage.setItem(key(), JSON.stringify([hit, ...others].slice(0, KEPT)));
}
