import { listAgencies, listAgenciesByCommune, listAgencyChildren, readAgencyPath, searchAgencies } from './agencies/agencies.js';
import { followDeclaration, readDeclarationForm, submitDeclaration } from './declarations/declarations.js';
import { listMyCards, listMyParticipation, readProfile } from './me/me.js';
import type { Operation } from './operation/operation.js';
import { appendPhotograph, beginPhotograph, discardPhotograph, readPhotographProgress } from './photographs/photographs.js';
import { readSession, refreshSession, signIn, signOut } from './session/session.js';
import { readHealth, readRules } from './system/system.js';
import { listUnits, listUnitSuccessors, readUnitPath, searchUnits } from './units/units.js';

/** The contract: every operation by noun and verb. A test holds each row's `name` to its place here. */
export const operations = {
  declarations: { submit: submitDeclaration, follow: followDeclaration, form: readDeclarationForm },
  photographs: { begin: beginPhotograph, append: appendPhotograph, progress: readPhotographProgress, discard: discardPhotograph },
  units: { list: listUnits, search: searchUnits, path: readUnitPath, successors: listUnitSuccessors },
  agencies: { list: listAgencies, children: listAgencyChildren, path: readAgencyPath, search: searchAgencies, byCommune: listAgenciesByCommune },
  session: { signIn, refresh: refreshSession, current: readSession, signOut },
  profile: { read: readProfile },
  cards: { mine: listMyCards },
  participation: { list: listMyParticipation },
  rules: { current: readRules },
  health: { read: readHealth },
} as const;

export type Operations = typeof operations;

/** The same rows as one list, for routes, docs and tests. */
export const operationList: readonly Operation[] = Object.values(operations).flatMap((verbs) => Object.values(verbs) as Operation[]);
