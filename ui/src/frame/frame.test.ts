import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defineComponent, h, ref } from 'vue';
import { asOf } from '@/api/as_of';
import { ApiError } from '@/api/backend';
import { type Fake, useFake } from '@/api/fake';
import { pages } from '@/pages';
import { createAppRouter, place } from '@/router';
import App from './App.vue';
import { toasts } from './toasts';
import { refusal, stage } from './workbook';

enableAutoUnmount(afterEach);

const STATUS = {
  undo: '修改完成时限：用地预审', redo: null, saved_at: '2021-02-25T10:32:00', path: '/工作/专班工作簿.changwu', author: '示例甲',
  laptop: '专班-笔记本3', read_only: false, sample: true, today: '2021-02-25',
};
const identity = { author: '示例甲', laptop: '专班-笔记本3' };
const nothing = { identity: null, file: null, status: null, refusal: null };
let fake: Fake;
let open: boolean;

beforeEach(() => {
  open = true;
  asOf.value = null;
  refusal.value = null;
  toasts.splice(0);
  fake = useFake({
    identity_set: () => ({ value: {}, changed: ['workbook'] }),
    workbook_recent: () => [],
    workbook_status: () => {
      if (!open) throw new ApiError('no_workbook', '没有打开工作簿');
      return STATUS;
    },
    search: () => [],
    undo: () => ({ value: { label: STATUS.undo, kept: 0 }, changed: ['task'] }),
  });
  fake.begin = () => Promise.resolve({ ...nothing, identity, status: open ? (STATUS as never) : null });
});

async function start() {
  const router = createAppRouter();
  const wrapper = mount(App, { global: { plugins: [router] }, attachTo: document.body });
  await router.push('/');
  await flushPromises();
  await flushPromises();
  return { router, wrapper };
}
const press = (target: EventTarget, key: string, more: object = {}) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
const asked = (name: string) => fake.asked.filter((one) => one.name === name);

describe('the start', () => {
  it('asks first who sits here, then shows the three doors', async () => {
    open = false;
    fake.begin = () => Promise.resolve(nothing);
    const { wrapper } = await start();
    await wrapper.find('input[name=author]').setValue(' 示例甲 ');
    await wrapper.find('input[name=laptop]').setValue('专班-笔记本3');
    await wrapper.find('form').trigger('submit');
    await flushPromises();
    expect(asked('identity_set')[0]?.request).toEqual({ author: '示例甲', laptop: '专班-笔记本3' });
    expect(wrapper.findAll('.door b').map((door) => door.text())).toEqual(['打开工作簿', '从 Excel 台账开始', '看看示例']);
  });

  it('says of a workbook that does not open which one and what to do, and can open it for reading', async () => {
    open = false;
    const refusal = { code: 'locked', message: '工作簿被“专班-笔记本1”打开着' };
    fake.begin = () => Promise.resolve({ ...nothing, identity, file: '/工作/专班工作簿.changwu', refusal });
    fake.answers.workbook_open = ({ read_only }: { read_only: boolean }) => {
      if (!read_only) throw new ApiError('locked', '工作簿被“专班-笔记本1”打开着');
      open = true;
      return STATUS;
    };
    const { wrapper } = await start();
    expect(wrapper.find('[data-code=locked]').text()).toContain('/工作/专班工作簿.changwu');
    expect(wrapper.text()).toContain('工作簿被“专班-笔记本1”打开着');
    await wrapper.findAll('button').find((button) => button.text() === '只读打开')?.trigger('click');
    await flushPromises();
    expect(stage.value).toBe('open');
  });
});

describe('撤销 by Ctrl+Z', () => {
  it('takes back the last action and says which', async () => {
    await start();
    press(document.body, 'z', { ctrlKey: true });
    await flushPromises();
    expect([asked('undo').length, toasts.at(-1)?.text]).toEqual([1, '已撤销“修改完成时限：用地预审”']);
  });

  it('belongs to the text field while something unsaved is typed in it', async () => {
    await start();
    const field = document.createElement('input');
    document.body.append(field);
    field.value = '打了一半';
    press(field, 'z', { ctrlKey: true });
    expect(asked('undo')).toHaveLength(0);
    field.dataset.clean = '';
    press(field, 'z', { ctrlKey: true });
    field.remove();
    expect(asked('undo')).toHaveLength(1);
  });

  it('changes nothing while another day is looked at', async () => {
    const { wrapper } = await start();
    await wrapper.find('.as-of button').trigger('click');
    await wrapper.find('.pop input').setValue('2021-02-30');
    await wrapper.find('.pop').trigger('submit');
    expect(wrapper.find('.pop [role=alert]').text()).toContain('没有这一天');
    await wrapper.find('.pop input').setValue('2021/1/31');
    await wrapper.find('.pop').trigger('submit');
    await flushPromises();
    press(document.body, 'z', { ctrlKey: true });
    expect(asked('undo')).toHaveLength(0);
    expect(wrapper.find('.banner').text()).toContain('正在看 2021-01-31 的数据（只读）');
  });
});

describe('going back', () => {
  it('finds the page as it was left, while the menu opens it anew', async () => {
    const counter = ref(0);
    const entry = pages.find((page) => page.name === 'tasks')!;
    const real = entry.page;
    entry.page = async () => defineComponent(() => {
      const mine = ++counter.value;
      return () => h('p', { class: 'mine' }, String(mine));
    });
    const { router, wrapper } = await start();
    entry.page = real;
    const goTo = async (go: () => unknown) => {
      const before = place.value;
      await go();
      await expect.poll(() => place.value).not.toBe(before);
      await flushPromises();
    };
    await goTo(() => router.push('/tasks'));
    await goTo(() => router.push('/settings'));
    await goTo(() => press(document.body, 'ArrowLeft', { altKey: true }));
    expect(wrapper.find('.mine').text()).toBe('1');
    await goTo(() => router.push('/settings'));
    await goTo(() => router.push('/tasks'));
    expect(wrapper.find('.mine').text()).toBe('2');
  });
});

describe('Ctrl+K', () => {
  it('searches while typing, walks by arrows, opens by Enter, and leaves composing alone', async () => {
    fake.answers.search = ({ text }: { text: string }) =>
      text ? ['用地预审', '用地报批'].map((title, index) => ({ kind: 'task', id: `t${index}`, page: `t${index}`, page_kind: 'task', title, subtitle: '' })) : [];
    const { router } = await start();
    press(document.body, 'k', { ctrlKey: true });
    await expect.poll(() => document.querySelector('.ask')).toBeTruthy();
    const ask = document.querySelector<HTMLInputElement>('.ask')!;
    ask.value = '用地';
    ask.dispatchEvent(new Event('input'));
    await flushPromises();
    expect(document.querySelectorAll('#palette-hits li')).toHaveLength(2);
    press(ask, 'ArrowDown');
    press(ask, 'Enter', { keyCode: 229 });
    expect(document.querySelector('.ask')).toBeTruthy();
    press(ask, 'Enter');
    await expect.poll(() => router.currentRoute.value.fullPath).toBe('/tasks/t1');
  });
});
