/** What all fields share: a field saves when it is left, says so, and keeps what was typed when it is refused. */
import { computed, ref, watch } from 'vue';
import { useFlush } from './flush';

export interface FieldProps {
  label: string;
  /** What is saved. */
  value: string;
  /** Saves the text; rejecting shows the error's sentence below the field. */
  save: (text: string) => Promise<unknown>;
  readonly?: boolean;
  placeholder?: string;
  /** A standing explanation below the field. */
  hint?: string;
}

const SAID_MS = 2500;

export function useField(props: Readonly<Pick<FieldProps, 'value' | 'save' | 'readonly'>>) {
  const text = ref(props.value);
  const state = ref<'quiet' | 'saving' | 'saved'>('quiet');
  const refused = ref('');
  /** Saves run one after the other, the last typed text last. */
  let running: Promise<void> = Promise.resolve();
  let underWay: string | null = null;

  /** The text that counts as saved: ours as soon as it is accepted, the core's as soon as it is read again. */
  const saved = ref(props.value);
  const dirty = computed(() => text.value !== saved.value);

  /** Takes what the core holds (its normal form, an undo), unless something unsaved is typed here. */
  function follow(): void {
    const clean = !dirty.value || text.value === props.value;
    saved.value = props.value;
    if (!clean) return;
    text.value = props.value;
    refused.value = '';
  }
  watch(() => props.value, follow);

  async function store(wanted: string): Promise<void> {
    state.value = 'saving';
    refused.value = '';
    try {
      await props.save(wanted);
      state.value = 'saved';
      saved.value = wanted;
      setTimeout(() => {
        if (state.value === 'saved') state.value = 'quiet';
        if (!dirty.value) follow();
      }, SAID_MS);
    } catch (error) {
      state.value = 'quiet';
      refused.value = error instanceof Error ? error.message : String(error);
    } finally {
      if (underWay === wanted) underWay = null;
    }
  }

  /** Saves what is typed, if it differs from what is saved (or is being saved). */
  function leave(): Promise<void> {
    const wanted = text.value;
    if (props.readonly || wanted === (underWay ?? saved.value)) return running;
    underWay = wanted;
    running = running.then(() => store(wanted));
    return running;
  }

  /** Back to what is saved. True when there was something to take back. */
  function revert(): boolean {
    if (!dirty.value && !refused.value) return false;
    text.value = saved.value;
    refused.value = '';
    return true;
  }

  useFlush(leave);
  return { text, state, refused, dirty, leave, revert };
}
