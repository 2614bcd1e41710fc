/** A backend for unit tests: answers by name, remembers what was asked. */
import { ApiError, type Backend, setBackend } from './backend';
import { publish } from './changes';

/* eslint-disable-next-line @typescript-eslint/no-explicit-any */
type Answers = Record<string, (request: any) => unknown>;

export interface Fake extends Backend {
  /** Everything asked, in order. */
  asked: { name: string; request: unknown }[];
  answers: Answers;
}

/**
 * Puts a fake in place of the core. An answer may throw {@link ApiError}; one of the form `{ value, changed }` also
 * publishes what it changed.
 */
export function useFake(answers: Answers): Fake {
  const fake: Fake = {
    asked: [],
    answers,
    async call(name, request) {
      fake.asked.push({ name, request });
      const answer = fake.answers[name];
      if (!answer) throw new ApiError('internal', `no answer to ${name}`);
      const given = await answer(request);
      if (typeof given === 'object' && given !== null && 'changed' in given && 'value' in given) {
        publish(given.changed as string[]);
        return given.value as never;
      }
      return given as never;
    },
    begin: () => Promise.resolve({ identity: null, file: null, status: null, refusal: null }),
    openDialog: () => Promise.resolve(null),
    saveDialog: () => Promise.resolve(null),
    openPath: () => Promise.resolve(),
    setTitle: () => Promise.resolve(),
    setFullscreen: () => Promise.resolve(),
    onCloseRequested() {},
  };
  setBackend(fake);
  return fake;
}
