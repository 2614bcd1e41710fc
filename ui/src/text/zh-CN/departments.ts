/** The page departments. */
export const departments = {
  'departments.empty': '还没有单位',
} as const;
