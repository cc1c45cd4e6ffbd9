import * as z from 'zod/mini';
import { ERROR_STATUS, type ErrorCode, errorsOfEveryCall, errorsOfLinks, errorsOfSessions } from '../errors/errors.js';
import { errorWords } from '../errors/words.js';
import { FIELD_CLASSES } from '../fields/fields.js';
import { INTEGRATOR_KEY_HEADER } from '../integrators/integrators.js';
import { type Auth, isBytes, type Operation, successStatus } from '../operation/operation.js';
import { operationList } from '../operations.js';
import { COMPONENTS } from './components.js';
import type { Summaries } from './summaries.js';

type Json = Record<string, unknown>;

const ref = (id: string): Json => ({ $ref: `#/components/schemas/${id}` });

const TAGS: Readonly<Record<string, string>> = {
  declarations: 'Registration: Tờ khai Mẫu 01',
  photographs: 'Photographs of a declaration, uploaded by chunk',
  units: 'Administrative units of the 2021 and the 2025 map',
  agencies: 'Cơ quan BHXH',
  reviews: 'The desk of the officers: queue, case, acts',
  accounts: 'From the approval to the first password',
  children: 'The children of a guardian',
  contacts: 'The registered phone and e-mail address, changed with two codes',
  accesses: 'Ai đã xem dữ liệu của tôi',
  codes: 'One-time codes by e-mail',
  identities: 'Identities, verified with the population database',
  challenges: 'Mã kiểm tra: what keeps machines out',
  seals: 'The seal on Mẫu 01: paper against data, also without a network',
  notices: 'Notices, sent again',
  corrections: 'A rejected declaration, corrected without typing it again',
  session: 'Sign-in of people; refreshing and ending of every session',
  devices: 'One device at a time: taking over, signing out everywhere',
  passkeys: 'Khóa truy cập: people signed in by fingerprint, face or PIN',
  officers: 'Cán bộ BHXH: sign-in of officers',
  profile: 'Quản lý cá nhân',
  cards: 'Thẻ BHYT',
  participation: 'Quá trình tham gia',
  benefits: 'Thông tin hưởng',
  visits: 'Sổ khám chữa bệnh',
  rules: 'The law as the gateway applies it today',
  health: 'For operators',
};

/** `declarations.follow` → `DeclarationsFollow`, the stem of the names of its own schemas. */
const stem = (row: Operation): string =>
  row.name
    .split('.')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** Every schema of the contract under a name, so that the document repeats nothing. */
function namedSchemas(): { registry: z.core.$ZodRegistry<{ id: string }>; idOf: (schema: z.ZodMiniType) => string } {
  const registry = z.registry<{ id: string }>();
  for (const [id, { schema }] of Object.entries(COMPONENTS)) registry.add(schema, { id });
  for (const row of operationList) {
    if (row.body && !isBytes(row.body) && !registry.has(row.body)) registry.add(row.body, { id: `${stem(row)}Request` });
    if (row.response && !isBytes(row.response) && !registry.has(row.response)) registry.add(row.response, { id: `${stem(row)}Response` });
  }
  return { registry, idOf: (schema) => registry.get(schema)?.id ?? '' };
}

/** zod writes its own `$id`s and the bounds of a double; the document needs neither. Fields that are not open say their class. */
function tidy(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(tidy);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).filter(([key, value]) => key !== '$schema' && key !== '$id' && Math.abs(Number(value)) !== Number.MAX_SAFE_INTEGER);
  return Object.fromEntries(
    entries.map(([key, value]) => {
      if (key !== 'properties') return [key, tidy(value)];
      return [key, Object.fromEntries(Object.entries(value as Json).map(([name, inner]) => [name, classified(name, tidy(inner) as Json)]))];
    }),
  );
}

function classified(name: string, schema: Json): Json {
  const fieldClass = FIELD_CLASSES[name];
  return fieldClass && fieldClass !== 'open' ? { ...schema, 'x-pii': fieldClass } : schema;
}

