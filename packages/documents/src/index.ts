export { type Form01, type Form01Facts, form01FileName, form01From } from './form01/form01.js';
export { renderForm01, type RenderOptions } from './form01/render.js';
export type { LoadFont } from './fonts/fonts.js';
