/** The page enterprises. */
export const enterprises = {
  'enterprises.empty': '还没有企业',
} as const;
