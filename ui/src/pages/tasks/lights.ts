/** A light of the core as a mark and a colour. */
import type { Light, LightKind } from '@/api/generated/requests';
import type { LightView } from '@/components/grid/types';

/** The colour and mark of each light. */
export const LIGHT_LOOKS: Record<LightKind, LightView['light']> = {
  overdue: 'late', behind: 'late', due_soon: 'soon', slow: 'soon', normal: 'ok', on_hold: 'hold', done: 'done',
};

export const lightView = ({ kind, word, reason }: Light): LightView => ({ light: LIGHT_LOOKS[kind], word, reason });
