import { fetchAhead } from '../foundation/later-acts.js';

/** The parts of the viewer that are loaded when they are wanted. */
export const acting = () => import('./card-acts.js');
export const drawing = () => import('./face-drawing.js');
export const qrDrawing = () => import('./qr-path.js');
export const loading = () => import('./own-cards.js');
export const scanReading = () => import('./scan-reading.js');

export type Drawing = typeof import('./face-drawing.js');

const sheets = async () => (await acting()).fetchSheets();

/** What a pointer or the focus on a button is about to need. */
export const prepare = (): void => fetchAhead(qrDrawing, sheets);
