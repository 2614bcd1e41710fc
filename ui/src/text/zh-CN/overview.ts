/** The page overview. */
export const overview = {
  'overview.empty': '今天先办什么',
} as const;
