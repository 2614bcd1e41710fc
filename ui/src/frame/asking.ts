/**
 * Steps that must be explained (延期, 暂缓, 退回 … a reason; 申请销号 evidence): the core refuses them with a code, the
 * window asks for the words and does the same again. The dialog (`AskWords.vue`) stands in the frame, so any page can.
 */
import { shallowRef } from 'vue';
import { ApiError } from '@/api/backend';

/** What is wanted: by the code of the refusal. */
export type Wanted = 'reason' | 'evidence';
export type Words = Partial<Record<Wanted, string>>;

interface Asking {
  wanted: Wanted;
  /** The core's sentence: what is refused and why. */
  message: string;
  /** Does it again with these words; rejects when it is refused for another cause. */
  answer: (text: string) => Promise<void>;
  cancel: () => void;
}

export const asking = shallowRef<Asking | null>(null);

const WANTED: Record<string, Wanted> = { reason_needed: 'reason', evidence_needed: 'evidence' };

/**
 * Runs `run`; when the core wants words for it, asks for them and runs it with them. Rejects with the core's refusal
 * when the person closes the dialog, so that a field or a cell keeps what was typed.
 */
export async function withWords<T>(run: (words: Words) => Promise<T>): Promise<T> {
  return attempt(run, {});
}

async function attempt<T>(run: (words: Words) => Promise<T>, words: Words): Promise<T> {
  try {
    return await run(words);
  } catch (error) {
    const wanted = error instanceof ApiError ? WANTED[error.code] : undefined;
    if (!wanted || words[wanted] || asking.value) throw error;
    return new Promise<T>((resolve, reject) => {
      asking.value = {
        wanted,
        message: (error as ApiError).message,
        answer: async (text) => {
          const done = await run({ ...words, [wanted]: text });
          asking.value = null;
          resolve(done);
        },
        cancel: () => {
          asking.value = null;
          reject(error as ApiError);
        },
      };
    });
  }
}
