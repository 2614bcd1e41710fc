/** The columns of 任务台账: what they show, how they are edited, which stand there at first. */
import { labels } from '@/api/generated/labels';
import type { TaskField, TaskRow } from '@/api/generated/requests';
import type { GridColumn } from '@/components/grid/types';
import { namesOf, t } from '@/text';
import { completed, people, records, units } from './choices';
import { lightView } from './lights';

const percentText = (row: TaskRow) => (row.percent === null ? '' : `${row.percent}%`);
/** How the deadline stands to the one of the issued plan. */
function againstPlan({ baseline }: TaskRow): string {
  const days = baseline?.late_days ?? null;
  if (!baseline || days === null) return '';
  if (days === 0) return t('tasks.baseline_same');
  return t(days > 0 ? 'tasks.baseline_late' : 'tasks.baseline_early', { days: Math.abs(days) });
}
const statusWords = Object.values(labels.TaskStatus);

/** `numberOf` tells the place of a row in the list. Keys of columns that are edited are names of fields. */
export function taskColumns(numberOf: (row: TaskRow) => number | undefined): GridColumn<TaskRow>[] {
  const open = (row: TaskRow) => ({ name: 'task', params: { id: row.id } });
  return [
    { key: 'number', title: t('tasks.column.number'), kind: 'link', width: 52, text: (row) => String(numberOf(row) ?? ''), to: open },
    { key: 'title', title: t('tasks.column.title'), kind: 'text', width: 210, sortable: true, editable: true, text: (row) => row.title },
    { key: 'measure', title: t('tasks.column.measure'), kind: 'text', width: 220, editable: true, text: (row) => row.measure },
    { key: 'deliverable', title: t('tasks.column.deliverable'), kind: 'text', width: 160, editable: true, text: (row) => row.deliverable },
    {
      key: 'project', title: t('tasks.column.project'), kind: 'link', width: 130, sortable: true, editable: true,
      text: (row) => row.project?.name ?? '', to: (row) => row.project && `/projects/${row.project.id}`,
      options: async (typed) => (await records('project', typed)).map((choice) => choice.label),
    },
    { key: 'enterprise', title: t('tasks.column.enterprise'), kind: 'link', width: 200, sortable: true, text: (row) => row.enterprise?.name ?? '', to: (row) => row.enterprise && `/enterprises/${row.enterprise.id}` },
    {
      key: 'lead', title: t('tasks.column.lead'), kind: 'text', width: 156, sortable: true, editable: true, text: (row) => row.lead?.name ?? '',
      options: async (typed, row) => (await units(typed === row.lead?.name ? '' : typed)).map((choice) => choice.label),
    },
    {
      key: 'assisting', title: t('tasks.column.assisting'), kind: 'text', width: 140, editable: true, muted: true, text: (row) => namesOf(row.assisting),
      options: (typed) => completed(typed, units),
    },
    {
      key: 'persons', title: t('tasks.column.persons'), kind: 'text', width: 80, editable: true, text: (row) => namesOf(row.persons),
      options: (typed, row) => completed(typed, (last) => (row.lead ? people(last, row.lead.id) : Promise.resolve([]))),
    },
    { key: 'start_on', title: t('tasks.column.start_on'), kind: 'date', width: 100, sortable: true, editable: true, text: (row) => row.start_on ?? '' },
    { key: 'due', title: t('tasks.column.due'), kind: 'date', width: 104, sortable: true, editable: true, text: (row) => row.due?.text ?? '' },
    { key: 'baseline', title: t('tasks.column.baseline'), kind: 'text', width: 120, muted: true, text: againstPlan },
    { key: 'percent', title: t('tasks.column.percent'), kind: 'percent', width: 124, sortable: true, editable: true, text: percentText, edit: (row) => row.percent?.toString() ?? '', percent: (row) => row.percent },
    {
      key: 'status', title: t('tasks.column.status'), kind: 'light', width: 190, sortable: true, editable: true, text: (row) => row.light.word,
      edit: (row) => labels.TaskStatus[row.status], options: statusWords, light: (row) => lightView(row.light),
    },
    { key: 'progress', title: t('tasks.column.progress'), kind: 'text', width: 240, editable: true, text: (row) => row.done_text },
    { key: 'demand', title: t('tasks.column.demand'), kind: 'text', width: 160, muted: true, text: (row) => row.demand?.name ?? '' },
    { key: 'milestone', title: t('tasks.column.milestone'), kind: 'text', width: 120, muted: true, editable: true, text: (row) => row.milestone?.name ?? '' },
    { key: 'note', title: t('tasks.column.note'), kind: 'text', width: 160, editable: true, text: (row) => row.note },
  ];
}

/** The columns of a fresh window. */
export const FIRST_COLUMNS = ['number', 'title', 'project', 'lead', 'assisting', 'persons', 'due', 'percent', 'status'];

/** Columns that are always there: nobody finds a row without them. */
export const FIXED_COLUMNS = ['number', 'title'];

export const isField = (key: string): key is TaskField => key in labels.TaskField;
