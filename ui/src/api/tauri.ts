/** The program's backend: the only file that knows Tauri. */
import { Channel, invoke } from '@tauri-apps/api/core';
import { getCurrentWindow } from '@tauri-apps/api/window';
import { asOf } from './as_of';
import { ApiError, type Backend, type Progress } from './backend';
import { publish } from './changes';

/** What the one command of the shell answers. */
interface Answer<T> {
  value: T;
  changed: string[];
}

let jobs = 0;

function toApiError(error: unknown): ApiError {
  if (typeof error === 'object' && error !== null && 'code' in error && 'message' in error) {
    return new ApiError(String(error.code), String(error.message));
  }
  return new ApiError('internal', String(error));
}

async function ask<T>(command: string, args: Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(command, args);
  } catch (error) {
    throw toApiError(error);
  }
}

export const tauri: Backend = {
  async call(name, request, options) {
    const job = String(++jobs);
    const progress = new Channel<Progress>();
    progress.onmessage = (message) => options?.onProgress?.(message);
    const cancel = () => void ask('cancel', { job });
    options?.signal?.addEventListener('abort', cancel, { once: true });
    try {
      const answer = await ask<Answer<never>>('call', { name, request, asOf: asOf.value, job, progress });
      publish(answer.changed);
      return answer.value;
    } finally {
      options?.signal?.removeEventListener('abort', cancel);
    }
  },
  begin: () => ask('begin', {}),
  openDialog: ({ title, filters, folder = false }) => ask('dialog_open', { title, filters, folder }),
  saveDialog: ({ title, name, filters }) => ask('dialog_save', { title, name, filters }),
  openPath: (path) => ask('open_path', { path }),
  setTitle: (text) => ask('set_title', { text }),
  setFullscreen: (on) => ask('set_fullscreen', { on }),
  onCloseRequested(handler) {
    // Tauri's own helper holds the window open until the handler is done, then destroys it.
    void getCurrentWindow().onCloseRequested(handler);
  },
};
