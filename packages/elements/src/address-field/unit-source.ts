import type { BhxhClient } from '@bhxh-kit/client';
import { createDirectory, type Directory, fetchLoader } from '@bhxh-kit/directory';
import type { Unit } from '@bhxh-kit/domain';
import { todayHere } from '../foundation/today.js';
import type { AddressScheme } from './address-value.js';

/** Where the units come from. */
export interface UnitSource {
  provinces(scheme: AddressScheme): Promise<readonly Unit[]>;
  children(scheme: AddressScheme, parentCode: string): Promise<readonly Unit[]>;
  path(scheme: AddressScheme, code: string): Promise<readonly Unit[]>;
  /** What a unit of the 2021 map became; empty where that is not known. */
  successors(code: string): Promise<readonly Unit[]>;
}

/** The gateway. */
export function clientSource({ units }: Pick<BhxhClient, 'units'>): UnitSource {
  return {
    provinces: async (scheme) => (await units.list({ scheme })).items,
    children: async (scheme, parentCode) => (await units.list({ scheme, parentCode })).items,
    path: async (scheme, code) => (await units.path({ scheme, code })).items,
    successors: async (code) => (await units.successors({ code })).items,
  };
}

/** Rows handed in. They hold no successors. */
export function rowSource(rows: readonly Unit[]): UnitSource {
  const find = (scheme: AddressScheme, code: string) => rows.find((unit) => unit.scheme === scheme && unit.code === code);
  const path = (scheme: AddressScheme, code: string): readonly Unit[] => {
    const unit = find(scheme, code);
    if (!unit) return [];
    return unit.parentCode ? [...path(scheme, unit.parentCode), unit] : [unit];
  };
  return {
    provinces: async (scheme) => rows.filter((unit) => unit.scheme === scheme && unit.level === 'province'),
    children: async (scheme, parentCode) => rows.filter((unit) => unit.scheme === scheme && unit.parentCode === parentCode),
    path: async (scheme, code) => path(scheme, code),
    successors: async () => [],
  };
}

const directories = new Map<string, Directory>();

/** The chunks of `@bhxh-kit/directory` below the kit's files; every field of the page shares what was loaded. */
export function chunkSource(assetsBase: string): UnitSource {
  let directory = directories.get(assetsBase);
  if (!directory) directories.set(assetsBase, (directory = createDirectory({ load: fetchLoader(`${assetsBase}directory/`), today: todayHere })));
  const chunks = directory;
  return {
    provinces: (scheme) => chunks.provinces(scheme),
    children: (scheme, parentCode) => chunks.children(scheme, parentCode),
    path: (scheme, code) => chunks.path(scheme, code),
    successors: async (code) => (await chunks.resolveOld(code))?.units ?? [],
  };
}

/** Asks the first source, and the second where the first fails. From then on the second alone: a host that serves no chunks is not asked for them each time. */
export function eitherSource(first: UnitSource, second: UnitSource): UnitSource {
  let failed = false;
  const either =
    <Question extends unknown[], Answer>(ask: (source: UnitSource, ...question: Question) => Promise<Answer>) =>
    async (...question: Question): Promise<Answer> => {
      if (failed) return ask(second, ...question);
      try {
        return await ask(first, ...question);
      } catch {
        const answer = await ask(second, ...question);
        failed = true;
        return answer;
      }
    };
  return {
    provinces: either((source, scheme: AddressScheme) => source.provinces(scheme)),
    children: either((source, scheme: AddressScheme, parentCode: string) => source.children(scheme, parentCode)),
    path: either((source, scheme: AddressScheme, code: string) => source.path(scheme, code)),
    successors: either((source, code: string) => source.successors(code)),
  };
}

/** What is there to ask: rows handed in alone; else chunks, with the gateway behind them. */
export function sourceFor(given: {
  units?: readonly Unit[] | undefined;
  assetsBase?: string | undefined;
  client?: Pick<BhxhClient, 'units'> | undefined;
}): UnitSource | undefined {
  if (given.units) return rowSource(given.units);
  const chunks = given.assetsBase === undefined ? undefined : chunkSource(given.assetsBase);
  const gateway = given.client && clientSource(given.client);
  return chunks && gateway ? eitherSource(chunks, gateway) : (chunks ?? gateway);
}
