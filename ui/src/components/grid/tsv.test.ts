import { describe, expect, it } from 'vitest';
import { fromTsv, toTsv } from './tsv';

describe('blocks on the clipboard', () => {
  it('reads what Excel copies', () => {
    expect(fromTsv('用地\t3月底前\r\n供电\t年内\r\n')).toEqual([['用地', '3月底前'], ['供电', '年内']]);
    expect(fromTsv('"第一行\n第二行"\t"说""好"""\r\n')).toEqual([['第一行\n第二行', '说"好"']]);
  });

  it('keeps empty cells where they are', () => {
    expect(fromTsv('\t乙\t')).toEqual([['', '乙', '']]);
    expect(fromTsv('甲\r\n\r\n丙')).toEqual([['甲'], [''], ['丙']]);
  });

  it('gives back what it wrote', () => {
    const block = [['甲', '', '"引号"'], ['两\n行', '制\t表', '']];
    expect(fromTsv(toTsv(block))).toEqual(block);
  });
});
