/** 复制催办语: what is overdue or nearly so, as a message on the clipboard. */
import { call } from '@/api/backend';
import type { ChaseQuery } from '@/api/generated/requests';
import { tell } from '@/frame/act';
import { copyText } from '@/frame/copy';
import { toast } from '@/frame/toasts';
import { t } from '@/text';

export async function copyChase(query: ChaseQuery): Promise<void> {
  try {
    const { text, count, overdue, due_soon: soon } = await call('chase_text', query);
    if (!count) return toast(t('tasks.chase.nothing'));
    await copyText(text);
    toast(t('tasks.chase.copied', { count, overdue, soon }));
  } catch (error) {
    tell(error);
  }
}
