import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import type { TodoGroup, TodoItem } from '@/api/generated/requests';
import { type Fake, useFake } from '@/api/fake';
import { pages } from '..';
import Today from './Today.vue';

const item = (id: string, kind: TodoItem['kind'], next: TodoItem['next'] = null): TodoItem => ({
  id, kind, record: kind === 'verify' ? 'enterprise' : 'task', title: `事项${id}`, about: null, about_kind: null, lead: null, due: null, light: null, note: '', next,
});
const START = { status: 'in_progress', word: '启动' } as const;
let groups: TodoGroup[];
let fake: Fake;
beforeEach(() => {
  groups = [
    { kind: 'overdue', total: 7, rows: [item('a', 'overdue', START), item('b', 'overdue', START)] },
    { kind: 'submitted', total: 1, rows: [item('c', 'submitted', { status: 'closed', word: '销号' })] },
    { kind: 'verify', total: 1, rows: [item('d', 'verify')] },
  ];
  fake = useFake({
    overview_today: () => groups,
    task_set: ({ id }: { id: string }) => {
      groups = groups.map((group) => ({ ...group, rows: group.rows.filter((row) => row.id !== id) }));
      return { value: { notices: [] }, changed: ['task'] };
    },
  });
});
afterEach(() => (document.body.innerHTML = ''));

async function today() {
  const routes = pages.map((page) => ({ name: page.name, path: page.path, component: { template: '<i />' } }));
  const router = createRouter({ history: createMemoryHistory(), routes });
  const counts = groups.map(({ kind, total }) => ({ kind, count: total }));
  const wrapper = mount(Today, { props: { counts, untouched: false, kinds: ['task'] }, attachTo: document.body, global: { plugins: [router] } });
  await flushPromises();
  const line = () => document.activeElement as HTMLElement;
  const press = async (key: string, more: KeyboardEventInit = {}) => {
    line().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
    await flushPromises();
  };
  wrapper.findAll<HTMLElement>('[data-line]')[0]!.element.focus();
  return { wrapper, router, line, press };
}

it('is one stop for Tab, and arrows walk over the lines of all groups', async () => {
  const { wrapper, line, press } = await today();
  expect(wrapper.findAll('[data-line][tabindex="0"]')).toHaveLength(1);
  await press('ArrowDown');
  await press('ArrowDown');
  expect(line().textContent).toContain('事项c');
  await press('End');
  expect(line().textContent).toContain('事项d');
  await press('ArrowUp');
  expect(line().textContent).toContain('事项c');
});

it('takes the step of the line in hand, and the next line takes its place', async () => {
  const { line, press } = await today();
  await press('d');
  expect(fake.asked.find((one) => one.name === 'task_set')?.request).toEqual({ id: 'a', field: 'status', text: 'in_progress' });
  expect(line().textContent).toContain('事项b');
});

it('does nothing while Chinese is being composed', async () => {
  const { press } = await today();
  await press('d', { isComposing: true });
  await press('Enter', { keyCode: 229 } as KeyboardEventInit);
  expect(fake.asked.filter((one) => one.name === 'task_set')).toEqual([]);
});

it('opens what can only be opened', async () => {
  const { router, press } = await today();
  await press('End');
  await press(' ');
  expect(router.currentRoute.value.fullPath).toBe('/enterprises/d');
});

it('unfolds a group when more is wanted', async () => {
  const { wrapper } = await today();
  await wrapper.find('.more').trigger('click');
  await flushPromises();
  expect(fake.asked.at(-1)).toEqual({ name: 'overview_today', request: { few: 5, whole: ['overdue'] } });
});
