/** 提醒. */
export const reminders = {
  'reminders.title': '提醒',
  'reminders.count': '{count} 项',
  'reminders.settings': '提醒设置',
  'reminders.missed': '程序关闭期间（{day} 以来）到期和逾期的事项：',
  'reminders.nothing': '今天没有到期的事项',
  'reminders.more': '另有 {count} 项，见任务台账',
  'reminders.on': '桌面提醒',
  'reminders.on_label': '到点弹出一条汇总提醒',
  'reminders.times': '提醒时间',
  'reminders.times_hint': '如 9:00、14:30。提醒今天到期、新逾期的任务，督办反馈和创意会筹备',
  'reminders.quiet': '安静时段',
  'reminders.quiet_hint': '如 18:00—8:00，期间不提醒；不需要请留空',
  'reminders.note': '只在本机有效，按电脑的日期，与“数据截至”无关',
} as const;
