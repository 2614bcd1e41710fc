import { describe, expect, it } from 'vitest';
import { sizeInWords, toBase64 } from './attachments';

describe('attachments', () => {
  it('says sizes as people do', () => {
    expect([0, 900, 300 * 1024, 1.5 * 1024 * 1024].map(sizeInWords)).toEqual(['0 B', '900 B', '300 KB', '1.5 MB']);
  });

  it('sends every byte, also of a large file', () => {
    const bytes = new Uint8Array(100_001).map((_, at) => at % 256);
    const back = atob(toBase64(bytes));
    expect(back.length).toBe(bytes.length);
    expect([back.charCodeAt(255), back.charCodeAt(256), back.charCodeAt(100_000)]).toEqual([255, 0, 100_000 % 256]);
  });
});
