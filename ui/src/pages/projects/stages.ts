/** How the way of a project is drawn, and which steps ask why. */
import type { Stage } from '@/api/generated/requests';

/** The usual way, without the side roads. */
const WAY: readonly Stage[] = ['collected', 'review', 'ready', 'published', 'advancing', 'landed', 'archived'];
/** A side road stands at its place on the way. */
const BESIDE: Partial<Record<Stage, Stage>> = { revision: 'review', paused: 'advancing', stopped: 'advancing' };

/** The stages to draw for a project that stands at `now`. */
export function track(now: Stage): readonly Stage[] {
  const place = BESIDE[now];
  return place ? WAY.flatMap((stage) => (stage === place ? [stage, now] : [stage])) : WAY;
}

/** The core asks for a reason here (projects/stage.rs); asking first spares a refusal. */
export function needsReason(from: Stage, to: Stage): boolean {
  if (to === 'stopped' || to === 'paused') return true;
  return to === 'advancing' && (['ready', 'landed', 'stopped', 'archived'] as Stage[]).includes(from);
}
