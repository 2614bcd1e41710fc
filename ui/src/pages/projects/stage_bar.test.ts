import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ProjectPage, StageMove } from '@/api/generated/requests';
import { type Fake, useFake } from '@/api/fake';
import StageBar from './StageBar.vue';

const MOVES: StageMove[] = [
  { stage: 'advancing', word: '推进中', reason: false, resume: false, needs: 'work', missing: '要先有至少一项需求或任务' },
  { stage: 'paused', word: '暂缓', reason: true, resume: true, needs: null, missing: '' },
  { stage: 'review', word: '评审论证', reason: false, resume: false, needs: null, missing: '' },
  { stage: 'landed', word: '认定落地', reason: false, resume: false, needs: 'landing', missing: '要有落地认定' },
];
let fake: Fake;
beforeEach(() => (fake = useFake({ project_stage_moves: () => MOVES, project_stage_set: () => ({}) })));
afterEach(() => (document.body.innerHTML = ''));

async function bar() {
  const page = { id: 'p1', name: '示例项目', stage: 'published' } as ProjectPage;
  const wrapper = mount(StageBar, { props: { page }, attachTo: document.body });
  await flushPromises();
  const press = async (word: string) => {
    await wrapper.findAll('.moves button').find((one) => one.text().startsWith(word))!.trigger('click');
    await flushPromises();
  };
  const taken = () => fake.asked.filter((one) => one.name === 'project_stage_set').map((one) => one.request);
  return { wrapper, press, taken };
}

it('takes a plain step at once', async () => {
  const { press, taken } = await bar();
  await press('评审论证');
  expect(taken()).toEqual([{ id: 'p1', stage: 'review' }]);
});

it('says what a step lacks and leads there, asking nothing of the core', async () => {
  const { wrapper, press, taken } = await bar();
  await press('推进中');
  expect(document.querySelector('[role=dialog]')!.textContent).toContain('至少一项需求或任务');
  document.querySelector<HTMLElement>('[role=dialog] .primary')!.click();
  await press('认定落地');
  expect(wrapper.emitted('add')).toEqual([['work'], ['landing']]);
  expect(taken()).toEqual([]);
});

it('asks why and until when before 暂缓', async () => {
  const { press, taken } = await bar();
  await press('暂缓');
  const save = document.querySelector<HTMLButtonElement>('[role=dialog] .primary')!;
  expect(save.disabled).toBe(true);
  for (const [at, text] of ['调整选址', '4月30日'].entries()) {
    const input = document.querySelectorAll<HTMLInputElement>('[role=dialog] input')[at]!;
    input.value = text;
    input.dispatchEvent(new Event('input'));
  }
  await flushPromises();
  save.click();
  await flushPromises();
  expect(taken()).toEqual([{ id: 'p1', stage: 'paused', reason: '调整选址', on: '', resume_on: '4月30日' }]);
});
