/** Every sentence the window says, by area. Keys are `area.what`; words in braces are filled in by `t`. */
import { attachments } from './attachments';
import { board } from './board';
import { common } from './common';
import { components } from './components';
import { demands } from './demands';
import { departments } from './departments';
import { dictionaries } from './dictionaries';
import { dispatch } from './dispatch';
import { enterprises } from './enterprises';
import { figures } from './figures';
import { frame } from './frame';
import { gantt } from './gantt';
import { groups } from './groups';
import { ledgers } from './ledgers';
import { lightRules } from './light_rules';
import { overview } from './overview';
import { papers } from './papers';
import { plans } from './plans';
import { projects } from './projects';
import { reminders } from './reminders';
import { results } from './results';
import { sessions } from './sessions';
import { reviews } from './reviews';
import { settings } from './settings';
import { sheets } from './sheets';
import { start } from './start';
import { submissions } from './submissions';
import { supervisions } from './supervisions';
import { tasks } from './tasks';

export const zhCN = {
  ...frame,
  ...start,
  ...components,
  ...common,
  ...attachments,
  ...overview,
  ...figures,
  ...dictionaries,
  ...groups,
  ...enterprises,
  ...papers,
  ...plans,
  ...projects,
  ...reminders,
  ...results,
  ...submissions,
  ...reviews,
  ...tasks,
  ...gantt,
  ...ledgers,
  ...demands,
  ...departments,
  ...sessions,
  ...settings,
  ...board,
  ...lightRules,
  ...sheets,
  ...dispatch,
  ...supervisions,
} as const;
