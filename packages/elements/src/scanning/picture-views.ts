/** One look at a picture: a part of it, enlarged or shrunk, turned by some degrees. Lengths in pixels of the picture. */
export interface PictureView {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly degrees: number;
}

/** No view is drawn larger than this by its long edge: 4 bytes for each pixel. */
const DRAWN_EDGE = 2600;

/**
 * How a picture is looked at, the likeliest first: whole; smaller, which smooths grain; turned, because a code on its corner has no lines to follow; then nine overlapping
 * quarters enlarged, for a small code in a large photograph that is not sharp. Found by trying: the last ones read twice as many grainy photographs, and take seconds.
 */
export function viewsOf({ width, height }: { readonly width: number; readonly height: number }): readonly PictureView[] {
  const whole = { x: 0, y: 0, width, height, scale: 1, degrees: 0 };
  const quarter = { width: width / 2, height: height / 2, scale: Math.min(2, DRAWN_EDGE / (Math.max(width, height) / 2)), degrees: 0 };
  const places = [0.5, 0, 1];
  return [
    whole,
    { ...whole, scale: 0.75 },
    { ...whole, degrees: 30 },
    ...places.flatMap((down) => places.map((right) => ({ ...quarter, x: right * quarter.width, y: down * quarter.height }))),
  ];
}

/** Draws a view over the whole of a canvas and answers its pixels. */
export function drawnView(canvas: HTMLCanvasElement, picture: CanvasImageSource, { x, y, width, height, scale, degrees }: PictureView): ImageData {
  const turn = (degrees * Math.PI) / 180;
  const [wide, high] = [width * scale, height * scale];
  canvas.width = Math.round(wide * Math.cos(turn) + high * Math.sin(turn));
  canvas.height = Math.round(high * Math.cos(turn) + wide * Math.sin(turn));
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  pen.imageSmoothingQuality = 'high';
  pen.translate(canvas.width / 2, canvas.height / 2);
  pen.rotate(turn);
  pen.drawImage(picture, x, y, width, height, -wide / 2, -high / 2, wide, high);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}
