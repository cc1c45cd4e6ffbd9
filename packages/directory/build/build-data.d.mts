export function ensureDirectoryData(options?: { force?: boolean }): Promise<boolean>;
