import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/api/backend';
import { type Fake, useFake } from '@/api/fake';
import type { DraftRow, LedgerPreview, LedgerRequest, Question, WorkbookStatus } from '@/api/generated/requests';
import { status } from '@/frame/workbook';
import ImportPage from './ImportPage.vue';
import { cellView, columnLetter, holds, placeOf, remapped } from './read';

enableAutoUnmount(afterEach);

const cell = (row: number, column: string) => ({ row, column });
const CURRENCY: Question = {
  id: 'currency:800万美元', kind: 'currency', value: '800万美元', text: '不是人民币，金额不折算', cells: [cell(9, 'B')], chosen: 'as_stated', sure: false,
  choices: [{ id: 'as_stated', label: '原文照存' }, { id: 'blank', label: '留空待核实' }, { id: '=', label: '填元' }],
};
const UNIT: Question = {
  id: 'department:资规局', kind: 'department', value: '资规局', text: '是哪个单位？', cells: [cell(4, 'C'), cell(9, 'C')], chosen: 'unit=7', sure: false,
  choices: [{ id: 'unit=7', label: '市自然资源和规划局' }, { id: 'unit=', label: '另选…' }, { id: 'new', label: '新单位' }],
};
const row = (number: number, more: Partial<DraftRow> = {}): DraftRow => ({
  row: number, verdict: 'new', skip: null, cells: [`任务${number}`, '800万美元', '资规局'], doubts: [], remarks: [], task: null, existing: null, changes: [], ...more,
});
const ROWS = [row(4), row(9, { verdict: 'doubtful', doubts: [1] }), row(10, { verdict: 'skip', skip: 'total', cells: ['小计', '', ''] })];

let fake: Fake;
let asked: LedgerRequest[];

