/** The sheet: A4, the header on every page, no row broken over two. */
export const PRINT_CSS = `
  @page { size: A4; margin: 16mm 14mm; }
  body { margin: 0; font: 10pt/1.4 'Be Vietnam Pro', 'Segoe UI', Roboto, Arial, sans-serif; color: #000; }
  h1 { font-size: 15pt; margin: 0 0 2mm; }
  p { margin: 0 0 2mm; }
  table { inline-size: 100%; border-collapse: collapse; margin-block-start: 4mm; font-size: 9pt; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  th, td { padding: 1.2mm 1.6mm; border-block-end: 0.2mm solid #999; text-align: start; vertical-align: top; }
  th { border-block-end: 0.4mm solid #000; }
  .money, .number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .month, .date { white-space: nowrap; font-variant-numeric: tabular-nums; }
`;
