import { describe, expect, it } from 'vitest';
import { labels } from '@/api/generated/labels';
import type { Conclusion } from '@/api/generated/requests';
import { leadsTo } from './leads';

describe('a conclusion', () => {
  it('leads where the table of stages says', () => {
    const words = (Object.keys(labels.Conclusion) as Conclusion[]).map((one) => `${labels.Conclusion[one]}→${labels.Stage[leadsTo(one)]}`);
    expect(words).toEqual(['通过→待发布', '修改后再审→修改完善', '不通过→终止']);
  });
});
