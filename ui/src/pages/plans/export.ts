/** 导出 Word: of a version that is worked on as it stands, of an issued one the very file that was frozen. */
import { backend, call } from '@/api/backend';
import type { PlanPage } from '@/api/generated/requests';
import { flushFields } from '@/components/flush';
import { tell } from '@/frame/act';
import { toast } from '@/frame/toasts';
import { t } from '@/text';

/** Asks where the paper goes; null when the person thinks better of it. */
export async function askWhere(page: Pick<PlanPage, 'file_name'>): Promise<string | null> {
  const filters = [{ name: t('plan.export.word'), extensions: ['docx'] }];
  return (await backend().saveDialog({ title: t('plan.export.title'), name: page.file_name, filters })) ?? null;
}

/** Writes it there and offers to open it. A refusal is thrown. */
export async function exportTo(id: string, path: string): Promise<void> {
  const written = await call('plan_export', { id, path });
  toast(t('plan.exported', { path: written.path }), { action: { label: t('plan.open'), run: () => void backend().openPath(written.path).catch(tell) } });
}

export async function exportPlan(page: Pick<PlanPage, 'id' | 'file_name'>): Promise<void> {
  await flushFields();
  const path = await askWhere(page);
  if (path) await exportTo(page.id, path).catch(tell);
}
