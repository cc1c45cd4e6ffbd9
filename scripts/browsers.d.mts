import type { Browser, LaunchOptions } from 'playwright-core';

export declare const QUIET: readonly string[];
export interface FoundChromium {
  from: 'environment' | 'playwright' | 'system' | 'packaged';
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}
export declare function findChromium(): Promise<FoundChromium>;
export declare function launchChromium(options?: LaunchOptions): Promise<Browser>;
export declare function findFirefox(): string | undefined;
export declare function launchFirefox(downloadsPath: string): Promise<Browser>;
