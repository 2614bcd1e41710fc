import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { computed, shallowRef } from 'vue';
import DataGrid from './DataGrid.vue';
import type { GridColumn, GridEdit } from './grid/types';
import { givenRows } from './rows';

interface Task {
  id: string;
  title: string;
  due: string;
}

const columns: GridColumn<Task>[] = [
  { key: 'title', title: '重点任务', kind: 'text', width: 100, text: (row) => row.title, editable: true, sortable: true },
  { key: 'due', title: '完成时限', kind: 'date', width: 100, text: (row) => row.due, editable: true },
  { key: 'id', title: '编号', kind: 'text', width: 100, text: (row) => row.id },
];

enableAutoUnmount(afterEach);
beforeEach(() => {
  // Nothing is laid out here: give every box a height, so that rows are drawn.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(300);
});

/** A grid of three tasks; saving writes to them unless `refuse` holds a sentence. */
async function grid(options: { refuse?: string; props?: object } = {}) {
  const rows = shallowRef<Task[]>(['用地预审', '供电增容', '环评批复'].map((title, index) => ({ id: `t${index}`, title, due: '年内' })));
  const saved: [id: string, column: string, text: string][][] = [];
  const save = async (edits: GridEdit<Task>[]) => {
    saved.push(edits.map((edit) => [edit.row.id, edit.column, edit.text]));
    if (options.refuse) throw new Error(options.refuse);
    rows.value = rows.value.map((row) =>
      edits.filter((edit) => edit.row.id === row.id).reduce((now, edit) => ({ ...now, [edit.column]: edit.text }), row),
    );
  };
  const wrapper = mount(DataGrid<Task>, {
    props: { source: givenRows(computed(() => rows.value)), columns, label: '任务', save, ...options.props },
    attachTo: document.body,
  });
  await flushPromises();
  const input = wrapper.find<HTMLInputElement>('input.editor');
  const cell = (row: number, column: number) => wrapper.find(`[data-row="${row}"][data-column="${column}"]`);
  const key = (name: string, more: object = {}) => input.trigger('keydown', { key: name, ...more });
  const type = (text: string) => input.setValue(text);
  return { wrapper, input, cell, key, type, saved, rows };
}

function clipboard(text = '') {
  const held = { text };
  return { held, clipboardData: { getData: () => held.text, setData: (_: string, value: string) => (held.text = value) } };
}

describe('typing into the grid', () => {
  it('replaces the selected cell by what is typed, Enter saves and moves down', async () => {
    const { cell, key, type, saved, input } = await grid();
    await cell(0, 1).trigger('mousedown', { button: 0 });
    await type('3月底前');
    await key('Enter');
    await flushPromises();
    expect(saved).toEqual([[['t0', 'due', '3月底前']]]);
    expect(cell(0, 1).text()).toBe('3月底前');
    expect(cell(1, 1).attributes('aria-selected')).toBe('true');
    expect(input.element.value).toBe('');
  });

  it('leaves Enter to the input method while it composes', async () => {
    const { cell, key, type, saved, input } = await grid();
    await cell(0, 0).trigger('mousedown', { button: 0 });
    await type('yongdi');
    await key('Enter', { isComposing: true });
    await key('Enter', { keyCode: 229 });
    await input.trigger('keyup', { key: 'Enter' });
    expect([saved, input.element.value, cell(0, 0).attributes('aria-selected')]).toEqual([[], 'yongdi', 'true']);
  });

  it('begins with the cell by F2, and Esc leaves it as it was', async () => {
    const { cell, key, type, saved, input } = await grid();
    await key('F2');
    expect(input.element.value).toBe('用地预审');
    await type('别的');
    await key('Escape');
    await flushPromises();
    expect([saved, cell(0, 0).text()]).toEqual([[], '用地预审']);
  });

  it('keeps a refused text in its cell and says why, until Esc', async () => {
    const { wrapper, cell, key, type } = await grid({ refuse: '2021-02-30 没有这一天' });
    await cell(0, 1).trigger('mousedown', { button: 0 });
    await type('2021-02-30');
    await key('Enter');
    await flushPromises();
    expect(cell(0, 1).text()).toBe('2021-02-30');
    expect(wrapper.find('.foot').text()).toContain('没有这一天');
    await key('ArrowUp');
    expect(wrapper.find('.bubble').text()).toBe('2021-02-30 没有这一天');
    await key('F2');
    await key('Escape');
    expect(cell(0, 1).text()).toBe('年内');
  });

  it('changes nothing in a column that is not edited here, or when read only', async () => {
    const first = await grid();
    await first.cell(0, 2).trigger('mousedown', { button: 0 });
    await first.type('x');
    await first.key('Enter');
    const second = await grid({ props: { readonly: true } });
    await second.type('x');
    await second.key('Enter');
    expect([first.saved, second.saved, first.input.element.value]).toEqual([[], [], '']);
  });
});

