/** 设置. */
export const settings = {
  'settings.look': '显示',
  'settings.text_size': '文字大小',
  'settings.text_size.normal': '标准',
  'settings.text_size.large': '大',
  'settings.text_size.larger': '特大',
  'settings.language': '语言 Language',
  'settings.language.zh': '简体中文',
  'settings.language.en': 'English',
  'settings.workbook': '工作簿',
  'settings.file': '文件',
  'settings.author': '使用人',
  'settings.laptop': '电脑名',
  'settings.change_file': '换工作簿',
} as const;
