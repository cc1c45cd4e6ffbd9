import type { BhxhClient } from '@bhxh-kit/client';
import type { Unit } from '@bhxh-kit/domain';
import { todayHere } from '../foundation/today.js';
import type { AddressScheme } from './address-value.js';

/** Units that are here at once, or come. */
export type Units = readonly Unit[] | Promise<readonly Unit[]>;

/** Where the units come from. */
export interface UnitSource {
  provinces(scheme: AddressScheme): Units;
  children(scheme: AddressScheme, parentCode: string): Units;
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

/** Rows handed in, listed at once: a field drawn without its lists would be drawn a second time. They hold no successors. */
export function rowSource(rows: readonly Unit[]): UnitSource {
  const find = (scheme: AddressScheme, code: string) => rows.find((unit) => unit.scheme === scheme && unit.code === code);
  const path = (scheme: AddressScheme, code: string): readonly Unit[] => {
    const unit = find(scheme, code);
    if (!unit) return [];
    return unit.parentCode ? [...path(scheme, unit.parentCode), unit] : [unit];
  };
  return {
    provinces: (scheme) => rows.filter((unit) => unit.scheme === scheme && unit.level === 'province'),
    children: (scheme, parentCode) => rows.filter((unit) => unit.scheme === scheme && unit.parentCode === parentCode),
    path: (scheme, code) => Promise.resolve(path(scheme, code)),
    successors: () => Promise.resolve([]),
  };
}

/**
 * The chunks of `@bhxh-kit/directory` below the kit's files; every field of the page shares what was loaded.
 * What reads them is loaded with the first question: a page that hands rows in or asks the gateway does without it.
 */
export function chunkSource(assetsBase: string): UnitSource {
  const chunks = async (): Promise<UnitSource> => (await import('./unit-chunks.js')).unitChunks(assetsBase, todayHere);
  return {
    provinces: async (scheme) => (await chunks()).provinces(scheme),
    children: async (scheme, parentCode) => (await chunks()).children(scheme, parentCode),
    path: async (scheme, code) => (await chunks()).path(scheme, code),
    successors: async (code) => (await chunks()).successors(code),
  };
}

/** Asks the first source, and the second where the first fails. From then on the second alone: a host that serves no chunks is not asked for them each time. */
export function eitherSource(first: UnitSource, second: UnitSource): UnitSource {
  let failed = false;
  const either =
    <Question extends unknown[], Answer>(ask: (source: UnitSource, ...question: Question) => Answer | Promise<Answer>) =>
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
