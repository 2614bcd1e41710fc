/** Dates and distances of 时间表 in words. */
import type { Span } from '@/api/generated/requests';
import { asOf } from '@/api/as_of';
import { status } from '@/frame/workbook';
import { t } from '@/text';

/** 3月1日 — 3月15日; the year where it is not the one before it, or not today's. */
export function spanText({ start_on, due }: Span): string {
  const now = (asOf.value ?? status.value?.today ?? '').slice(0, 4);
  const said = (day: string, year = now) => {
    const [y, m, d] = day.split('-');
    const text = t('gantt.day', { month: Number(m), day: Number(d) });
    return y === year ? text : t('gantt.day_of_year', { year: y ?? '', day: text });
  };
  if (start_on && due) return start_on === due ? said(due) : `${said(start_on)} — ${said(due, start_on.slice(0, 4))}`;
  return start_on ? said(start_on) : due ? said(due) : t('gantt.no_due');
}
/** 晚 3 天, 早 2 天. */
export const later = (days: number): string => (days > 0 ? t('gantt.tip.later', { days }) : t('gantt.tip.earlier', { days: -days }));
