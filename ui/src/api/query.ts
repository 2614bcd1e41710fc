/**
 * Reading that stays true: ask once, and again whenever something concerned changes, another day is looked at, or
 * the request itself changes. Old data stays while loading; late answers are dropped.
 */
import { onActivated, onDeactivated, onScopeDispose, type Ref, ref, type ShallowRef, shallowRef, toValue, watch } from 'vue';
import type { MaybeRefOrGetter } from 'vue';
import { pagedRows, type PagedRows } from '@/components/rows';
import { asOf } from './as_of';
import { type AnswerOf, ApiError, call, type RequestName, type RequestOf } from './backend';
import { onChange } from './changes';

export interface Query<T> {
  data: ShallowRef<T | null>;
  error: ShallowRef<ApiError | null>;
  loading: Ref<boolean>;
  refetch(): Promise<void>;
}

/**
 * Runs `again` on changes of `kinds` and of the as-of day. A page kept in the background does not ask; it does so
 * once when it comes back.
 */
export function followChanges(kinds: readonly string[], again: () => void): void {
  let awake = true;
  let missed = false;
  const heard = () => {
    if (awake) again();
    else missed = true;
  };
  onScopeDispose(onChange(kinds, heard));
  watch(asOf, heard);
  onDeactivated(() => {
    awake = false;
  });
  onActivated(() => {
    awake = true;
    if (missed) again();
    missed = false;
  });
}

/** One answer. A request of `undefined` waits: nothing is asked until it has a value. */
export function useQuery<N extends RequestName>(
  name: N,
  request: MaybeRefOrGetter<RequestOf<N> | undefined>,
  kinds: readonly string[],
): Query<AnswerOf<N>> {
  const data = shallowRef<AnswerOf<N> | null>(null);
  const error = shallowRef<ApiError | null>(null);
  const loading = ref(false);
  let ticket = 0;

  async function refetch(): Promise<void> {
    const mine = ++ticket;
    const asked = toValue(request);
    if (asked === undefined) return;
    loading.value = true;
    try {
      const answer = await call(name, asked);
      if (mine !== ticket) return;
      data.value = answer;
      error.value = null;
    } catch (failure) {
      if (mine !== ticket) return;
      error.value = failure instanceof ApiError ? failure : new ApiError('internal', String(failure));
    } finally {
      if (mine === ticket) loading.value = false;
    }
  }

  followChanges(kinds, () => void refetch());
  watch(() => JSON.stringify(toValue(request)), () => void refetch(), { immediate: true });
  return { data, error, loading, refetch };
}

/** Requests that answer with a page of a list. */
export type ListName = {
  [N in RequestName]: AnswerOf<N> extends { total: number; rows: unknown[] } ? N : never;
}[RequestName];
export type RowOf<N extends ListName> = AnswerOf<N>['rows'][number];

/** Rows for a grid or list, and the latest answer whole (for counts and groups that come with it). */
export type RowsQuery<N extends ListName> = PagedRows<RowOf<N>> & { answer: ShallowRef<AnswerOf<N> | null> };

/**
 * A list fetched by page while it is scrolled, for `DataGrid` and `ListTable`. `request` builds the request of one
 * page, or `undefined` to wait.
 */
export function useRows<N extends ListName>(
  name: N,
  request: (offset: number, limit: number) => RequestOf<N> | undefined,
  kinds: readonly string[],
): RowsQuery<N> {
  const answer = shallowRef<AnswerOf<N> | null>(null);
  const rows = pagedRows<RowOf<N>>(async (offset, limit) => {
    const asked = request(offset, limit);
    if (asked === undefined) return { total: 0, rows: [] };
    const page = await call(name, asked);
    answer.value = page;
    return page;
  });
  followChanges(kinds, () => void rows.refresh());
  watch(() => JSON.stringify(request(0, 1)), () => void rows.reset(), { immediate: true });
  return { ...rows, answer };
}
