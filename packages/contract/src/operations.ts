import { firstOperations } from './first-operations.js';
import { laterOperations } from './later-operations.js';
import type { Operation } from './operation/operation.js';

/** The contract: every operation by noun and verb. A test holds each row's `name` to its place in one of the two lists. */
export const operations = { ...firstOperations, ...laterOperations } as const;

export type Operations = typeof operations;

/** The same rows as one list, for routes, docs and tests. */
export const operationList: readonly Operation[] = Object.values(operations).flatMap((verbs) => Object.values(verbs) as Operation[]);
