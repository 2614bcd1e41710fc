/** What an enterprise can answer when it is asked. */
import { labels } from '@/api/generated/labels';
import type { Satisfaction } from '@/api/generated/requests';

export const answers = (Object.entries(labels.Satisfaction) as [Satisfaction, string][])
  .filter(([value]) => value !== 'not_asked')
  .map(([value, label]) => ({ value, label }));
