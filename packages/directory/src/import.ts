// The importer has its own entry, so that a page that only reads the directory does not carry a CSV parser.
export { type ImportOptions, type ImportReport, importAgencies } from './agency-import/import-agencies.js';
export type { ImportIssue, RefusalCode, WarningCode } from './agency-import/issues.js';
export { issueInWords } from './agency-import/wording.js';
