import { beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS, findCommands, remember } from './commands';

const found = (typed: string) => findCommands(typed).map((command) => command.id);
beforeEach(() => localStorage.clear());

describe('commands', () => {
  it('are found by Chinese and by initials in either case', () => {
    expect(found('新增企业')).toEqual(['new_enterprise']);
    expect(found('特大')).toEqual(['size_larger']);
    expect([found('drtz'), found('DRTZ')]).toEqual([['import'], ['import']]);
    expect(found('没有这样的命令')).toEqual([]);
  });

  it('run lately come first, and alone when nothing is typed', () => {
    expect(found('')).toEqual([]);
    remember('new_task');
    remember('redo');
    expect(found('')).toEqual(['redo', 'new_task']);
    expect(found('新增')[0]).toBe('new_task');
  });

  it('survive a broken memory', () => {
    localStorage.setItem('commands_recent', '{');
    expect(found('')).toEqual([]);
  });

  it('have a name of their own', () => {
    expect(new Set(COMMANDS.map((command) => command.id)).size).toBe(COMMANDS.length);
  });
});
