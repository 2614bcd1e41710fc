/** Months as 2021-02, and the paper a board is printed on. */
export type Size = 'A4' | 'A3';

/** 2021-02 and so many months on. */
export function addMonths(month: string, step: number): string {
  const [year = 2000, number = 1] = month.split('-').map(Number);
  const all = year * 12 + number - 1 + step;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`;
}

let sheet: CSSStyleSheet | undefined;

/** Says which paper is printed on. A rule for `@page` knows no class, so it is written when it is known. */
export function paper(size: Size): void {
  sheet ??= new CSSStyleSheet();
  sheet.replaceSync(`@page { size: ${size} landscape; margin: 10mm; }`);
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
