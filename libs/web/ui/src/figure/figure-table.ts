/** What a figure shows, as a table: the same cells feed the screen, the printed page and the file. `null` is not told. */
export type FigureTable = { readonly columns: readonly string[]; readonly rows: readonly (readonly (string | number | null)[])[] };

/** The table as a CSV file for spreadsheets: semicolons, a mark of UTF-8, and no cell that a spreadsheet would run as a formula. */
export function csvOf({ columns, rows }: FigureTable, notTold: string): string {
  const cell = (value: string | number | null): string => {
    const text = value === null ? notTold : String(value);
    const harmless = typeof value === 'string' && /^[=+\-@\t]/.test(text) ? `'${text}` : text;
    return /[";\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  };
  return `\ufeff${[columns, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}
