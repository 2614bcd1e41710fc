/** Short messages at the foot of the window, the newest last. */
import { shallowReactive } from 'vue';

export interface Toast {
  id: number;
  text: string;
  kind: 'done' | 'refused';
  action?: { label: string; run: () => void };
}

export const toasts = shallowReactive<Toast[]>([]);
const SHOWN_MS = 6000;
let ids = 0;

export function toast(text: string, more: { kind?: Toast['kind']; action?: Toast['action'] } = {}): void {
  const id = ++ids;
  toasts.push({ id, text, kind: more.kind ?? 'done', action: more.action });
  if (toasts.length > 3) toasts.shift();
  // A refusal stays until it is read; success goes by itself.
  if (more.kind !== 'refused') setTimeout(() => dismiss(id), SHOWN_MS);
}

export function dismiss(id: number): void {
  const index = toasts.findIndex((one) => one.id === id);
  if (index >= 0) toasts.splice(index, 1);
}
