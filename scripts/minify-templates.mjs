// Takes the indentation out of Lit templates and minifies their styles: minifiers of JavaScript leave both alone.
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import ts from 'typescript';

/** An esbuild plugin for the sources of the elements. The templates are found by TypeScript's own parser, never by a pattern. */
export const minifyTemplates = {
  name: 'minify-templates',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]packages[\\/]elements[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: minified(path, readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

/**
 * The module with small templates.
 * @param {string} path for messages
 * @param {string} source TypeScript or JavaScript
 * @param {{ keepLines?: boolean }} [how] `keepLines` puts the line breaks of a template behind it, so that a source map made before still leads to the line
 * @returns {string}
 */
export function minified(path, source, { keepLines = false } = {}) {
  const edits = [];
  const visit = (node) => {
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag)) {
      const smaller = MINIFIERS[node.tag.text]?.(pieces(node.template), path) ?? [];
      edits.push(...smaller);
      const lost = smaller.reduce((sum, { from, to, text }) => sum + breaksIn(source.slice(from, to)) - breaksIn(text), 0);
      if (keepLines) edits.push({ from: node.end, to: node.end, text: '\n'.repeat(lost) });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true));
  let text = source;
  for (const edit of edits.sort((a, b) => b.from - a.from)) text = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
  return text;

  /** The raw text between the back-ticks, cut at its expressions. */
  function pieces(template) {
    const parts = ts.isNoSubstitutionTemplateLiteral(template) ? [template] : [template.head, ...template.templateSpans.map(({ literal }) => literal)];
    return parts.map((part) => {
      const from = part.getStart() + 1;
      const to = part.getEnd() - (ts.isTemplateHead(part) || ts.isTemplateMiddle(part) ? 2 : 1);
      return { from, to, text: source.slice(from, to) };
    });
  }
}

const breaksIn = (text) => text.split('\n').length - 1;

/** A line break with its indentation is one space to HTML, wherever it stands; the kit has no `<pre>`. */
const unindented = (text) => text.replaceAll(/\s*\n\s*/g, ' ');

/** Expressions stand for whole declarations inside a rule, as the colour tokens do, or the style sheet is nothing but expressions. */
function styles(parts, path) {
  if (parts.every(({ text }) => text.trim() === '')) return [];
  const whole = parts.map(({ text }, index) => (index === 0 ? text : `--hole:${index};${text}`)).join('');
  if (whole.includes('\\')) throw new Error(`${path}: an escape in a style sheet would be read twice; write the letter itself.`);
  const { code } = transformSync(whole, { loader: 'css', minify: true, charset: 'utf8' });
  const small = code.trim().split(/--hole:\d+;?/);
  if (small.length !== parts.length) throw new Error(`${path}: an expression in a style sheet does not stand for a declaration.`);
  return parts.map((part, index) => ({ ...part, text: small[index] }));
}

const markup = (parts) => parts.map((part) => ({ ...part, text: unindented(part.text) }));

/** By the tag of the template. */
const MINIFIERS = { html: markup, svg: markup, css: styles };
