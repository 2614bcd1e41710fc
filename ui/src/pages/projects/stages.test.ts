import { expect, it } from 'vitest';
import { needsReason, track } from './stages';

it('draws a side road at its place on the way', () => {
  expect(track('advancing')).not.toContain('paused');
  expect(track('paused').slice(4, 6)).toEqual(['advancing', 'paused']);
  expect(track('revision').slice(1, 3)).toEqual(['review', 'revision']);
});

it('asks why before pausing, stopping, revoking and taking up again, not before the usual steps', () => {
  expect([needsReason('advancing', 'paused'), needsReason('landed', 'advancing'), needsReason('stopped', 'advancing')]).toEqual([true, true, true]);
  expect([needsReason('collected', 'review'), needsReason('published', 'advancing'), needsReason('paused', 'advancing')]).toEqual([false, false, false]);
});
