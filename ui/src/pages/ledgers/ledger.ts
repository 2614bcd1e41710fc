/** One import from choosing the file to what it did: what is asked of the core, and what it answered. */
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { ApiError, call } from '@/api/backend';
import type {
  DraftRow, LedgerApplied, LedgerPreview, LedgerRequest, Mapping, Question, SheetStart, Verdict,
} from '@/api/generated/requests';
import { useJob } from '@/api/job';
import { followChanges } from '@/api/query';
import { pagedRows } from '@/components/rows';
import { changesNothing } from './read';

/** As many rows as one preview sends. */
const PAGE = 500;
/** Answers given in quick succession are one preview. */
const SETTLE_MS = 200;

export type Ledger = ReturnType<typeof useLedger>;

export function useLedger() {
  const path = ref('');
  const sheet = ref<string>();
  const headerRow = ref<number>();
  const mapping = shallowRef<Mapping>();
  const answers = shallowRef<Record<string, string>>({});
  const verdict = ref<Verdict>();

  /** The latest answer; what is older than a change of sheet is gone. */
  const preview = shallowRef<LedgerPreview | null>(null);
  /** The answers the latest preview knew. */
  const settled = shallowRef<Record<string, string>>({});
  /** How the file's sheets begin; loaded when a head must be pointed out. */
  const starts = shallowRef<SheetStart[] | null>(null);
  const applied = shallowRef<LedgerApplied | null>(null);
  /** What 撤销 says while the import is the last thing done; null when it changed nothing. */
  const undoLabel = ref<string | null>(null);
  const reading = useJob();
  const writing = useJob();

  const request = (): LedgerRequest => ({
    path: path.value, sheet: sheet.value, header_row: headerRow.value, mapping: mapping.value, answers: answers.value,
  });

  const rows = pagedRows<DraftRow>(async (offset) => {
    const asked = request();
    const page = { ...asked, verdict: verdict.value, offset };
    // The first look reads the file: it can take long, and be stopped.
    const answer = preview.value ? await call('ledger_preview', page) : await reading.run('ledger_preview', page);
    if (!answer) throw new ApiError('cancelled', '');
    if (JSON.stringify(asked) === JSON.stringify(request())) {
      preview.value = answer;
      settled.value = answers.value;
    }
    return { total: answer.rows_total, rows: answer.rows };
  }, PAGE);

  /** Why there is nothing to look at. */
  const refusal = computed(() => (preview.value || rows.loading.value ? '' : (rows.error.value?.message ?? '')));
  /** Why the latest change of the columns or the head does not hold; what stood before is still shown. */
  const complaint = computed(() => (preview.value ? (rows.error.value?.message ?? '') : ''));

  async function look(): Promise<void> {
    await rows.reset();
    if (!preview.value && rows.error.value && !(await loadStarts())) starts.value = null;
  }

  /** False when the file cannot be read at all. */
  async function loadStarts(): Promise<boolean> {
    if (starts.value) return true;
    try {
      starts.value = await call('ledger_sheets', { path: path.value });
      return true;
    } catch {
      return false;
    }
  }

  /** Begins with a file. When the person stops the reading, no file is chosen. */
  async function open(file: string): Promise<void> {
    path.value = file;
    starts.value = applied.value = null;
    await ofSheet(undefined);
    if (rows.error.value instanceof ApiError && rows.error.value.code === 'cancelled') path.value = '';
  }

  function ofSheet(name: string | undefined): Promise<void> {
    sheet.value = name;
    answers.value = {};
    headerRow.value = mapping.value = verdict.value = undefined;
    preview.value = null;
    return look();
  }

  /** The head ends at this row; its columns are recognised anew. */
  function pointHead(row: number): Promise<void> {
    headerRow.value = row;
    mapping.value = undefined;
    return look();
  }

  function mapColumns(to: Mapping): Promise<void> {
    mapping.value = to;
    return look();
  }

  function show(only: Verdict | undefined): Promise<void> {
    verdict.value = only;
    return rows.reset();
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  onScopeDispose(() => clearTimeout(timer));
  function answer(given: Record<string, string>): void {
    answers.value = { ...answers.value, ...given };
    clearTimeout(timer);
    timer = setTimeout(() => void rows.refresh(), SETTLE_MS);
  }

  /** Questions nobody has answered and of which the ledger itself says nothing. */
  const openQuestions = computed(() => preview.value?.questions.filter((one) => !one.sure && !(one.id in answers.value)) ?? []);
  const chosen = (question: Question) => answers.value[question.id] ?? question.chosen;
  /** The text typed as an answer that means nothing; the proposal holds instead. */
  function unread(question: Question): string | undefined {
    const given = settled.value[question.id];
    if (given === undefined || given !== answers.value[question.id] || given === question.chosen) return undefined;
    return question.choices.some((one) => one.id === given) ? undefined : given.slice(given.indexOf('=') + 1);
  }

  /** Imports as previewed. Rejects when refused; false when the person stopped it and nothing was changed. */
  async function apply(): Promise<boolean> {
    clearTimeout(timer);
    const answer = await writing.run('ledger_apply', request());
    if (!answer) {
      void rows.refresh();
      return false;
    }
    undoLabel.value = changesNothing(answer.summary) ? null : (await call('workbook_status', {})).undo;
    applied.value = answer;
    return true;
  }

  /** Back to checking: the import was taken back. */
  function again(): void {
    applied.value = null;
    void rows.refresh();
  }

  followChanges(['enterprise', 'project', 'demand', 'department', 'person', 'task'], () => {
    if (path.value && !applied.value && !writing.running.value) void rows.refresh();
  });

  return {
    path, sheet, headerRow, mapping, verdict, preview, rows, starts, applied, undoLabel, reading, writing, refusal, complaint, openQuestions,
    open, ofSheet, pointHead, mapColumns, show, answer, chosen, unread, apply, again, loadStarts,
  };
}
