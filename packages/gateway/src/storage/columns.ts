import { customType, timestamp } from 'drizzle-orm/pg-core';

/** Sealed or hashed bytes. PGlite gives Uint8Array, pg gives Buffer: both are read as Uint8Array. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
