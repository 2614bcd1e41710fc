/** A task as a bar, and the columns at the left of 时间表. */
import type { GanttRow, TaskStatus } from '@/api/generated/requests';
import type { GanttBar, GanttColumn } from '@/components/gantt/types';
import { t } from '@/text';
import { lightView } from '../tasks/lights';
import { spanText } from './words';

const MOVABLE: readonly TaskStatus[] = ['not_started', 'in_progress', 'paused'];

export function barOf(row: GanttRow): GanttBar {
  const day = row.due?.day ?? null;
  const when = [row.start_on, row.due?.text].filter(Boolean).join(' — ');
  const base = row.baseline;
  const lines = [row.title, when, row.light.reason];
  if (base?.due) lines.push(t('gantt.baseline', { version: base.version, span: spanText({ start_on: base.start_on, due: base.due.day }) }) + (base.late_days ? `，${deviation(base.late_days)}` : ''));
  return {
    start: row.start_on,
    end: day,
    percent: row.light.kind === 'done' ? 100 : (row.percent ?? 0),
    light: lightView(row.light).light,
    tip: lines.filter(Boolean).join('\n'),
    note: row.due?.text || t('gantt.no_due'),
    baseline: base && { start: base.start_on, end: base.due?.day ?? null },
    before: row.before,
    movable: MOVABLE.includes(row.status),
  };
}

/** 比印发方案晚 3 天. */
export const deviation = (days: number): string => (days > 0 ? t('gantt.later', { days }) : t('gantt.earlier', { days: -days }));

const COLUMNS = {
  title: { key: 'title', title: t('tasks.column.title'), width: 186, text: (row) => row.title },
  project: { key: 'project', title: t('tasks.column.project'), width: 120, text: (row) => row.project?.name ?? '' },
  lead: { key: 'lead', title: t('tasks.column.lead'), width: 140, text: (row) => row.lead?.name ?? '', muted: true },
  persons: { key: 'persons', title: t('tasks.column.persons'), width: 82, text: (row) => row.persons, muted: true },
  state: { key: 'state', title: t('tasks.column.status'), width: 168, text: (row) => row.light.word },
} satisfies Record<string, GanttColumn<GanttRow>>;

export type GanttColumnKey = keyof typeof COLUMNS;
export const ganttColumns = (keys: readonly GanttColumnKey[]): GanttColumn<GanttRow>[] => keys.map((key) => COLUMNS[key]);
