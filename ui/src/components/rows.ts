/** Rows fetched by page as they come into view: what lists and grids stand on. */
import { computed, ref, type Ref, shallowReactive, shallowRef, type ShallowRef } from 'vue';

/** What a list reads from; all reactive. */
export interface RowSource<R> {
  total: Readonly<Ref<number>>;
  loading: Readonly<Ref<boolean>>;
  error: Readonly<ShallowRef<Error | null>>;
  /** The row at `index`, or undefined while it is on its way. */
  at(index: number): R | undefined;
  /** Fetches what is missing of the rows `first..last` (last not included). */
  ensure(first: number, last: number): Promise<void>;
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>;
}

export interface PagedRows<R> extends RowSource<R> {
  /** Asks again for what is on screen, keeping the old rows until then. For changed data. */
  refresh(): Promise<void>;
  /** Like refresh, but the list may be another one (filter, sort): the view goes back to its top. */
  reset(): Promise<void>;
  /** Grows with every reset. */
  version: Readonly<Ref<number>>;
}

export type Fetch<R> = (offset: number, limit: number) => Promise<{ total: number; rows: R[] }>;

/** Rows that come from `fetch`, `pageSize` at a time. Answers that were overtaken by a refresh are dropped. */
export function pagedRows<R>(fetch: Fetch<R>, pageSize = 100): PagedRows<R> {
  const total = ref(0);
  const version = ref(0);
  const loading = ref(false);
  const error = shallowRef<Error | null>(null);
  const pages = shallowReactive(new Map<number, R[]>());
  const underWay = new Map<number, Promise<void>>();
  let generation = 0;
  let wanted: [first: number, last: number] = [0, 1];

  function load(page: number, mine: number): Promise<void> {
    const running = underWay.get(page);
    if (running) return running;
    const job = fetch(page * pageSize, pageSize)
      .then((answer) => {
        if (mine !== generation) return;
        total.value = answer.total;
        pages.set(page, answer.rows);
        error.value = null;
      })
      .catch((failure: unknown) => {
        if (mine === generation) error.value = failure instanceof Error ? failure : new Error(String(failure));
      })
      .finally(() => {
        if (underWay.get(page) === job) underWay.delete(page);
        loading.value = underWay.size > 0;
      });
    underWay.set(page, job);
    loading.value = true;
    return job;
  }

  function pagesOf(first: number, last: number): number[] {
    const from = Math.floor(Math.max(0, first) / pageSize);
    const to = Math.floor(Math.max(first, last - 1) / pageSize);
    return Array.from({ length: to - from + 1 }, (_, step) => from + step);
  }

  async function ensure(first: number, last: number): Promise<void> {
    wanted = [first, last];
    await Promise.all(pagesOf(first, last).filter((page) => !pages.has(page)).map((page) => load(page, generation)));
  }

  async function refresh(): Promise<void> {
    const mine = ++generation;
    underWay.clear();
    const visible = pagesOf(...wanted);
    await Promise.all(visible.map((page) => load(page, mine)));
    if (mine !== generation) return;
    for (const page of [...pages.keys()]) if (!visible.includes(page)) pages.delete(page);
  }

  function reset(): Promise<void> {
    version.value += 1;
    wanted = [0, 1];
    return refresh();
  }

  async function idle(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay.values());
  }

  const at = (index: number) => pages.get(Math.floor(index / pageSize))?.[index % pageSize];
  return { total, version, loading, error, at, ensure, refresh, reset, idle };
}

/** Rows that are all here already. */
export function givenRows<R>(rows: Readonly<Ref<readonly R[]>>): RowSource<R> {
  return {
    total: computed(() => rows.value.length),
    loading: ref(false),
    error: shallowRef(null),
    at: (index) => rows.value[index],
    ensure: () => Promise.resolve(),
    idle: () => Promise.resolve(),
  };
}
