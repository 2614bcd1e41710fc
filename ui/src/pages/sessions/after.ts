/** 会后: which replies become tasks, and what comes of it, told before anything is done. */
import type { AgendaRow, ConvertReply, SaidReply } from '@/api/generated/requests';

export interface Pending {
  reply: SaidReply;
  /** The presentation it was said at. */
  at: AgendaRow;
}

/** Replies that are not tasks yet, in the order of the agenda. */
export const pendingOf = (agenda: readonly AgendaRow[]): Pending[] => agenda.flatMap((at) => at.replies.filter((reply) => !reply.task).map((reply) => ({ reply, at })));
export const doneOf = (agenda: readonly AgendaRow[]): Pending[] => agenda.flatMap((at) => at.replies.filter((reply) => reply.task).map((reply) => ({ reply, at })));

export interface Wanted {
  /** Left out on purpose. */
  skipped: ReadonlySet<string>;
  /** A need is written down with it. */
  raised: ReadonlySet<string>;
  persons: Readonly<Record<string, string | undefined>>;
}

export interface Outcome {
  replies: ConvertReply[];
  tasks: number;
  /** Needs written down anew. */
  demands: number;
  /** Needs handed over to the unit that answered: those at 登记. */
  linked: number;
  /** Replies wanted that cannot become tasks: no unit is known. */
  unitless: number;
}

/** What will be made of the pending replies. */
export function outcome(pending: readonly Pending[], wanted: Wanted): Outcome {
  const chosen = pending.filter(({ reply }) => !wanted.skipped.has(reply.id));
  const ready = chosen.filter(({ reply }) => reply.unit);
  const registered = new Set(ready.flatMap(({ reply, at }) => at.demands.filter((demand) => demand.id === reply.demand && demand.status === 'registered').map((demand) => demand.id)));
  const raise = ({ reply }: Pending) => !reply.demand && wanted.raised.has(reply.id);
  return {
    replies: ready.map((one) => ({ id: one.reply.id, raise: raise(one), persons: wanted.persons[one.reply.id] ?? '' })),
    tasks: ready.length,
    demands: ready.filter(raise).length,
    linked: registered.size,
    unitless: chosen.length - ready.length,
  };
}
