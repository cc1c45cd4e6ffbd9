export { type Form01, type Form01Facts, type Form01Field, form01FileName, form01From } from './form01/form01.js';
export { renderForm01, type RenderOptions } from './form01/render.js';
export type { Form01Warning } from './form01/warnings.js';
export type { LoadFont } from './fonts/fonts.js';
export type { PortraitFault } from './form01/portrait.js';
