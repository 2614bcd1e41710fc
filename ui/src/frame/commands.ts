/** Commands of Ctrl+K: found by their words or by pinyin initials, those run lately first. */
import { nextTick } from 'vue';
import type { Router } from 'vue-router';
import { onNew } from '@/components/keys';
import { setTextSize } from '@/look';
import { type PlainKey, t } from '@/text';
import { redo, undo } from './act';
import { toStart } from './workbook';

export interface Command {
  id: string;
  title: PlainKey;
  /** Pinyin initials of the Chinese title. */
  initials: string;
  run: (router: Router) => unknown;
}

/** Opens a page and its form for a new one, as Ctrl+N would there. */
const makeNew = (page: string) => async (router: Router) => {
  await router.push({ name: page });
  await nextTick();
  onNew.run();
};
const open = (page: string) => (router: Router) => router.push({ name: page });

export const COMMANDS: readonly Command[] = [
  { id: 'new_enterprise', title: 'command.new_enterprise', initials: 'xzqy', run: makeNew('enterprises') },
  { id: 'new_project', title: 'command.new_project', initials: 'xzxm', run: makeNew('projects') },
  { id: 'new_submission', title: 'command.new_submission', initials: 'djzj', run: makeNew('submissions') },
  { id: 'forms', title: 'command.forms', initials: 'sqsbb', run: open('forms') },
  { id: 'new_session', title: 'command.new_session', initials: 'xzcyh', run: makeNew('sessions') },
  { id: 'new_task', title: 'command.new_task', initials: 'xzrw', run: makeNew('tasks') },
  { id: 'new_meeting', title: 'command.new_meeting', initials: 'kycddh', run: makeNew('dispatch') },
  { id: 'supervisions', title: 'command.supervisions', initials: 'dbd', run: (router) => router.push('/dispatch?view=supervisions') },
  { id: 'week', title: 'command.week', initials: 'bzbh', run: (router) => router.push('/dispatch?view=week') },
  { id: 'library', title: 'command.library', initials: 'zdxmk', run: (router) => router.push('/projects?view=library') },
  { id: 'import', title: 'command.import', initials: 'drtz', run: open('import') },
  { id: 'undo', title: 'command.undo', initials: 'cx', run: () => undo() },
  { id: 'redo', title: 'command.redo', initials: 'cz', run: () => redo() },
  { id: 'check', title: 'command.check', initials: 'jcgzb', run: open('settings') },
  { id: 'bin', title: 'command.bin', initials: 'hsz', run: open('settings') },
  { id: 'size_normal', title: 'command.size_normal', initials: 'zhbz', run: () => setTextSize('normal') },
  { id: 'size_large', title: 'command.size_large', initials: 'zhd', run: () => setTextSize('large') },
  { id: 'size_larger', title: 'command.size_larger', initials: 'zhtd', run: () => setTextSize('larger') },
  { id: 'other_workbook', title: 'command.other_workbook', initials: 'hgzb', run: () => toStart() },
];

const KEPT = 'commands_recent';
const MOST_KEPT = 8;

function recent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
}

/** Remembers on this computer that a command was run. */
export function remember(id: string): void {
  localStorage.setItem(KEPT, JSON.stringify([id, ...recent().filter((other) => other !== id)].slice(0, MOST_KEPT)));
}

/** Commands that fit what is typed, those run lately first; without text only those. */
export function findCommands(typed: string): Command[] {
  const wanted = typed.trim().toLowerCase();
  const lately = recent();
  const rank = (command: Command) => (lately.includes(command.id) ? lately.indexOf(command.id) : lately.length);
  const fits = (command: Command) =>
    wanted ? t(command.title).toLowerCase().includes(wanted) || command.initials.startsWith(wanted) : lately.includes(command.id);
  return COMMANDS.filter(fits).sort((one, other) => rank(one) - rank(other));
}
