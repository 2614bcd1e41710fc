/** 文字大小: how large letters and rows are, remembered on this computer. */
import { computed, ref } from 'vue';

export const TEXT_SIZES = ['normal', 'large', 'larger'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

const stored = localStorage.getItem('text_size') as TextSize | null;
export const textSize = ref<TextSize>(stored && TEXT_SIZES.includes(stored) ? stored : 'normal');

export function setTextSize(size: TextSize): void {
  textSize.value = size;
  localStorage.setItem('text_size', size);
  applyTextSize();
}

export function applyTextSize(): void {
  document.documentElement.dataset.textSize = textSize.value;
}

/** How much wider things measured in pixels must be than at the standard text size. */
const SCALE: Record<TextSize, number> = { normal: 1, large: 1.15, larger: 1.3 };
export const textScale = computed(() => SCALE[textSize.value]);

// The same numbers as --row-grid and --row in tokens.css: a row window counts in pixels.
const GRID_ROW: Record<TextSize, number> = { normal: 30, large: 34, larger: 38 };
const LIST_ROW: Record<TextSize, number> = { normal: 32, large: 36, larger: 40 };
export const gridRowHeight = computed(() => GRID_ROW[textSize.value]);
export const listRowHeight = computed(() => LIST_ROW[textSize.value]);
