/** What a page tells a grid or a list about its columns. */

export interface LightView {
  /** Decides mark and colour: ■ late, ▲ soon, ● ok, ◆ hold, ✓ done. */
  light: 'late' | 'soon' | 'ok' | 'hold' | 'done';
  word: string;
  /** Why, in one sentence; shown when pointed at. */
  reason?: string;
}

export type ColumnKind = 'text' | 'number' | 'date' | 'select' | 'percent' | 'link' | 'light';

export interface Column<R> {
  key: string;
  title: string;
  kind: ColumnKind;
  /** Pixels at the start; people may drag it. */
  width: number;
  /** What is shown, copied and searched for. */
  text: (row: R) => string;
  /** `percent`: 0…100 for the bar. */
  percent?: (row: R) => number | null;
  /** `light` */
  light?: (row: R) => LightView | null;
  /** `link`: where it leads, as for RouterLink. */
  to?: (row: R) => string | object | null;
  sortable?: boolean;
  /** Grey, for what is only context. */
  muted?: boolean;
}

export interface GridColumn<R> extends Column<R> {
  editable?: boolean | ((row: R) => boolean);
  /** The text an edit starts with, when it is not `text`. */
  edit?: (row: R) => string;
  /** Proposals below the cell while it is edited. Any text may still be typed; the core judges it. */
  options?: readonly string[] | ((typed: string, row: R) => Promise<readonly string[]>);
}

export interface Sort {
  key: string;
  down: boolean;
}

/** Rows come grouped: group by group in this order, `count` rows each. */
export interface Group {
  key: string;
  title: string;
  /** Figures beside the title. */
  note?: string;
  count: number;
}

export interface GridEdit<R> {
  row: R;
  /** The column's key. */
  column: string;
  text: string;
}

/** Numbers and dates stand at the right. */
export const atRight = (kind: ColumnKind): boolean => kind === 'number' || kind === 'date';
