/** Stands in for fontkit's layout engine: characters to glyphs, each as wide as the font says. */
export default class LayoutEngine {
  constructor(font) {
    this.font = font;
  }

  layout(text) {
    const glyphs = this.font.glyphsForString(text);
    const positions = glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }));
    return {
      glyphs,
      positions,
      // Asked for after pdfkit has scaled the positions.
      get advanceWidth() {
        return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
      },
    };
  }
}
