import * as z from 'zod/mini';

/** A day on the wire: ISO 8601 `2010-02-01`, in the time zone Asia/Ho_Chi_Minh. */
export const IsoDate = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));

/** A month on the wire: `2010-02`. */
export const IsoMonth = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/));

/** A birth date as old records have it: a day, a month (`1950-03`) or only a year (`1950`). */
export const PartialDate = z.string().check(z.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/));

/** An instant on the wire: RFC 3339 with an offset or Z. */
export const Instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/));