function parameters(row: Operation): Json[] {
  const of = (place: 'path' | 'query', schema: z.ZodMiniType | undefined): Json[] => {
    if (!schema) return [];
    const { properties = {}, required = [] } = tidy(z.toJSONSchema(schema)) as { properties?: Record<string, Json>; required?: string[] };
    return Object.entries(properties).map(([name, inner]) => ({ name, in: place, required: required.includes(name), schema: inner }));
  };
  const headers = [
    ...(row.retry === 'with-key' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ...(row.auth === 'photograph-key' ? [{ $ref: '#/components/parameters/PhotographKey' }] : []),
    ...(row.challenged ? [{ $ref: '#/components/parameters/ChallengeAnswer' }] : []),
    ...(row.ofChild ? [{ $ref: '#/components/parameters/GuardianLink' }] : []),
    ...(row.etag ? [{ $ref: '#/components/parameters/IfNoneMatch' }] : []),
  ];
  return [...of('path', row.params), ...of('query', row.query), ...headers];
}

const codesOf = (row: Operation): ErrorCode[] => [
  ...errorsOfEveryCall,
  ...row.errors,
  ...(row.auth === 'session' || row.auth === 'any-session' ? errorsOfSessions : []),
  ...(row.auth === 'session' ? errorsOfLinks[row.ofChild ? 'ofChild' : 'own'] : []),
];

function problems(row: Operation): Json {
  const codes = codesOf(row);
  const statuses = [...new Set(codes.map((code) => ERROR_STATUS[code]))].sort();
  return Object.fromEntries(
    statuses.map((status) => {
      const here = codes.filter((code) => ERROR_STATUS[code] === status);
      const description = here.map((code) => `\`${code}\` ${errorWords[code].en}`).join(' ');
      return [String(status), { description, content: { 'application/problem+json': { schema: ref('Problem') } } }];
    }),
  );
}

/** Which of the document's security schemes open a call; `{}` is none of them. */
const SECURITY: Readonly<Record<Auth, readonly Json[]>> = {
  none: [{}],
  'photograph-key': [{}],
  session: [{ session: [] }],
  'session-if-any': [{}, { session: [] }],
  officer: [{ officer: [] }],
  'any-session': [{ session: [] }, { officer: [] }],
};

/** A host's own backend sends its key besides what opens the call, never in place of it. */
const securityOf = (auth: Auth): readonly Json[] => SECURITY[auth].flatMap((opening) => [opening, { ...opening, integrator: [] }]);

function pathItem(row: Operation, idOf: (schema: z.ZodMiniType) => string, summaries: Summaries): Json {
  const content = (body: z.ZodMiniType | { readonly bytes: string }): Json =>
    isBytes(body) ? { [body.bytes]: { schema: { type: 'string', format: 'binary' } } } : { 'application/json': { schema: ref(idOf(body)) } };
  const success: Json = { description: row.response ? 'Done.' : 'Done; nothing to say.' };
  if (row.response) success['content'] = content(row.response);
  if (row.etag) success['headers'] = { ETag: { $ref: '#/components/headers/ETag' } };
  const inputs = parameters(row);
  return {
    operationId: row.name.replace('.', '_'),
    tags: [row.name.split('.')[0]],
    summary: summaries[row.name],
    description: `Retry class \`${row.retry}\`, rate bucket \`${row.bucket}\`, personal data \`${row.pii}\`.`,
    security: securityOf(row.auth),
    ...(inputs.length > 0 ? { parameters: inputs } : {}),
    ...(row.body ? { requestBody: { required: true, content: content(row.body) } } : {}),
    responses: {
      [String(successStatus(row))]: success,
      ...(row.etag ? { '304': { description: 'Not changed since the ETag given.' } } : {}),
      ...problems(row),
    },
    'x-retry': row.retry,
    'x-rate-bucket': row.bucket,
    'x-pii': row.pii,
    'x-error-codes': codesOf(row),
  };
}

/**
 * The contract as an OpenAPI 3.1 document, plain JSON. `packages/contract/openapi.json` is this, and CI compares.
 * @param summaries a sentence for each operation, see `summariesOf`
 */
export function openApiDocument(summaries: Summaries): Json {
  const { registry, idOf } = namedSchemas();
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` }) as { schemas: Record<string, Json> };
  const paths: Record<string, Json> = {};
  for (const row of operationList) paths[row.path] = { ...paths[row.path], [row.method.toLowerCase()]: pathItem(row, idOf, summaries) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'bhxh-kit gateway',
      version: '1.0.0',
      description:
        'The open contract of bhxh-kit: services of Vietnam Social Security for pages of agencies, schools and hospitals. Not an official interface of Vietnam Social Security. ' +
        'Dates are ISO 8601, partial where records are (`2010-02`, `2010`); money is in đồng; errors are problem details with a stable `code`; no personal data is ever in a URL.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The origin the gateway runs at.' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'The access token of `session.signIn` or `passkeys.signIn`: a person.' },
        officer: {
          type: 'http',
          scheme: 'bearer',
          description: 'The access token of `officers.signIn` or `officers.signInByPasskey`: an officer of an agency.',
        },
        integrator: {
          type: 'apiKey',
          in: 'header',
          name: INTEGRATOR_KEY_HEADER,
          description:
            'The key of a host’s own backend, which forwards the calls of many people; optional, never sent by a page, and it opens nobody’s data. By its scopes the gateway ' +
            'counts tries by the address the backend names last in `X-Forwarded-For` (`forward`), or asks its callers no challenge (`vouch`).',
        },
      },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description: 'One per logical write, kept over retries. The same key with the same body gives the same answer.',
          schema: { type: 'string', minLength: 16, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' },
        },
        PhotographKey: {
          name: 'Photograph-Key',
          in: 'header',
          required: true,
          description: 'The key `photographs.begin` answered.',
          schema: { type: 'string' },
        },
        ChallengeAnswer: {
          name: 'Challenge-Answer',
          in: 'header',
          required: false,
          description:
            'Where the installation asks one: `<challengeToken>.<answer>`, the answer in base64url of its UTF-8. Of a typed challenge what was typed; of a proof of work the JSON `{"counter","derivedKey"}`.',
          schema: { type: 'string', maxLength: 4096 },
        },
        GuardianLink: {
          name: 'Guardian-Link',
          in: 'header',
          required: false,
          description: 'Asks about a child instead of the signed-in person: the `linkId` of `children.list`.',
          schema: { type: 'string', maxLength: 64 },
        },
        IfNoneMatch: { name: 'If-None-Match', in: 'header', required: false, schema: { type: 'string' } },
      },
      headers: { ETag: { description: 'Version of the answer.', schema: { type: 'string' } } },
      schemas: Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, described(id, tidy(schema) as Json)])),
    },
  };
}

const described = (id: string, schema: Json): Json => (COMPONENTS[id] ? { description: COMPONENTS[id].description, ...schema } : schema);
