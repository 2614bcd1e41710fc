/** How the way of a project is drawn, and which steps ask something. */
import type { Stage, StageMove } from '@/api/generated/requests';

/** The usual way, without the side roads. */
const WAY: readonly Stage[] = ['collected', 'review', 'ready', 'published', 'advancing', 'landed', 'archived'];
/** A side road stands at its place on the way. */
const BESIDE: Partial<Record<Stage, Stage>> = { revision: 'review', paused: 'advancing', stopped: 'advancing' };

/** The stages to draw for a project that stands at `now`. */
export function track(now: Stage): readonly Stage[] {
  const place = BESIDE[now];
  return place ? WAY.flatMap((stage) => (stage === place ? [stage, now] : [stage])) : WAY;
}

/** Does the step need a dialog: to say why or until when, or what it lacks? */
export function asks(move: Pick<StageMove, 'reason' | 'resume' | 'needs'>): boolean {
  return move.reason || move.resume || move.needs !== null;
}
