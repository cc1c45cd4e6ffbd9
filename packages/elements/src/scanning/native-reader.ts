/** The browser's own reader of codes (Shape Detection API). TypeScript does not know it; Firefox, Safari and Chrome on Windows do not have it. */
export interface NativeReader {
  detect(source: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>;
}

interface NativeReaders {
  new (options: { readonly formats: readonly string[] }): NativeReader;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** The browser's reader, where it has one that knows QR codes. Never rejects. */
export async function nativeReader(): Promise<NativeReader | undefined> {
  const { BarcodeDetector: Readers } = globalThis as { readonly BarcodeDetector?: NativeReaders };
  try {
    return Readers && (await Readers.getSupportedFormats()).includes('qr_code') ? new Readers({ formats: ['qr_code'] }) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a text has only letters a card can have. The code of an ID card does not say that its bytes are UTF-8, and a reader that takes them for another character set
 * makes `Nguyá»…n` of `Nguyễn`.
 */
export function isPlausible(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text.normalize('NFD').replace(/[\u0300-\u0323đĐ–]/g, ''));
}
