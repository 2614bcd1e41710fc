import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage, t } from '.';
import { en } from './en';
import { zhCN } from './zh-CN';
import { components } from './zh-CN/components';
import { frame } from './zh-CN/frame';
import { start } from './zh-CN/start';

afterEach(() => setLanguage('zh-CN'));

const holes = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('sentences', () => {
  it('fill in what is named in braces', () => {
    expect(t('frame.undo', { what: '修改完成时限' })).toBe('撤销“修改完成时限”');
    expect(t('frame.undo', { what: '{undo}$&' })).toBe('撤销“{undo}$&”');
  });

  it('of the frame, the start page and the widgets are all there in English, with the same holes', () => {
    const needed = { ...frame, ...start, ...components };
    expect(Object.keys(en).sort()).toEqual(Object.keys(needed).sort());
    for (const [key, sentence] of Object.entries(needed)) expect([key, holes(en[key as keyof typeof en])]).toEqual([key, holes(sentence)]);
  });

  it('are never empty', () => {
    for (const [key, sentence] of Object.entries({ ...zhCN, ...en })) expect([key, sentence.trim() !== '']).toEqual([key, true]);
  });

  it('follow the language at once, and fall back to Chinese', () => {
    setLanguage('en');
    expect(t('nav.tasks')).toBe('Tasks');
    expect(t('settings.look')).toBe('显示');
  });
});
