/** The papers there are: asked once and again when a template changes. */
import { call } from '@/api/backend';
import type { PaperFormat, PaperKind, PaperOf, PaperRow, Subject } from '@/api/generated/requests';
import { labels } from '@/api/generated/labels';
import { t } from '@/text';

export type { PaperFormat, PaperKind, PaperOf, PaperRow, Subject };

/** Papers that a page offers of what it shows, in the order of the list. */
export async function papersOf(kinds: readonly PaperKind[]): Promise<PaperRow[]> {
  const rows = await call('paper_kinds', {});
  return kinds.flatMap((kind) => rows.find((row) => row.kind === kind) ?? []);
}

/** The filter of a file dialog. */
export const fileFilter = (format: PaperFormat) => ({ name: labels.PaperFormat[format], extensions: [format] });

/** The proposed name with the ending of a format. */
export const withEnding = (name: string, format: PaperFormat): string => `${name.replace(/\.[a-z]+$/i, '')}.${format}`;

/** What a button says of a format. */
export const exportWord = (format: PaperFormat): string => t('papers.export', { format: labels.PaperFormat[format] });
