import type { GatewayOptions, OfficerPersona, Persona } from '@bhxh-kit/gateway';

export interface OpenedDemo {
  readonly pages: Readonly<Record<'province' | 'school' | 'hospital' | 'agency', string>>;
  readonly gateway: string;
  readonly taken: readonly (readonly [wanted: number, used: number])[];
  readonly personas: readonly Persona[];
  readonly officers: readonly OfficerPersona[];
  close(): Promise<void>;
}
export declare function openDemo(options?: {
  readonly firstPort?: number;
  readonly reset?: boolean;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly parts?: Pick<GatewayOptions, 'database' | 'log'>;
}): Promise<OpenedDemo>;
