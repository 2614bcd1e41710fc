/** How a previewed ledger is shown: what a cell was read as, where a doubt stands, what a column may be. */
import type { CellPlace, Column, DraftRow, DraftSummary, Mapping, Question } from '@/api/generated/requests';
import { labels } from '@/api/generated/labels';
import { namesOf, t } from '@/text';

/** A cell as it is drawn. */
export interface CellView {
  /** What the program made of it, or the text itself. */
  text: string;
  /** The cell's own words, when they differ. */
  typed?: string;
  /** What stands in the workbook now, when importing changes it. */
  before?: string;
}

/** The name Excel gives a zero-based column: A, B … Z, AA. */
export function columnLetter(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetter(Math.floor(column / 26) - 1) + letter;
}

/** 第9行 K列; several cells by their number. */
export function placeOf(cells: readonly CellPlace[]): string {
  const first = cells[0];
  if (!first) return '';
  if (cells.length === 1) return t('ledgers.place', { ...first });
  const same = cells.every((cell) => cell.column === first.column);
  return same ? t('ledgers.places', { count: cells.length, column: first.column }) : t('ledgers.places_mixed', { count: cells.length });
}

const LONG_TERM = '~longterm';

/** What the draft understood of a column; undefined where it keeps the words. */
function readAs(row: DraftRow, column: Column): string | undefined {
  const task = row.task;
  if (!task) return undefined;
  const day = (date: string | null) => (date && !date.endsWith(LONG_TERM) ? date.split('~')[0] : undefined);
  const percent = task.notes.at(-1)?.percent ?? null;
  switch (column) {
    case 'lead': return task.lead?.name;
    case 'assisting': return namesOf(task.assisting) || undefined;
    case 'due': return day(task.due);
    case 'start': return day(task.start);
    case 'progress': return percent === null ? undefined : `${percent}%`;
    default: return undefined;
  }
}

/** The cell of `row` in the column at `index`. */
export function cellView(row: DraftRow, index: number, column: Column): CellView {
  const typed = row.cells[index] ?? '';
  const change = column === 'ignore' ? undefined : row.changes.find((one) => one.column === column);
  if (change) return { text: change.to || t('ledgers.empty_value'), before: change.from || t('ledgers.empty_value') };
  const read = typed ? readAs(row, column) : undefined;
  return read === undefined || read === typed ? { text: typed } : { text: read, typed };
}

/** The whole of a cell in words, for who points at it. */
export function cellTitle({ text, typed, before }: CellView, doubt?: Question): string {
  if (before !== undefined) return t('ledgers.change', { from: before, to: text });
  if (doubt) return `${typed ?? text}：${doubt.text}`;
  return typed === undefined ? text : t('ledgers.as_typed', { read: text, typed });
}

/** What is to be said of a row: why it is passed over, what was done without asking. */
export function notesOf(row: DraftRow): string {
  return row.skip ? labels.SkipReason[row.skip] : row.remarks.join('；');
}

/** Does importing make or change no record a person would name? */
export function changesNothing(sum: DraftSummary): boolean {
  return sum.enterprises_new + sum.projects_new + sum.tasks_new + sum.tasks_updated === 0;
}

/** What a column may be, for its choice. */
export const COLUMNS = (Object.entries(labels.Column) as [Column, string][]).map(([value, label]) => ({ value, label }));

/** Columns that may stand in a ledger more than once; the core's `Column::may_repeat`. */
const REPEATABLE: readonly Column[] = ['ignore', 'month', 'note', 'measure', 'phone', 'person', 'assisting'];

/** The mapping after the person says what the column at `index` is. Another column that was it is no longer. */
export function remapped(mapping: Mapping, index: number, column: Column): Mapping {
  const others = (old: Column) => (old === column && !REPEATABLE.includes(column) ? 'ignore' : old);
  return { ...mapping, columns: mapping.columns.map((old, at) => (at === index ? column : others(old))) };
}

/** A choice that wants something typed or picked behind its sign. */
export const wantsInput = (choice: string): boolean => choice.endsWith('=');

/** Is `choice` the one that holds, `answer` being the answer that holds? */
export function holds(question: Question, choice: string, answer: string): boolean {
  if (answer === choice) return true;
  const offered = question.choices.some((one) => one.id === answer);
  return !offered && wantsInput(choice) && answer.startsWith(choice);
}
