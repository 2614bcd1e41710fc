/** Small things the pages of 调度 share. */
import { backend, call } from '@/api/backend';
import { labels } from '@/api/generated/labels';
import type { LightKind, MeetingItemRow, SupervisionLevel } from '@/api/generated/requests';
import { tell } from '@/frame/act';
import { toast } from '@/frame/toasts';
import { t } from '@/text';

/** 2月18日: as people say a day of this year. */
export function dayInWords(iso: string): string {
  const [, month, day] = iso.split('-').map(Number);
  return t('day.short', { month: month ?? 0, day: day ?? 0 });
}

/** 2021年2月25日. */
export function dayInFull(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return t('day.full', { year: year ?? 0, month: month ?? 0, day: day ?? 0 });
}

/** 8 of 2021年第8次; the whole number when it is written otherwise. */
export function shortNumber(number: string): string {
  const found = /第\s*(\d+)\s*次/.exec(number);
  return found ? t('meeting.number_short', { number: found[1] ?? '' }) : number;
}

/** 蓝, 黄, 红 beside the level. */
export const COLOURS: Record<SupervisionLevel, string> = { notice: t('level.blue'), urge: t('level.yellow'), report: t('level.red') };
export const levelWord = (level: SupervisionLevel): string => t('supervision.level', { level: labels.SupervisionLevel[level], colour: COLOURS[level] });

/** What stands at the end of a line of the queue: as short as it can be. */
export function shortLight(item: MeetingItemRow): { mark: LightKind | 'none'; word: string } {
  const task = item.task;
  if (!task) return { mark: 'none', word: t('item.no_light') };
  if (task.status === 'submitted') return { mark: 'done', word: labels.Urgency.submitted };
  const numbers = /\d+(\.\d+)?/.exec(task.light.word);
  const { kind } = task.light;
  if (kind === 'overdue' && numbers) return { mark: kind, word: t('light.days', { count: numbers[0] }) };
  if ((kind === 'behind' || kind === 'slow') && numbers) return { mark: kind, word: numbers[0] };
  if (kind === 'due_soon') return { mark: kind, word: numbers ? numbers[0] : t('light.today') };
  if (task.need_coordination) return { mark: 'on_hold', word: t('light.coordinate') };
  return { mark: kind, word: kind === 'normal' ? t('item.no_light') : labels.LightKind[kind] };
}

/** Asks where the 纪要 goes and writes it. */
export async function exportMinutes(id: string): Promise<void> {
  try {
    const { path: name } = await call('meeting_paper_name', { id });
    const chosen = await backend().saveDialog({ title: t('meeting.export_title'), name, filters: [{ name: t('forms.word_kind'), extensions: ['docx'] }] });
    if (!chosen) return;
    const { path } = await call('meeting_export', { id, path: chosen });
    toast(t('meeting.exported', { path }), { action: { label: t('meeting.open_file'), run: () => void backend().openPath(path).catch(tell) } });
  } catch (error) {
    tell(error);
  }
}

/** Asks where 督办单 go and writes them: one to a file, several into a folder. */
export async function exportSupervisions(ids: readonly string[]): Promise<void> {
  try {
    const [only] = ids;
    if (ids.length === 1 && only) {
      const { path: name } = await call('supervision_paper_name', { id: only });
      const chosen = await backend().saveDialog({ title: t('supervision.export_title'), name, filters: [{ name: t('forms.word_kind'), extensions: ['docx'] }] });
      if (!chosen) return;
      const { path } = await call('supervision_export', { id: only, path: chosen });
      toast(t('supervision.exported', { path }), { action: { label: t('meeting.open_file'), run: () => void backend().openPath(path).catch(tell) } });
      return;
    }
    const folder = await backend().openDialog({ title: t('supervision.export_folder'), filters: [], folder: true });
    if (!folder) return;
    const files = await call('supervision_export_all', { ids: [...ids], folder });
    toast(t('supervision.exported_many', { count: files.length, folder }));
  } catch (error) {
    tell(error);
  }
}