describe('moving in the grid', () => {
  it('walks by keys and stops at the edges', async () => {
    const { key, cell } = await grid();
    await key('ArrowUp');
    await key('End', { ctrlKey: true });
    await key('ArrowDown');
    expect(cell(2, 2).attributes('aria-selected')).toBe('true');
  });

  it('lets Tab out at the end of a row', async () => {
    const { key, cell, input } = await grid();
    await key('Tab');
    await key('Tab');
    expect(cell(0, 2).attributes('aria-selected')).toBe('true');
    const event = new KeyboardEvent('keydown', { key: 'Tab', cancelable: true });
    input.element.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });

  it('opens a row by Enter where nothing is edited', async () => {
    const { wrapper, key, cell } = await grid();
    await cell(1, 2).trigger('mousedown', { button: 0 });
    await key('Enter');
    expect(wrapper.emitted('open')?.[0]).toEqual([{ id: 't1', title: '供电增容', due: '年内' }]);
  });
});

describe('drawing', () => {
  it('moving draws only the rows concerned again', async () => {
    const drawn: string[] = [];
    const counted = columns.map((column) => ({ ...column, muted: undefined }));
    counted[2] = { ...counted[2]!, get muted() { drawn.push('row'); return undefined; } };
    const { key } = await grid({ props: { columns: counted } });
    drawn.length = 0;
    await key('ArrowRight');
    expect(drawn).toHaveLength(1);
    await key('ArrowDown');
    expect(drawn).toHaveLength(3);
  });
});

describe('blocks of cells', () => {
  it('copies what is selected', async () => {
    const { key, input } = await grid();
    await key('ArrowDown', { shiftKey: true });
    await key('ArrowRight', { shiftKey: true });
    const { held, clipboardData } = clipboard();
    await input.trigger('copy', { clipboardData });
    expect(held.text).toBe('用地预审\t年内\r\n供电增容\t年内');
  });

  it('pastes as one step, and one cell into the whole block', async () => {
    const { key, input, saved, cell } = await grid();
    await input.trigger('paste', clipboard('控规调整\t3月底前\r\n土地招拍挂\t长期'));
    await flushPromises();
    expect(saved).toEqual([[['t0', 'title', '控规调整'], ['t0', 'due', '3月底前'], ['t1', 'title', '土地招拍挂'], ['t1', 'due', '长期']]]);
    await cell(0, 1).trigger('mousedown', { button: 0 });
    await key('ArrowDown', { shiftKey: true, ctrlKey: true });
    await input.trigger('paste', clipboard('年内'));
    await flushPromises();
    expect(saved[1]).toEqual([['t0', 'due', '年内'], ['t1', 'due', '年内']]);
  });

  it('refuses as a whole what does not fit, with a sentence', async () => {
    const { wrapper, input, saved } = await grid();
    await input.trigger('paste', clipboard('一\r\n二\r\n三\r\n四'));
    await flushPromises();
    expect(saved).toEqual([]);
    expect(wrapper.find('.bubble').text()).toContain('没有粘贴');
    await input.trigger('paste', clipboard('一\t二\tt9'));
    await flushPromises();
    expect([saved, wrapper.find('.bubble').text()]).toEqual([[], '“编号”不能在这里修改，没有粘贴']);
  });
});

