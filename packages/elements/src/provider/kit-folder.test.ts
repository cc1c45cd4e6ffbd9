import { describe, expect, it } from 'vitest';
import { kitFolder } from './kit-folder.js';

describe('where the kit’s own files are', () => {
  it.each([
    ['the script tag', '/kit/bhxh-kit.iife.js?v=1', '/kit/'],
    ['an ES module', '/kit/esm/provider.js', '/kit/'],
    ['a chunk of the ES modules', '/kit/esm/shared/provider-ABCDEFGH.js', '/kit/'],
    ['a registration of the ES modules', '/kit/esm/define/provider.js', '/kit/'],
    ['the package without a bundler', '/node_modules/@bhxh-kit/elements/dist/provider/provider.js', '/node_modules/@bhxh-kit/elements/dist/'],
    ['a host’s own bundle', '/assets/index-B4c9.js', '/assets/'],
  ])('is told by the place of %s', (_, path, folder) => {
    expect(kitFolder(`https://example.vn${path}`)).toBe(`https://example.vn${folder}`);
  });
});
