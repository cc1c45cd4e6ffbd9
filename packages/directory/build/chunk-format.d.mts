import type { Unit } from '@bhxh-kit/domain';
export function shorten(name: string): string;
export function encodeProvince(scheme: '2021' | '2025', province: string, units: readonly Unit[]): unknown;
export function encodeSuccessors(province: string, successors: Iterable<readonly [old: string, targets: Iterable<string>]>): unknown;
export function encodeRuns(rows: readonly (readonly [code: string, province: string])[]): string[];
