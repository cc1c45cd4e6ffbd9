import { inOnePart } from './photographs.js';

/** Files no canvas makes, gzipped: each 240 × 360, red; the animated ones turn blue after a tenth of a second. */
const RARE = {
  /** A JPEG in print colours, as scanners save it. */
  'cmyk.jpg':
    'H4sIAAAAAAACA/t/4/87Bj7HlPykVIYUBiBg+n+bwZlBhI9fiJ9XREhASFxURELOSFFORkbOVkdPxcjTwcfb3cHNNSCqOCkgNDfM1S2lIzW3vLqxqdEvoXd6T+204rrGGpAhjKLi4nJSctaKitY1wW7BNSSD/wcYRDgYMxg+sDAqMTAJMjILMrIoMfw/wiDGwMjIyIACWNmA4iICaKIMYNWMOFQLYqq+xcDHwgi0i1mQhYHBnmEFU7PMzQaGUTAKRgFNwP+bADn5hIWCBAAA',
  'animated.gif':
    'H4sIAAAAAAACA3P3dLOwTPzAkMH4gYHhPwMIKP5kYeAC0f+5/VxDgp0dA1yN9AyYGYFCOiB5kGIGpn8t/StPv+VfPGfLre7N9/b85m975DHtWeeyV6e2veM+/snn+rfe57/Off/Hz8PVfmTRxw4frelnln3m7PVafmXV166zWdvvrPvOzdd9/Mmmnz1+q6+/2fabt//08y+7/vadf/39z77//BIaFh4RGRUdM1bsOHHjxQ8OSU1Lz8jMys6ZK3eevPnyJ6eUlpVXVFZV16xVu07devWLS1rb2js6u7p79urdp2+//s0to2PjE5NT0zNnzZ4zd9784ZHVtfWNza3tnbt279m7b//yyunZ+cXl1fXNW7fv3L13//jk9e394/Pr++ev33/+/vv//AYLDjSycEvZdBgsPNTKI21Vw2G46EiniHbUng7Dxcfm9spYV/3hMFpyYqKK9yybTqOlp6bqRO+q4TRedmamSfatPZ3Gy8/Ntan+9YfTZMWFhS7dUrZdJisvLfWZbVXLZbrqysqQ1VF7u0xXX1sbs7vqL5fZmhsbU07Psu02W3tra87tXbXc5uvu7Cx5fWtvt/n6e3trfv/6y22x4cHBFm5pux6LjY+O9khb1/FYbnpycop29L4ey83Pzs6xrv7HY7XlxcUQLkQcwiOsARK7o9E2qKPNGgCTbeBWjwMAAA==',
  'animated.webp':
    'H4sIAAAAAAACAwvydHPzYGJgCHd1CggLsIjgYmBgAHIZ3jMwpDMyOPp5+rIBef+BgAHI83VTYmSAAoiKFKByoD4FLqB4gBjDXEatDwwZjHYTPRb6qi5RVlLQYNggxJmZ97A8soCBwb9CXfH9Nj/n+zlz2vfdtOSv3VQk94eR4fttdcUv+ktvfSwqsn8+ecL32xqSFTuBsjunv3w7ecIP/ktvgVxB5pMnqt9OnuMSA9Lbs+UbkPuBhRlk1IV907OPnjzxfx7I5AWpj548sf32LH450KIH9t5bgVwXfrC9hYJFRXK/04wuA+17f0AAZL2806/Y9eIyDAz//q8Xif9/IG+f7rL4/98t5CHo2B2mop6FxxhVmKRP/7vH8PulNUPtl7kNdr/8DsjXqifw75u8gf2+5w3m90veMH6/VAZR8BkSUp8YMEKKARRSt4C0iSgipJxm+TIxMTAqTJv2TrxMcAvDgmXa/8Oiwv+t2bL+b2Rm/K9Nl/Z/TV1a/+q01/+r06b+X607ANInDgAD6JxA/P/fc/j/3zzw/+8c/sfr/x/ebua6Z3rCnO8PHOB+DQKmJzFGeHoaTRco6QIAkyHLpG4DAAA=',
} as const;

export type RareFile = keyof typeof RARE;

export async function rareFile(name: RareFile): Promise<File> {
  const packed = Uint8Array.from(atob(RARE[name]), (letter) => letter.charCodeAt(0));
  const whole = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new File([await new Response(whole).blob()], name);
}

const text = (word: string) => Uint8Array.from(word, (letter) => letter.charCodeAt(0));
const segment = (marker: number, body: Uint8Array<ArrayBuffer>) => [Uint8Array.of(0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255), body];

/** What cameras and programs write into a JPEG besides its pixels: EXIF with the orientation and a place, XMP, a colour profile, IPTC, a comment, a film behind it. */
export async function withMetadata(jpeg: Blob, orientation = 1): Promise<Blob> {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const parts = [
    segment(0xe1, Uint8Array.of(...text('Exif\0\0'), ...tiff, ...text('GPSLatitude 21.03 Camera 9999999'))),
    segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Creator 9999999</x:xmpmeta>')),
    segment(0xe2, text('ICC_PROFILE\0\x01\x01 9999999')),
    segment(0xed, text('Photoshop 3.0\0 IPTC 9999999')),
    segment(0xfe, text('Comment 9999999')),
  ].flat();
  return inOnePart([jpeg.slice(0, 2), ...parts, jpeg.slice(2), text('ftypmp42 film 9999999')]);
}

/** A whole PNG of black, 1 bit a pixel, as few bytes as it takes: a file of kilobytes that promises a picture of gigabytes. */
export async function blackPng(width: number, height: number): Promise<Blob> {
  const rows = new Uint8Array((Math.ceil(width / 8) + 1) * height);
  const packed = new Uint8Array(await new Response(new Blob([rows]).stream().pipeThrough(new CompressionStream('deflate'))).arrayBuffer());
  const size = new DataView(new ArrayBuffer(13));
  size.setUint32(0, width);
  size.setUint32(4, height);
  size.setUint8(8, 1);
  return new Blob([text('\x89PNG\r\n\x1a\n'), ...chunk('IHDR', new Uint8Array(size.buffer)), ...chunk('IDAT', packed), ...chunk('IEND', new Uint8Array())]);
}

function chunk(type: string, data: Uint8Array<ArrayBuffer>): readonly BlobPart[] {
  const [length, sum] = [new DataView(new ArrayBuffer(4)), new DataView(new ArrayBuffer(4))];
  const body = Uint8Array.of(...text(type));
  length.setUint32(0, data.length);
  sum.setUint32(0, crc(body, data));
  return [length.buffer, body, data, sum.buffer];
}

/** CRC-32 (PNG annex D). */
function crc(...parts: readonly Uint8Array[]): number {
  let sum = 0xffffffff;
  for (const part of parts) {
    for (const byte of part) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
  }
  return (sum ^ 0xffffffff) >>> 0;
}
