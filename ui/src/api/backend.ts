/**
 * The only way out of the user interface.
 *
 * Pages and the frame call {@link call} and the few functions beside it; what answers is set once at start
 * (`tauri.ts` in the program, a fake in tests). Types of requests and answers come from `generated/`, which the
 * core's tests write.
 */
import type { Identity, Requests, WorkbookStatus } from './generated/requests';

export type RequestName = keyof Requests & string;
export type RequestOf<N extends RequestName> = Requests[N]['request'];
export type AnswerOf<N extends RequestName> = Requests[N]['answer'];

/** How far a long job is. `total` is null while the amount of work is not known yet. */
export interface Progress {
  done: number;
  total: number | null;
  /** What is being done, a short Chinese phrase from the core. */
  doing: string;
}

export interface CallOptions {
  onProgress?: (progress: Progress) => void;
  /** Aborting asks the core to stop; the call then fails with code `cancelled` and nothing was changed. */
  signal?: AbortSignal;
}

export interface FileFilter {
  name: string;
  /** Without the dot. */
  extensions: string[];
}

export interface OpenDialog {
  title: string;
  filters: FileFilter[];
  /** Choose a folder instead of a file. */
  folder?: boolean;
}

export interface SaveDialog {
  title: string;
  /** The proposed file name. */
  name: string;
  filters: FileFilter[];
}

/** How things stand when the window opens. */
export interface Beginning {
  /** Who sits here; null before the first start. */
  identity: Identity | null;
  /** The workbook named on the command line or double-clicked. */
  file: string | null;
  /** Of the workbook that is open already. */
  status: WorkbookStatus | null;
  /** Why the named workbook did not open. */
  refusal: { code: string; message: string } | null;
}

export interface Backend {
  /** Fails with {@link ApiError} only. What a call changed is published to `changes.ts` before it resolves. */
  call<N extends RequestName>(name: N, request: RequestOf<N>, options?: CallOptions): Promise<AnswerOf<N>>;
  /** How things stand when the window opens. */
  begin(): Promise<Beginning>;
  /** The chosen path, or null when the person closed the dialog. */
  openDialog(options: OpenDialog): Promise<string | null>;
  saveDialog(options: SaveDialog): Promise<string | null>;
  /** Opens an exported file with the system's own program for it. */
  openPath(path: string): Promise<void>;
  setTitle(text: string): Promise<void>;
  /** The whole screen for the window, for a projector, or its own size again. */
  setFullscreen(on: boolean): Promise<void>;
  /** `handler` is awaited before the window closes, so that typed text is not lost. */
  onCloseRequested(handler: () => Promise<void>): void;
}

/** A refusal or a failure of the core: `message` is the sentence for the person, `code` what to branch on. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

let current: Backend | null = null;

/** Says who answers. Called once by `main.ts`, and by tests. */
export function setBackend(backend: Backend): void {
  current = backend;
}

export function backend(): Backend {
  if (!current) throw new ApiError('internal', 'no backend has been set');
  return current;
}

/** Asks the core. The one function pages use for a single request; lists that follow changes use `query.ts`. */
export function call<N extends RequestName>(
  name: N,
  request: RequestOf<N>,
  options?: CallOptions,
): Promise<AnswerOf<N>> {
  return backend().call(name, request, options);
}
