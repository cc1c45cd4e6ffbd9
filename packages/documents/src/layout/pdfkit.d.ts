/** The part of pdfkit 0.19 the form uses; the package ships no types. */
declare module '#pdfkit' {
  interface StructureElement {
    add(child: StructureElement | object): this;
    end(): void;
  }
  export default class PDFDocument {
    constructor(options: Record<string, unknown>);
    registerFont(name: string, bytes: Uint8Array): this;
    font(name: string): this;
    /** The font chosen last. */
    readonly _font: { readonly ascender: number; readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
    fontSize(size: number): this;
    widthOfString(text: string): number;
    text(text: string, x: number, y: number, options: { lineBreak: false; baseline?: 'alphabetic' }): this;
    addContent(operators: string): this;
    clip(): this;
    addPage(): this;
    switchToPage(index: number): this;
    image(bytes: unknown, x: number, y: number, options: Record<string, unknown>): this;
    rect(x: number, y: number, width: number, height: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    lineWidth(width: number): this;
    dash(length: number, options: { space: number }): this;
    undash(): this;
    stroke(): this;
    save(): this;
    restore(): this;
    struct(type: string, options?: Record<string, unknown>): StructureElement;
    addStructure(element: StructureElement): this;
    markStructureContent(type: string, options?: Record<string, unknown>): object;
    markContent(tag: string, options?: Record<string, unknown>): this;
    endMarkedContent(): this;
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    end(): void;
  }
}
