/** Keys that work everywhere in the frame. */
import { onScopeDispose } from 'vue';
import type { Router } from 'vue-router';
import { escape, isIme, isTextField, onNew, ownsUndo } from '@/components/keys';
import { place } from '@/router';
import { redo, undo } from './act';

export function useShortcuts(router: Router, open: { palette: () => void; help: () => void }): void {
  function onKeydown(event: KeyboardEvent): void {
    if (isIme(event) || event.defaultPrevented) return;
    const run = action(event, router, open);
    if (!run) return;
    event.preventDefault();
    run();
  }
  window.addEventListener('keydown', onKeydown);
  onScopeDispose(() => window.removeEventListener('keydown', onKeydown));
}

function action(event: KeyboardEvent, router: Router, open: { palette: () => void; help: () => void }) {
  const key = event.key.toLowerCase();
  const control = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (control && key === 'k') return open.palette;
  if (control && key === 'n') return () => void onNew.run();
  if (control && (key === 'y' || (key === 'z' && event.shiftKey))) return ownsUndo(event.target) ? null : () => void redo();
  if (control && key === 'z') return ownsUndo(event.target) ? null : () => void undo();
  if (event.altKey && key === 'arrowleft') return () => router.back();
  if (event.altKey && key === 'arrowright') return () => router.forward();
  if (key === 'f1') return open.help;
  if (key === 'escape') {
    return () => {
      if (escape.run()) return;
      // From a record back to where one came from; inside a text field Esc only leaves the field.
      if (isTextField(event.target)) event.target.blur();
      else if (place.value > 0) router.back();
    };
  }
  return null;
}
