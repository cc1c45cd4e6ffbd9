/** The header by which the backend of a school or a hospital says whose it is. Sent from server to server alone: the key of a page would be everybody's. */
export const INTEGRATOR_KEY_HEADER = 'Integrator-Key';
