/** How an item of the checklist stands, as a light. */
import type { SessionItemRow } from '@/api/generated/requests';
import type { LightView } from '@/components/grid/types';
import { t } from '@/text';

/** From so many working days on an item is near its day. */
const SOON = 2;

export function itemLight(item: Pick<SessionItemRow, 'done_on' | 'late' | 'days_left'>): LightView | null {
  if (item.done_on) return { light: 'done', word: t('preparation.state.done') };
  if (item.late) {
    const days = -(item.days_left ?? 0);
    return { light: 'late', word: days > 0 ? t('preparation.state.late', { days }) : t('preparation.state.late_today') };
  }
  if (item.days_left === null) return null;
  if (item.days_left === 0) return { light: 'soon', word: t('preparation.state.today') };
  return { light: item.days_left <= SOON ? 'soon' : 'ok', word: t('preparation.state.left', { days: item.days_left }) };
}

/** The items whose tick changed, for one action: what to tick, or to take back. */
export function ticked(items: readonly Pick<SessionItemRow, 'id' | 'done_on'>[], now: ReadonlySet<string>): { id: string; done: boolean }[] {
  return items.filter((item) => now.has(item.id) !== !!item.done_on).map((item) => ({ id: item.id, done: now.has(item.id) }));
}
