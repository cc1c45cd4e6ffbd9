export type { Fault } from './faults.js';
export { type Persona, personas } from './personas.js';
export { testAgencies, testUnits } from './places.js';
export { sampleDeclaration } from './sample-declaration.js';
export { createTestGateway, type SeenRequest, type TestGateway, type TestGatewayOptions } from './test-gateway.js';
