/** The page tasks. */
export const tasks = {
  'tasks.empty': '还没有任务',
} as const;