/** The core, as far as a ledger goes: answers given are chosen; what cannot be read is not. */
function previewOf(request: LedgerRequest): LedgerPreview {
  const rows = ROWS.filter((one) => !request.verdict || one.verdict === request.verdict);
  const settle = (question: Question): Question => {
    const answer = request.answers?.[question.id];
    return answer && answer !== '=胡写' ? { ...question, chosen: answer } : question;
  };
  return {
    sheets: ['台账', '说明'], sheet: '台账', header_row: 3, labels: ['重点\n任务', '总投资', '牵头单位'], remembered: false, as_of: '2021-02-25',
    guesses: [{ column: 'task', confidence: 100 }, { column: 'investment', confidence: 60 }, { column: 'lead', confidence: 100 }],
    mapping: request.mapping ?? { header_row: 3, columns: ['task', 'investment', 'lead'] }, rows, rows_total: rows.length,
    verdicts: [{ verdict: 'new', rows: 1 }, { verdict: 'update', rows: 0 }, { verdict: 'same', rows: 0 }, { verdict: 'doubtful', rows: 1 }, { verdict: 'skip', rows: 1 }],
    questions: [UNIT, CURRENCY].map(settle),
    summary: { enterprises_new: 0, projects_new: 1, tasks_new: 2, tasks_updated: 0, unchanged: 0, skipped: [{ reason: 'total', rows: 1 }], doubtful: 1 },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  // happy-dom lays nothing out; a view high enough for all rows.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  status.value = { undo: '导入台账：台账.xlsx' } as WorkbookStatus;
  asked = [];
  fake = useFake({
    ledger_preview: (request: LedgerRequest) => {
      asked.push(request);
      return previewOf(request);
    },
    ledger_apply: () => ({ value: { sheet: '台账', summary: previewOf({ path: '' }).summary }, changed: ['task'] }),
    workbook_status: () => ({ undo: '导入台账：台账.xlsx' }),
    department_list: () => ({ total: 1, rows: [{ id: '22', short: '市民营经济局', full: '青岛市民营经济发展局' }] }),
  });
  fake.openDialog = () => Promise.resolve('/桌面/台账.xlsx');
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function opened() {
  const page = mount(ImportPage, { attachTo: document.body, global: { stubs: { RouterLink: true } } });
  await click(page, '选择台账文件');
  return page;
}
type Mounted = Awaited<ReturnType<typeof opened>>;
async function settle(): Promise<void> {
  await flushPromises();
  await vi.advanceTimersByTimeAsync(300);
  await flushPromises();
}
async function click(page: Mounted, name: string): Promise<void> {
  const button = page.findAll('button').find((one) => one.text() === name);
  if (!button) throw new Error(`no button ${name}: ${page.text()}`);
  await button.trigger('click');
  await settle();
}
const lit = (page: Mounted, question: string) => page.findAll(`[data-question="${question}"] .chip.on`).map((chip) => chip.text());

describe('a ledger, chosen', () => {
  it('shows each row with its verdict, each column with what it is taken for, and the answers proposed', async () => {
    const page = await opened();
    expect(page.findAll('.row .mark').map((mark) => mark.text())).toEqual(['新增', '有疑问', '跳过']);
    expect(page.findAll('.table .head select').map((select) => (select.element as HTMLSelectElement).value)).toEqual(['task', 'investment', 'lead']);
    expect(page.find('.row .doubt').attributes('title')).toBe('800万美元：不是人民币，金额不折算');
    expect(page.findAll('.question .place').map((place) => place.text())).toEqual(['2 行 C列', '第9行 B列']);
    expect([lit(page, UNIT.id), lit(page, CURRENCY.id)]).toEqual([['市自然资源和规划局'], ['原文照存']]);
  });

  it('filters by verdict, with counts', async () => {
    const page = await opened();
    const chip = page.findAll('[role=group] > .chip').find((one) => one.text().startsWith('有疑问'));
    expect(chip?.text()).toBe('有疑问1');
    await chip?.trigger('click');
    await settle();
    expect(asked.at(-1)?.verdict).toBe('doubtful');
    expect(page.findAll('.row .mark').map((mark) => mark.text())).toEqual(['有疑问']);
  });

  it('lights an answer at once and asks again once, whatever was clicked meanwhile', async () => {
    const page = await opened();
    const before = asked.length;
    const chips = page.findAll(`[data-question="${CURRENCY.id}"] .chip`);
    await chips[1]?.trigger('click');
    expect(lit(page, CURRENCY.id)).toEqual(['留空待核实']);
    await page.findAll(`[data-question="${UNIT.id}"] .chip`)[2]?.trigger('click');
    await settle();
    expect(asked.slice(before).map((request) => request.answers)).toEqual([{ [CURRENCY.id]: 'blank', [UNIT.id]: 'new' }]);
  });

  it('takes a typed answer behind its sign, and says when it means nothing', async () => {
    const page = await opened();
    const type = async (text: string) => {
      await page.findAll(`[data-question="${CURRENCY.id}"] .chip`)[2]?.trigger('click');
      const input = page.find(`[data-question="${CURRENCY.id}"] input`);
      await input.setValue(text);
      await input.trigger('keydown', { key: 'Enter', isComposing: true });
      expect(asked.at(-1)?.answers?.[CURRENCY.id]).not.toBe(`=${text}`);
      await input.trigger('keydown', { key: 'Enter' });
      await settle();
    };
    await type('5200万元');
    expect([asked.at(-1)?.answers, lit(page, CURRENCY.id)]).toEqual([{ [CURRENCY.id]: '=5200万元' }, ['5200万元']]);
    await type('胡写');
    expect(page.find(`[data-question="${CURRENCY.id}"] [role=alert]`).text()).toContain('看不懂“胡写”');
  });

  it('takes a unit picked from the list', async () => {
    const page = await opened();
    await page.findAll(`[data-question="${UNIT.id}"] .chip`)[1]?.trigger('click');
    await settle();
    const input = page.find(`[data-question="${UNIT.id}"] input`);
    await input.setValue('myjj');
    await settle();
    await input.trigger('keydown', { key: 'Enter' });
    await settle();
    expect(asked.at(-1)?.answers).toEqual({ [UNIT.id]: 'unit=22' });
    expect(lit(page, UNIT.id)).toEqual(['市民营经济局']);
  });

  it('decides all that is open by what is lit', async () => {
    const page = await opened();
    await click(page, '都按选好的办');
    expect(asked.at(-1)?.answers).toEqual({ [UNIT.id]: 'unit=7', [CURRENCY.id]: 'as_stated' });
    expect(page.findAll('.question.open')).toHaveLength(0);
  });

  it('reads a column as the person says, and no other column as the same', async () => {
    const page = await opened();
    await page.findAll('.table .head select')[1]?.setValue('task');
    await settle();
    expect(asked.at(-1)?.mapping?.columns).toEqual(['ignore', 'task', 'lead']);
  });

  it('is imported as it was previewed, and can be taken back', async () => {
    const page = await opened();
    await page.findAll(`[data-question="${CURRENCY.id}"] .chip`)[1]?.trigger('click');
    await click(page, '导入（可整体撤销）');
    expect(fake.asked.find((one) => one.name === 'ledger_apply')?.request).toMatchObject({ path: '/桌面/台账.xlsx', answers: { [CURRENCY.id]: 'blank' } });
    expect(page.find('.middle').text()).toContain('已导入“台账.xlsx”');
    expect(page.find('.middle').text()).toContain('任务 2');
    fake.answers.undo = () => {
      status.value = { undo: null, redo: '导入台账：台账.xlsx' } as WorkbookStatus;
      return { value: { label: '导入台账：台账.xlsx', kept: 0 }, changed: ['task'] };
    };
    await click(page, '撤销“导入台账：台账.xlsx”');
    expect(fake.asked.some((one) => one.name === 'undo')).toBe(true);
    expect(page.findAll('.row')).toHaveLength(3);
  });
});

describe('a file that cannot be read', () => {
  it('says why and offers another', async () => {
    fake.answers.ledger_preview = fake.answers.ledger_sheets = () => {
      throw new ApiError('invalid', '文件有密码，请在Excel/WPS里去掉密码再导入');
    };
    const page = await opened();
    expect(page.find('[role=alert]').text()).toContain('文件有密码');
    await click(page, '另选文件');
    expect(page.find('[role=alert]').text()).toContain('文件有密码');
  });

  it('is not chosen when the person stops the reading', async () => {
    fake.answers.ledger_preview = () => {
      throw new ApiError('cancelled', '已取消');
    };
    const page = await opened();
    expect(page.find('[role=alert]').exists()).toBe(false);
    expect(page.find('.middle h2').text()).toBe('选择台账文件');
  });

  it('lets a head be pointed out that was not found, and its columns be named', async () => {
    fake.answers.ledger_sheets = () => [{ name: '台账', rows: [['推进情况'], ['甲', '乙'], ['办理预审', '市科技局']] }];
    fake.answers.ledger_preview = (request: LedgerRequest) => {
      asked.push(request);
      if (!request.mapping?.columns.includes('task')) throw new ApiError('invalid', '没有找到表头');
      return previewOf(request);
    };
    const page = await opened();
    expect(page.find('[role=alert]').text()).toBe('没有找到表头');
    await page.findAll('.raw tbody tr')[1]?.trigger('click');
    await settle();
    await page.findAll('.raw select')[0]?.setValue('task');
    await settle();
    expect(asked.at(-1)?.mapping).toEqual({ header_row: 2, columns: ['task', 'ignore'] });
    expect(page.findAll('.row')).toHaveLength(3);
  });
});

describe('how a ledger is shown', () => {
  it('names columns as Excel does', () => {
    expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });

  it('says where a doubt stands', () => {
    expect(placeOf([cell(9, 'K')])).toBe('第9行 K列');
    expect(placeOf([cell(9, 'K'), cell(12, 'K')])).toBe('2 行 K列');
    expect(placeOf([cell(9, 'H'), cell(12, 'I')])).toBe('2 处');
  });

  it('shows what a cell was read as beside its own words, and what it changes', () => {
    const task = { lead: { id: '9', name: '市自然资源和规划局' }, assisting: [], notes: [], due: '2021-03-31~month' } as never;
    expect(cellView(row(4, { cells: ['市自规局'], task }), 0, 'lead')).toEqual({ text: '市自然资源和规划局', typed: '市自规局' });
    expect(cellView(row(4, { cells: ['3月底'], task }), 0, 'due')).toEqual({ text: '2021-03-31', typed: '3月底' });
    const changes = [{ column: 'progress' as const, from: '30%', to: '50%' }];
    expect(cellView(row(4, { cells: ['50%'], changes }), 0, 'progress')).toEqual({ text: '50%', before: '30%' });
  });

  it('lets columns that may repeat stand twice', () => {
    const mapping = { header_row: 1, columns: ['task' as const, 'note' as const, 'lead' as const] };
    expect(remapped(mapping, 2, 'note').columns).toEqual(['task', 'note', 'note']);
  });

  it('knows a typed answer from one offered', () => {
    expect(['unit=7', 'unit=', 'new'].filter((choice) => holds(UNIT, choice, 'unit=7'))).toEqual(['unit=7']);
    expect(['unit=7', 'unit=', 'new'].filter((choice) => holds(UNIT, choice, 'unit=8'))).toEqual(['unit=']);
  });
});
