/** A rectangle of the turned picture, in its pixels. */
export interface Cut {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How much of a picture is kept: turned by quarters, zoomed 1 to 4 times, with a centre. Pure values; the editor draws them. */
export interface Crop {
  /** The picture as decoded. */
  readonly picture: { readonly width: number; readonly height: number };
  /** Width to height of the frame; undefined takes the picture's own. */
  readonly aspect?: number | undefined;
  readonly quarters: 0 | 1 | 2 | 3;
  readonly zoom: number;
  /** Centre of the cut as parts of the turned picture, 0 to 1. */
  readonly centre: { readonly x: number; readonly y: number };
}

export const ZOOM_MAX = 4;

export function newCrop(picture: Crop['picture'], aspect: number | undefined): Crop {
  const lying = aspect !== undefined && aspect > 1 && picture.height > picture.width;
  // A card held upright before the camera is laid down.
  return { picture, aspect, quarters: lying ? 3 : 0, zoom: 1, centre: { x: 0.5, y: 0.5 } };
}

/** The picture's size after turning. */
export function turnedSize({ picture, quarters }: Crop): { width: number; height: number } {
  return quarters % 2 === 0 ? { width: picture.width, height: picture.height } : { width: picture.height, height: picture.width };
}

/** The kept rectangle. It never leaves the picture. */
export function cutOf(crop: Crop): Cut {
  const { width, height } = turnedSize(crop);
  const aspect = crop.aspect ?? width / height;
  const whole = width / height > aspect ? { width: height * aspect, height } : { width, height: width / aspect };
  const cut = { width: whole.width / crop.zoom, height: whole.height / crop.zoom };
  const within = (centre: number, size: number, total: number) => Math.max(0, Math.min(total - size, centre * total - size / 2));
  return { x: within(crop.centre.x, cut.width, width), y: within(crop.centre.y, cut.height, height), ...cut };
}

/** Moves the cut by parts of its own size; at the edge it stays. */
export function moved(crop: Crop, dx: number, dy: number): Crop {
  const cut = cutOf(crop);
  const { width, height } = turnedSize(crop);
  const placed = { x: (cut.x + dx * cut.width + cut.width / 2) / width, y: (cut.y + dy * cut.height + cut.height / 2) / height };
  const settled = cutOf({ ...crop, centre: placed });
  return { ...crop, centre: { x: (settled.x + settled.width / 2) / width, y: (settled.y + settled.height / 2) / height } };
}

export function zoomed(crop: Crop, zoom: number): Crop {
  return moved({ ...crop, zoom: Math.max(1, Math.min(ZOOM_MAX, zoom)) }, 0, 0);
}

/** Where fingers hold the picture: their middle from the middle of the frame, in parts of its size, and how far they are apart; 0 for one finger. */
export interface Grip {
  readonly x: number;
  readonly y: number;
  readonly spread: number;
}

/** The picture follows the fingers, so the cut goes the other way: what was under their middle stays under it, and two of them zoom. */
export function dragged(crop: Crop, from: Grip, to: Grip): Crop {
  const nearer = from.spread > 0 && to.spread > 0 ? zoomed(crop, (crop.zoom * to.spread) / from.spread) : crop;
  const scale = nearer.zoom / crop.zoom;
  return moved(nearer, from.x * scale - to.x, from.y * scale - to.y);
}

/** A quarter turn to the right; what was in the middle stays in the middle. */
export function turned(crop: Crop): Crop {
  const { x, y } = crop.centre;
  return moved({ ...crop, quarters: ((crop.quarters + 1) % 4) as Crop['quarters'], centre: { x: 1 - y, y: x } }, 0, 0);
}

/** Size of the result: the cut itself, or smaller so that its long edge keeps the bound. Nothing is enlarged. */
export function resultSize(crop: Crop, longEdge: number): { width: number; height: number } {
  const cut = cutOf(crop);
  const scale = Math.min(1, longEdge / Math.max(cut.width, cut.height));
  return { width: Math.max(1, Math.round(cut.width * scale)), height: Math.max(1, Math.round(cut.height * scale)) };
}

export type CropAct = 'left' | 'right' | 'up' | 'down' | 'in' | 'out' | 'turn';

/** The keyboard of the crop editor. */
export const CROP_KEYS: Readonly<Record<string, CropAct>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  '+': 'in',
  '=': 'in',
  '-': 'out',
  r: 'turn',
};

const STEP = 0.04;

/** Carries out a key's act. Arrows move the frame over the picture. */
export function actOnCrop(crop: Crop, act: CropAct): Crop {
  if (act === 'turn') return turned(crop);
  if (act === 'in' || act === 'out') return zoomed(crop, crop.zoom + (act === 'in' ? 0.1 : -0.1));
  return moved(crop, act === 'left' ? -STEP : act === 'right' ? STEP : 0, act === 'up' ? -STEP : act === 'down' ? STEP : 0);
}
