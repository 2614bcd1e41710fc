/** What 任务台账 is narrowed to: a text, one of the quick choices, and filters that stand as chips until removed. */
import { computed, reactive, ref } from 'vue';
import type { TaskFilter } from '@/api/generated/requests';
import type { Choice } from '@/components/PickOne.vue';
import { t } from '@/text';

export const QUICK = ['all', 'open', 'overdue', 'due_soon', 'submitted', 'coordination', 'closed'] as const;
export type Quick = (typeof QUICK)[number];

const QUICK_FILTERS: Record<Quick, TaskFilter> = {
  all: {}, open: { open: true }, overdue: { lights: ['overdue'] }, due_soon: { lights: ['due_soon'] },
  submitted: { statuses: ['submitted'] }, coordination: { coordination: true }, closed: { statuses: ['closed'] },
};

/** What the address may say: `/tasks?quick=overdue&lead=…`. */
export interface TaskAddress {
  quick?: string;
  lead?: string;
  project?: string;
  enterprise?: string;
  person?: string;
  due_to?: string;
}

export const PICKED = ['lead', 'project', 'enterprise', 'person'] as const;
export type Picked = (typeof PICKED)[number];

export function useTaskFilter(address: TaskAddress) {
  const text = ref('');
  const first = QUICK.find((one) => one === address.quick);
  const narrowed = !!address.due_to || PICKED.some((what) => address[what]);
  const quick = ref<Quick>(first ?? (narrowed ? 'all' : 'open'));
  // An id out of the address has no name yet; the first row that comes back tells it.
  const given = (id?: string): Choice | null => (id ? { id, label: '' } : null);
  const picked = reactive<Record<Picked, Choice | null>>({
    lead: given(address.lead), project: given(address.project), enterprise: given(address.enterprise), person: given(address.person),
  });
  const days = reactive({ from: '', to: address.due_to ?? '' });
  const unassigned = ref(false);

  /** Without the quick choice: what its chips count within. */
  const base = computed<TaskFilter>(() => ({
    text: text.value || undefined,
    lead: picked.lead?.id,
    project: picked.project?.id,
    enterprise: picked.enterprise?.id,
    person: picked.person?.id,
    due_from: days.from || undefined,
    due_to: days.to || undefined,
    unassigned: unassigned.value || undefined,
  }));
  const filter = computed<TaskFilter>(() => ({ ...base.value, ...QUICK_FILTERS[quick.value] }));

  interface Standing {
    key: string;
    label: string;
    remove: () => void;
  }
  const standing = computed<Standing[]>(() => {
    const chips: Standing[] = [];
    for (const what of PICKED) {
      const name = picked[what]?.label;
      if (picked[what]) chips.push({ key: what, label: name ? t('tasks.filter.is', { what: t(`tasks.filter.${what}`), name }) : t(`tasks.filter.${what}`), remove: () => (picked[what] = null) });
    }
    if (days.from) chips.push({ key: 'from', label: t('tasks.filter.from', { day: days.from }), remove: () => (days.from = '') });
    if (days.to) chips.push({ key: 'to', label: t('tasks.filter.to', { day: days.to }), remove: () => (days.to = '') });
    if (unassigned.value) chips.push({ key: 'unassigned', label: t('tasks.filter.unassigned'), remove: () => (unassigned.value = false) });
    return chips;
  });
  function clear(): void {
    text.value = '';
    quick.value = 'all';
    for (const chip of standing.value) chip.remove();
  }

  /** What is narrowed to, to be kept by name. */
  const kept = computed(() => ({ text: text.value, quick: quick.value, picked: { ...picked }, days: { ...days }, unassigned: unassigned.value }));
  function apply(state: unknown): void {
    const to = state as Partial<typeof kept.value>;
    text.value = to.text ?? '';
    quick.value = QUICK.find((one) => one === to.quick) ?? 'all';
    for (const what of PICKED) picked[what] = to.picked?.[what] ?? null;
    Object.assign(days, { from: '', to: '' }, to.days);
    unassigned.value = to.unassigned ?? false;
  }

  return { text, quick, picked, days, unassigned, base, filter, standing, clear, kept, apply };
}
