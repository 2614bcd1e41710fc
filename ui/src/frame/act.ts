/** Doing: the one way a button of a page changes something, and undoing it. */
import { asOf } from '@/api/as_of';
import { type AnswerOf, call, type CallOptions, type RequestName, type RequestOf } from '@/api/backend';
import { t } from '@/text';
import { toast } from './toasts';
import { readOnly, status } from './workbook';

/** Says a failure in a toast. */
export function tell(error: unknown): void {
  toast(error instanceof Error ? error.message : String(error), { kind: 'refused' });
}

/**
 * Asks the core to change something. `done` is said in a toast that offers 撤销; a refusal is said too. Resolves to
 * the answer, or undefined when it was refused. (Fields save through their own `save`, which shows refusals in place.)
 */
export async function act<N extends RequestName>(
  name: N,
  request: RequestOf<N>,
  done?: string,
  options?: CallOptions,
): Promise<AnswerOf<N> | undefined> {
  try {
    const answer = await call(name, request, options);
    if (done !== undefined) toast(done, { action: { label: t('frame.undo_short'), run: () => void undo() } });
    return answer;
  } catch (error) {
    tell(error);
    return undefined;
  }
}

/** Says why nothing can be changed now. True when that is so. */
function refusedReadOnly(): boolean {
  if (!readOnly.value) return false;
  toast(asOf.value ? t('frame.as_of_banner', { day: asOf.value }) : t('frame.read_only_banner'), { kind: 'refused' });
  return true;
}

/** 撤销 the last action, whatever it was. */
export async function undo(): Promise<void> {
  if (refusedReadOnly()) return;
  if (!status.value?.undo) return toast(t('frame.nothing_to_undo'));
  try {
    const { label, kept } = await call('undo', {});
    toast(kept > 0 ? t('frame.undone_kept', { what: label, count: kept }) : t('frame.undone', { what: label }));
  } catch (error) {
    tell(error);
  }
}

export async function redo(): Promise<void> {
  if (refusedReadOnly() || !status.value?.redo) return;
  try {
    const { label } = await call('redo', {});
    toast(t('frame.redone', { what: label }), { action: { label: t('frame.undo_short'), run: () => void undo() } });
  } catch (error) {
    tell(error);
  }
}
