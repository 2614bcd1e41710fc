import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import FieldText from './FieldText.vue';
import { flushFields } from './flush';

enableAutoUnmount(afterEach);

const fieldWith = (save: (text: string) => Promise<unknown>, value = '2021-02-19') =>
  mount(FieldText, { props: { label: '完成时限', value, save } });

describe('a field', () => {
  it('saves when it is left, and says so', async () => {
    const save = vi.fn(() => Promise.resolve());
    const field = fieldWith(save);
    await field.find('input').setValue('3月底前');
    await field.find('input').trigger('blur');
    await flushPromises();
    expect(save.mock.calls).toEqual([['3月底前']]);
    expect(field.text()).toContain('已保存');
  });

  it('saves nothing when nothing was typed, and once for Enter and leaving', async () => {
    const save = vi.fn(() => Promise.resolve());
    const field = fieldWith(save);
    await field.find('input').trigger('blur');
    expect(save).not.toHaveBeenCalled();
    await field.find('input').setValue('年内');
    await field.find('input').trigger('keydown', { key: 'Enter' });
    await field.find('input').trigger('blur');
    await flushPromises();
    await field.find('input').trigger('blur');
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('keeps what was typed when it is refused, with the sentence', async () => {
    const field = fieldWith(() => Promise.reject(new Error('2021-02-30 没有这一天')));
    await field.find('input').setValue('2021-02-30');
    await field.find('input').trigger('blur');
    await flushPromises();
    expect(field.find('input').element.value).toBe('2021-02-30');
    expect(field.find('[role=alert]').text()).toBe('2021-02-30 没有这一天');
  });

  it('does not act on Enter while an input method is at work', async () => {
    const save = vi.fn(() => Promise.resolve());
    const field = fieldWith(save);
    await field.find('input').setValue('sanyue');
    await field.find('input').trigger('keydown', { key: 'Enter', isComposing: true });
    await field.find('input').trigger('keydown', { key: 'Enter', keyCode: 229 });
    await field.find('input').trigger('keyup', { key: 'Enter' });
    expect(save).not.toHaveBeenCalled();
  });

  it('takes back what was typed by Esc, and follows an undo made elsewhere', async () => {
    const field = fieldWith(() => Promise.resolve());
    await field.find('input').setValue('打错了');
    await field.find('input').trigger('keydown', { key: 'Escape' });
    expect(field.find('input').element.value).toBe('2021-02-19');
    await field.setProps({ value: '2021-02-01' });
    expect(field.find('input').element.value).toBe('2021-02-01');
  });

  it('does not lose half-typed text to a change made elsewhere', async () => {
    const field = fieldWith(() => Promise.resolve());
    await field.find('input').setValue('3月');
    await field.setProps({ value: '2021-02-01' });
    expect(field.find('input').element.value).toBe('3月');
  });

  it('shows the normal form the core made of it', async () => {
    const field = fieldWith(() => Promise.resolve());
    await field.find('input').setValue('2021/3/31');
    await field.find('input').trigger('blur');
    await flushPromises();
    await field.setProps({ value: '2021-03-31' });
    expect(field.find('input').element.value).toBe('2021-03-31');
  });

  it('is saved before the window closes', async () => {
    const save = vi.fn(() => Promise.resolve());
    const field = fieldWith(save);
    await field.find('input').setValue('年内');
    await flushFields();
    expect(save).toHaveBeenCalledWith('年内');
  });
});
