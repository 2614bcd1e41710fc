/** Blocks of cells as Excel and WPS put them on the clipboard: tabs between cells, a cell with breaks in quotes. */

export function toTsv(block: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return block.map((row) => row.map(cell).join('\t')).join('\r\n');
}

export function fromTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      while (at < text.length && !(text[at] === '"' && text[at + 1] !== '"')) {
        if (text[at] === '"') at += 1;
        cell += text[at++];
      }
      at += 1;
    }
    const end = text.slice(at).search(/[\t\r\n]/);
    const stop = end < 0 ? text.length : at + end;
    rows.at(-1)?.push(cell + text.slice(at, stop));
    at = stop;
    if (text[at] === '\t') {
      at += 1;
      if (at === text.length) rows.at(-1)?.push('');
    } else if (at < text.length) {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      if (at < text.length) rows.push([]);
    }
  }
  return rows;
}
