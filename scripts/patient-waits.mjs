// Parts of elements are loaded on use, through a development server that a busy machine lets wait: a test that waits for them may wait longer than the usual second.
import { vi } from 'vitest';

const PATIENCE = 15_000;
const patient = (wait) => (check, options) => wait(check, typeof options === 'number' ? options : { timeout: PATIENCE, ...options });

vi.waitFor = patient(vi.waitFor);
vi.waitUntil = patient(vi.waitUntil);
