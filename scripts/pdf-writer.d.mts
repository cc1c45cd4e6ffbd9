export function preparePdfWriter(): Promise<boolean>;
