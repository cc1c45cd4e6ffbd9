export { type SimulatedVneid, type SimulatedVneidOptions, simulatedVneid } from './simulated-vneid.js';
export { VNEID_PERSONAS } from './vneid-personas.js';
export { type SimulatedPerson, type SimulatorOptions, vneidSimulator } from './vneid-simulator.js';
