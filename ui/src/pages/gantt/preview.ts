/** What a move would do, asked while the bar is on its way: one question at a time, the last place wins. */
import { shallowRef } from 'vue';
import { call } from '@/api/backend';
import type { GanttRow, MovePreview } from '@/api/generated/requests';
import type { GanttMove } from '@/components/gantt/types';

export function useMovePreview() {
  const preview = shallowRef<MovePreview | null>(null);
  let wanted: GanttMove<GanttRow> | null = null;
  let asking = false;

  async function follow(move: GanttMove<GanttRow> | null): Promise<void> {
    wanted = move;
    if (!move || asking) return;
    asking = true;
    try {
      while (wanted) {
        const now: GanttMove<GanttRow> = wanted;
        const told = await call('task_reschedule_preview', { id: now.row.id, start_on: now.start ?? undefined, due: now.end }).catch(() => null);
        if (told) preview.value = told;
        if (wanted === now) break;
      }
    } finally {
      asking = false;
    }
  }
  return { preview, follow };
}