describe('a block that was refused', () => {
  it('stays as it was pasted and is saved whole once the wrong cell is put right', async () => {
    const options = { refuse: '第2行完成时限：没有这一天；整块都没有写入' };
    const { cell, key, type, input, saved } = await grid(options);
    await input.trigger('paste', clipboard('控规调整\t3月底前\r\n土地招拍挂\t2021-02-30'));
    await flushPromises();
    expect([cell(0, 0).text(), cell(1, 1).text(), cell(0, 0).classes('refused')]).toEqual(['控规调整', '2021-02-30', true]);
    options.refuse = '';
    await cell(1, 1).trigger('mousedown', { button: 0 });
    await type('2021-02-28');
    await key('Enter');
    await flushPromises();
    expect(saved[1]).toEqual([['t0', 'title', '控规调整'], ['t0', 'due', '3月底前'], ['t1', 'title', '土地招拍挂'], ['t1', 'due', '2021-02-28']]);
    expect(cell(0, 0).classes('refused')).toBe(false);
  });

  it('goes with one Esc', async () => {
    const { wrapper, cell, key, input } = await grid({ refuse: '不行' });
    await input.trigger('paste', clipboard('甲\t乙\r\n丙\t丁'));
    await flushPromises();
    await key('Escape');
    await flushPromises();
    expect([cell(0, 0).text(), cell(1, 1).text(), wrapper.findAll('.refused').length]).toEqual(['用地预审', '年内', 0]);
  });
});

describe('groups', () => {
  const groups = [{ key: 'a', title: '自规局', count: 2 }, { key: 'b', title: '供电', count: 1 }];

  it('fold and unfold by their head, and the cursor steps over what is folded', async () => {
    const { wrapper, cell, key } = await grid({ props: { groups } });
    await wrapper.findAll('.fold')[0]?.trigger('click');
    expect(wrapper.findAll('.row')).toHaveLength(1);
    expect([cell(0, 0).exists(), cell(2, 0).attributes('aria-selected')]).toEqual([false, 'true']);
    await key('ArrowUp');
    expect(cell(2, 0).attributes('aria-selected')).toBe('true');
    await wrapper.findAll('.fold')[0]?.trigger('click');
    expect(wrapper.findAll('.row')).toHaveLength(3);
  });
});

describe('the grid for a screen reader', () => {
  it('says how large it is and where each row stands', async () => {
    const { wrapper, cell } = await grid({ props: { checked: new Set(['t1']), sort: { key: 'title', down: true } } });
    expect(wrapper.attributes()).toMatchObject({ role: 'grid', 'aria-rowcount': '4', 'aria-colcount': '4' });
    expect(cell(1, 0).element.parentElement?.getAttribute('aria-rowindex')).toBe('3');
    expect(cell(1, 0).attributes('aria-colindex')).toBe('2');
    expect(wrapper.findAll('[role=columnheader]')[1]?.attributes('aria-sort')).toBe('descending');
  });

  it('checks rows, and a stretch of them with Shift', async () => {
    const { wrapper } = await grid({ props: { checked: new Set<string>() } });
    const boxes = wrapper.findAll('.row input[type=checkbox]');
    await boxes[0]?.trigger('click');
    await boxes[2]?.trigger('click', { shiftKey: true });
    expect(wrapper.emitted('update:checked')?.map(([checked]) => [...(checked as Set<string>)])).toEqual([['t0'], ['t0', 't1', 't2']]);
  });
});
