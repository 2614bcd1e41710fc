/** Reminders in the window: what was missed while the program was closed, shown once, and what is due today. */
import { ref, shallowRef, watch } from 'vue';
import { call } from '@/api/backend';
import type { ReminderDigest } from '@/api/generated/requests';
import { stage, status } from './workbook';

/** What was missed, until it is looked at; stays reachable as long as the workbook is open. */
export const missed = shallowRef<ReminderDigest | null>(null);
/** Something was missed that nobody has looked at yet. */
export const unseen = ref(false);
/** Is the list open? */
export const showing = ref(false);

/** Asks once for each workbook that is opened. From the answer on the desktop's notifications may begin. */
async function arrive(): Promise<void> {
  missed.value = null;
  try {
    missed.value = await call('reminder_missed', {});
  } catch {
    // Without an answer there is nothing to show; the rest of the program does not depend on it.
  }
  unseen.value = missed.value !== null;
  showing.value = unseen.value;
}

/** Watches for workbooks being opened. */
export function watchReminders(): void {
  watch([stage, () => status.value?.path], ([now, path], before) => {
    if (now === 'open' && path && path !== before?.[1]) void arrive();
  }, { immediate: true });
}
