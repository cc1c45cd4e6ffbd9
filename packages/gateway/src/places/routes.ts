import { operations } from '@bhxh-kit/contract';
import type { Directory } from '@bhxh-kit/directory';
import type { Agency } from '@bhxh-kit/domain';
import type { Hono } from 'hono';
import { type Environment, mount, type Mounting } from '../http/mount.js';
import { Refusal } from '../http/refusal.js';

const { units, agencies } = operations;

/** Places (R4, R6): every answer can be kept by its ETag. */
export function mountPlaces(app: Hono<Environment>, directory: Directory, mounting: Mounting): void {
  mount(
    app,
    units.list,
    async ({ scheme, parentCode }) => {
      if (!parentCode) return { items: [...(await directory.provinces(scheme))] };
      if (!(await directory.unit(scheme, parentCode))) throw new Refusal('unit.not-found');
      return { items: [...(await directory.children(scheme, parentCode))] };
    },
    mounting,
  );
  mount(
    app,
    units.search,
    async ({ scheme, query, limit }) => ({ items: [...(await directory.search(scheme, query, { limit: Number(limit ?? 20) }))] }),
    mounting,
  );
  mount(app, units.path, async ({ scheme, code }) => ({ items: found(await directory.path(scheme, code), 'unit.not-found') }), mounting);
  mount(
    app,
    units.successors,
    async ({ code }) => {
      const succession = await directory.resolveOld(code);
      if (!succession) throw new Refusal('unit.not-found');
      return { items: [...succession.units] };
    },
    mounting,
  );
  mount(app, agencies.list, async () => ({ items: (await directory.agencies()).map(withoutCommunes) }), mounting);
  mount(
    app,
    agencies.children,
    async ({ code }) => {
      if (!(await directory.agency(code))) throw new Refusal('agency.not-found');
      return { items: (await directory.agencyChildren(code)).map(withoutCommunes) };
    },
    mounting,
  );
  mount(app, agencies.path, async ({ code }) => ({ items: found(await directory.agencyPath(code), 'agency.not-found').map(withoutCommunes) }), mounting);
  mount(app, agencies.search, async ({ query }) => ({ items: (await directory.searchAgencies(query, { limit: 50 })).map(withoutCommunes) }), mounting);
  mount(
    app,
    agencies.byCommune,
    async ({ communeCode }) => ({ items: found(await directory.agenciesByCommune(communeCode), 'unit.not-found').map(withoutCommunes) }),
    mounting,
  );
}

function found<Row>(rows: readonly Row[], code: 'unit.not-found' | 'agency.not-found'): Row[] {
  if (rows.length === 0) throw new Refusal(code);
  return [...rows];
}

/** An agency can serve hundreds of communes; who asks for one has `agencies.byCommune`. */
function withoutCommunes({ communeCodes: _, ...agency }: Agency): Agency {
  return agency;
}
