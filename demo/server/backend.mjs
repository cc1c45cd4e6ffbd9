import { randomBytes } from 'node:crypto';
import { createBackend } from '@bhxh-kit/client/backend';
import { nodeListener } from '@bhxh-kit/client/backend/node';

/**
 * The backend of a host whose pages speak with their own origin alone; nothing for the other hosts. Its secret lives as long as this process: a restart signs everybody out.
 * @param {{ backend?: string }} host
 * @param {{ gateway: string, origin: string }} surroundings
 */
export function backendOf({ backend: path }, { gateway, origin }) {
  if (!path) return undefined;
  return nodeListener(createBackend({ gateway, origin, path, secrets: [randomBytes(48).toString('base64url')] }));
}
