/** Which workbook is open, or why none is: what decides between the start page, the refusal page and the frame. */
import { computed, ref, shallowRef } from 'vue';
import { asOf, lookingBack } from '@/api/as_of';
import { ApiError, backend, call } from '@/api/backend';
import { EVERYTHING, onChange, publish } from '@/api/changes';
import type { Identity, WorkbookStatus } from '@/api/generated/requests';
import { flushFields } from '@/components/flush';
import { t } from '@/text';

/** A workbook that did not open. */
export interface Refusal {
  path: string;
  code: string;
  message: string;
}

type Stage = 'loading' | 'identity' | 'start' | 'refused' | 'open';

export const stage = ref<Stage>('loading');
export const identity = shallowRef<Identity | null>(null);
export const status = shallowRef<WorkbookStatus | null>(null);
export const refusal = shallowRef<Refusal | null>(null);

/** Nothing may be changed: opened for reading, or another day is looked at. */
export const readOnly = computed(() => lookingBack.value || (status.value?.read_only ?? false));

/** The file's name without its folder. */
export const fileName = computed(() => status.value?.path.split(/[\\/]/).pop() ?? '');

async function refreshStatus(): Promise<void> {
  try {
    status.value = await call('workbook_status', {});
  } catch (error) {
    status.value = null;
    if (!(error instanceof ApiError) || error.code === 'no_workbook') return;
    refusal.value = { path: '', code: error.code, message: error.message };
  }
}

/** Finds out where to begin. Called once at start. */
export async function begin(): Promise<void> {
  onChange([EVERYTHING], () => {
    if (stage.value === 'open') void refreshStatus();
  });
  const start = await backend().begin();
  identity.value = start.identity;
  status.value = start.status;
  if (start.refusal) refusal.value = { path: start.file ?? '', ...start.refusal };
  // Before it is known who sits here nothing was opened.
  firstFile = start.status || start.refusal ? null : start.file;
  await settle();
}

/** A workbook to open as soon as we know who sits here. */
let firstFile: string | null = null;

async function arrive(): Promise<void> {
  await refreshStatus();
  await settle();
}

/** Goes to the stage that fits what is known and open. */
async function settle(): Promise<void> {
  if (identity.value && firstFile && !status.value) {
    const path = firstFile;
    firstFile = null;
    await openWorkbook(path);
    return;
  }
  if (!identity.value) stage.value = 'identity';
  else if (refusal.value) stage.value = 'refused';
  else if (!status.value) stage.value = 'start';
  else stage.value = 'open';
  await backend().setTitle(status.value ? t('frame.title', { file: fileName.value }) : t('frame.brand'));
}

export async function setIdentity(author: string, laptop: string): Promise<void> {
  await call('identity_set', { author, laptop });
  identity.value = { author, laptop };
  await arrive();
}

/** Runs a request that opens a workbook; a refusal gets its page. True when it opened. */
async function opening(path: string, ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    refusal.value = null;
    asOf.value = null;
    await arrive();
    publish([EVERYTHING]);
    return true;
  } catch (error) {
    // The workbook that was open before may have been closed by the attempt.
    await refreshStatus();
    const { code, message } = error instanceof ApiError ? error : new ApiError('internal', String(error));
    refusal.value = { path, code, message };
    stage.value = 'refused';
    return false;
  }
}

export function openWorkbook(path: string, how: { readOnly?: boolean } = {}): Promise<boolean> {
  return opening(path, () => call('workbook_open', { path, read_only: how.readOnly ?? false }));
}

export function newWorkbook(path: string): Promise<boolean> {
  return opening(path, () => call('workbook_new', { path }));
}

export function sampleWorkbook(path: string): Promise<boolean> {
  return opening(path, () => call('workbook_sample', { path }));
}

const fileKind = () => [{ name: t('start.file_kind'), extensions: ['changwu'] }];

/** Lets the person choose a workbook and opens it. */
export async function chooseWorkbook(): Promise<boolean> {
  const path = await backend().openDialog({ title: t('start.open_title'), filters: fileKind() });
  return path ? openWorkbook(path) : false;
}

/** Lets the person choose where a new workbook goes and opens it. */
export async function createWorkbook(): Promise<boolean> {
  const path = await backend().saveDialog({ title: t('start.new_title'), name: t('start.new_name'), filters: fileKind() });
  return path ? newWorkbook(path) : false;
}

export async function createSample(): Promise<boolean> {
  const path = await backend().saveDialog({
    title: t('start.sample_title'),
    name: t('start.sample_name'),
    filters: fileKind(),
  });
  return path ? sampleWorkbook(path) : false;
}

/** To the start page; the open workbook stays as it is until another one is opened. */
export async function toStart(): Promise<void> {
  await flushFields();
  refusal.value = null;
  stage.value = 'start';
}

/** Back from the start page to the workbook that is still open. */
export function backToWorkbook(): void {
  if (status.value) stage.value = 'open';
}
