import type { Browser } from 'playwright-core';

/** A picture of nobody: shapes and lines, sharp enough not to be called blurred and few enough for a file of the size people send. */
export interface Picture {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export interface Pictures {
  readonly portrait: Picture;
  readonly front: Picture;
  readonly back: Picture;
  readonly birthCertificate: Picture;
}

let drawn: Promise<Pictures> | undefined;

/** The photographs a declaration asks for as JPEG, drawn in a page of the browser the first time. */
export const drawPictures = (browser: Browser): Promise<Pictures> => (drawn ??= draw(browser));

async function draw(browser: Browser): Promise<Pictures> {
  const page = await browser.newPage();
  const one = async (name: string, width: number, height: number): Promise<Picture> => {
    const base64 = await page.evaluate(
      ({ width, height, name }) => {
        const canvas = document.createElement('canvas');
        canvas.width = width;
        canvas.height = height;
        const pen = canvas.getContext('2d')!;
        pen.fillStyle = '#c8d4e0';
        pen.fillRect(0, 0, width, height);
        pen.fillStyle = '#7a6a5a';
        pen.beginPath();
        pen.ellipse(width / 2, height * 0.42, height * 0.17, height * 0.22, 0, 0, 2 * Math.PI);
        pen.fill();
        for (let x = 0; x < width; x += 48) pen.clearRect(x, 0, 3, height);
        pen.fillStyle = '#102030';
        pen.font = `${height / 20}px sans-serif`;
        for (let line = 1; line < 18; line += 3) pen.fillText(`${name} 0123456789`, width * 0.05, (line * height) / 18);
        return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]!;
      },
      { width, height, name },
    );
    return { name: `${name}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') };
  };
  const pictures = {
    portrait: await one('anh-4x6', 600, 900),
    front: await one('mat-truoc', 1000, 640),
    back: await one('mat-sau', 1000, 640),
    birthCertificate: await one('giay-khai-sinh', 1000, 1414),
  };
  await page.close();
  return pictures;
}
