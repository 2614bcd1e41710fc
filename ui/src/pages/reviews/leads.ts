import type { Conclusion, Stage } from '@/api/generated/requests';

/** Where a conclusion leads a project from 评审论证 (domain.md §1.6). */
export function leadsTo(conclusion: Conclusion): Stage {
  return ({ passed: 'ready', revise: 'revision', failed: 'stopped' } as const)[conclusion];
}
