/** The page projects. */
export const projects = {
  'projects.empty': '还没有项目',
} as const;
