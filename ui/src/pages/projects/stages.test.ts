import { expect, it } from 'vitest';
import { asks, track } from './stages';

it('draws a side road at its place on the way', () => {
  expect(track('advancing')).not.toContain('paused');
  expect(track('paused').slice(4, 6)).toEqual(['advancing', 'paused']);
  expect(track('revision').slice(1, 3)).toEqual(['review', 'revision']);
});

it('asks before a step that must be explained or lacks something, and only then', () => {
  const plain = { reason: false, resume: false, needs: null };
  expect(asks(plain)).toBe(false);
  expect([asks({ ...plain, reason: true }), asks({ ...plain, resume: true }), asks({ ...plain, needs: 'work' })]).toEqual([true, true, true]);
});
