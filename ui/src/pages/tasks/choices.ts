/** What may be picked while units, people, projects … are typed: by name, nickname, pinyin initials. */
import { call } from '@/api/backend';
import type { Kind } from '@/api/generated/requests';
import type { Choice } from '@/components/PickOne.vue';

const MOST = 12;

/** Records of a kind; without a text the ones changed last. */
export async function records(kind: Kind, typed: string): Promise<Choice[]> {
  const hits = await call('search', { text: typed, limit: 200 });
  const found = hits.filter((hit) => hit.kind === kind).slice(0, MOST);
  return found.map((hit) => ({ id: hit.id, label: hit.title, note: hit.subtitle }));
}

/** Units in 机构序列, by any of their names or by pinyin. */
export async function units(typed: string): Promise<Choice[]> {
  const { rows } = await call('department_list', { text: typed, limit: MOST });
  const named = rows.map((row) => ({ id: row.id, label: row.short, note: row.full }));
  return named.length || !typed ? named : records('department', typed);
}

/** People, those of a unit when one is given. */
export async function people(typed: string, department?: string): Promise<Choice[]> {
  const { rows } = await call('person_list', { text: typed, department, limit: MOST });
  return rows.map((row) => ({ id: row.id, label: row.name, note: [row.department, row.post].filter(Boolean).join(' ') }));
}

/** Proposals for the last of several names separated by 、 each with the names before it. */
export async function completed(typed: string, find: (last: string) => Promise<Choice[]>): Promise<string[]> {
  const at = Math.max(...['、', ',', '，'].map((mark) => typed.lastIndexOf(mark))) + 1;
  const before = typed.slice(0, at);
  const taken = before.split(/[、,，]/);
  const found = await find(typed.slice(at).trim());
  return found.filter((choice) => !taken.includes(choice.label)).map((choice) => before + choice.label);
}
