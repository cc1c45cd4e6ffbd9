// directory
export { createDirectory, type Directory, type DirectoryOptions } from './directory/directory.js';
// units
export type { Scheme, Succession } from './units/units.js';
// agencies
export { dayWithin, SCHEME_PERIODS, schemeOn } from './agencies/schemes.js';
export { AgencyList, inOffice } from './agencies/agency-list.js';
// loading
export { DirectoryLoadError, type LoadChunk } from './chunks/chunk-store.js';
export { fetchLoader } from './loaders/fetch-loader.js';
// search: the same ranking for rows a host brings itself
export { type Entry, entryOf, searchEntries, searchKey } from './search/name-search.js';
