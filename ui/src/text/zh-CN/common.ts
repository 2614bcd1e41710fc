/** What several pages say. */
export const common = {
  'history.empty': '还没有修改记录',
  'history.nothing': '（空）',
  'common.sample': '示例',
  'common.verify': '待核实',
  'common.delete': '删除',
  'common.filter': '筛选',
  'common.all': '全部',
  'common.none': '未填',
} as const;
