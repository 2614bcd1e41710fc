/** A long request with progress and 取消, for the `Progress` component. */
import { ref, shallowRef } from 'vue';
import { type AnswerOf, ApiError, call, type Progress, type RequestName, type RequestOf } from './backend';

export function useJob() {
  const running = ref(false);
  const progress = shallowRef<Progress | null>(null);
  let stop: AbortController | null = null;

  /** Runs one request; undefined when the person stopped it. Other refusals reject. */
  async function run<N extends RequestName>(name: N, request: RequestOf<N>): Promise<AnswerOf<N> | undefined> {
    stop = new AbortController();
    running.value = true;
    progress.value = null;
    try {
      return await call(name, request, { signal: stop.signal, onProgress: (now) => (progress.value = now) });
    } catch (error) {
      if (error instanceof ApiError && error.code === 'cancelled') return undefined;
      throw error;
    } finally {
      running.value = false;
    }
  }

  return { running, progress, run, cancel: () => stop?.abort() };
}
