// Makes the PDF writer of packages/documents, once per version of it or of pdfkit.
import { unlessFresh } from './freshness.mjs';

const documents = 'packages/documents';

export async function preparePdfWriter() {
  const stage = {
    name: 'pdf-writer',
    inputs: [`${documents}/build/pdf-writer.mjs`, `${documents}/build/stand-ins`, 'package-lock.json'],
    outputs: [`${documents}/dist/pdf-writer/pdfkit.js`],
  };
  return unlessFresh(stage, async () => (await import('../packages/documents/build/pdf-writer.mjs')).makePdfWriter());
}
