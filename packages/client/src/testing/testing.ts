export { type BeginningDeclaration, sampleQueue } from './beginning.js';
export type { Fault } from './faults.js';
export { officers, type TestOfficer } from './officers.js';
export { type Persona, personas } from './personas.js';
export { testAgencies, testUnits } from './places.js';
export { sampleAdjustment, sampleDeclaration, sampleOrganisation, sampleStop } from './sample-declaration.js';
export type { TestMessage } from './test-accounts.js';
export { createTestGateway, type SeenRequest, type TestGateway, type TestGatewayOptions } from './test-gateway.js';
