/** Keyboard rules shared by all widgets. */
import { onActivated, onDeactivated, onScopeDispose } from 'vue';

/**
 * An input method is at work on this key. WebKitGTK still sends a keydown with keyCode 229 after `compositionend`,
 * so `isComposing` alone is not enough. Never act on keyup Enter.
 */
export function isIme(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

export function isTextField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type))
  );
}

/**
 * Ctrl+Z belongs to the text being typed. Fields whose text equals what is saved say so with `data-clean`; there
 * Ctrl+Z undoes the last action instead.
 */
export function ownsUndo(target: EventTarget | null): boolean {
  return isTextField(target) && target.dataset.clean === undefined && target.value !== '';
}

type Handler = () => void;

/** A stack of handlers, of which only the newest living one hears. */
function handlerStack() {
  const stack: Handler[] = [];
  const remove = (handler: Handler) => {
    const index = stack.lastIndexOf(handler);
    if (index >= 0) stack.splice(index, 1);
  };
  return {
    /** Registers `handler` while the component lives and is not kept in the background. */
    use(handler: Handler): void {
      const put = () => {
        remove(handler);
        stack.push(handler);
      };
      put();
      onActivated(put);
      onDeactivated(() => remove(handler));
      onScopeDispose(() => remove(handler));
    },
    push(handler: Handler): () => void {
      stack.push(handler);
      return () => remove(handler);
    },
    /** True when somebody heard. */
    run(): boolean {
      const newest = stack.at(-1);
      newest?.();
      return newest !== undefined;
    },
  };
}

/** Esc: the newest open thing closes. */
export const escape = handlerStack();
/** Ctrl+N: the page in front makes a new one of what it shows: `onNew.use(() => …)`. */
export const onNew = handlerStack();
