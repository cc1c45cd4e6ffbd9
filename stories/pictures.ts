/** A picture drawn for a story: a plain figure on a light ground, never a photograph of anybody. */
export async function drawnPicture({ width = 900, height = 1350, dark = false, blurred = false } = {}): Promise<Blob> {
  return await new Promise((resolve) => drawing({ width, height, dark, blurred }).toBlob((blob) => resolve(blob!), 'image/jpeg', 0.9));
}

/** The same as a canvas, e.g. to stand in for a camera. */
export function drawing({ width = 900, height = 1350, dark = false, blurred = false } = {}): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d')!;
  if (blurred) pen.filter = `blur(${width / 12}px)`;
  pen.fillStyle = dark ? '#191919' : '#cfe0f2';
  pen.fillRect(-width, -height, 3 * width, 3 * height);
  pen.fillStyle = dark ? '#222' : '#7a8aa0';
  pen.beginPath();
  pen.ellipse(width / 2, height, width * 0.38, height * 0.36, 0, 0, 2 * Math.PI);
  pen.fill();
  pen.fillStyle = dark ? '#2a2a2a' : '#e3c3a4';
  pen.beginPath();
  pen.ellipse(width / 2, height * 0.42, width * 0.2, height * 0.19, 0, 0, 2 * Math.PI);
  pen.fill();
  if (!dark) {
    pen.fillStyle = '#1a2230';
    for (let y = 0; y < height; y += 12) pen.fillRect(width * 0.4, y, width * 0.2, 3);
  }
  return canvas;
}
