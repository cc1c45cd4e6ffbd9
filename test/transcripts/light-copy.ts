/** Attributes that name other elements by their ids. */
const ID_LISTS = new Set([
  'for',
  'headers',
  'list',
  'aria-activedescendant',
  'aria-controls',
  'aria-describedby',
  'aria-details',
  'aria-errormessage',
  'aria-labelledby',
  'aria-owns',
]);
/** What a copy does without: looks, and what would act. */
const LEFT_OUT = new Set(['autofocus', 'class', 'href', 'src', 'style', 'value']);
/** Boxes that ARIA has no role for; browsers give them one of their own. */
const OWN_ROLES: Readonly<Record<string, string>> = { date: 'datebox', password: 'passwordbox' };
const SILENT = 'script, style, template, link, meta';

/**
 * What an element shows, as plain light DOM that is kept up to date: shadow roots stand where their hosts are, slots are filled, what CSS hides is hidden, typed values and
 * checked boxes are as they are, and ids are told apart by the shadow root they are in. For tools that do not look into shadow roots.
 *
 * It is inert and out of sight, so that it takes neither focus nor clicks.
 */
export class LightCopy {
  /** The copy. Everything in it stays the same node as long as the original does. */
  readonly root = document.createElement('div');
  readonly #box = document.createElement('div');
  readonly #copies = new WeakMap<Node, Element | Text>();
  readonly #scopes = new WeakMap<Node, string>();
  #scopeCount = 0;
  /** Alerts that are new, with what they say: it is put in once they are there, which is when a browser tells of an alert. */
  #alerts: [Element, (Element | Text)[]][] = [];

  constructor(private readonly original: Element) {
    this.#box.inert = true;
    Object.assign(this.#box.style, { position: 'fixed', insetBlockStart: '-10px', blockSize: '1px', inlineSize: '1px', overflow: 'hidden' });
    this.root.setAttribute('role', 'document');
    this.#box.append(this.root);
    document.body.append(this.#box);
    this.refresh();
  }

  /** Brings the copy up to date. */
  refresh(): void {
    place(this.root, [this.#element(this.original)]);
    for (const [alert, content] of this.#alerts) alert.append(...content);
    this.#alerts = [];
  }

  /** The copy of a node that was there at the last refresh. */
  of(node: Node): Node | undefined {
    return this.#copies.get(node);
  }

  remove(): void {
    this.#box.remove();
  }

  #element(original: Element): Element {
    const known = this.#copies.get(original) as Element | undefined;
    const copy = known ?? document.createElement(plainTag(original));
    this.#copies.set(original, copy);
    this.#attributes(original, copy);
    // A picture is what its name says; its paths are nothing to listen to.
    const content = original instanceof SVGElement ? [] : this.#content(original);
    if (!known && original.getAttribute('role') === 'alert') this.#alerts.push([copy, content]);
    else place(copy, content);
    values(original, copy);
    return copy;
  }

  #content(original: Element): (Element | Text)[] {
    const [before, after] = ['::before', '::after'].map((which) => generated(original, which));
    const inside = shownIn(original).flatMap((node): (Element | Text)[] => {
      if (node instanceof HTMLSlotElement) return this.#content(node);
      if (node instanceof Text) return [this.#text(node)];
      return node instanceof Element && !node.matches(SILENT) ? [this.#element(node)] : [];
    });
    return [...(before ? [new Text(before)] : []), ...inside, ...(after ? [new Text(after)] : [])];
  }

  #text(original: Text): Text {
    const copy = (this.#copies.get(original) as Text | undefined) ?? new Text(original.data);
    if (copy.data !== original.data) copy.data = original.data;
    this.#copies.set(original, copy);
    return copy;
  }

  #attributes(original: Element, copy: Element): void {
    const wanted = new Map<string, string>();
    for (const { name, value } of original.attributes)
      if ((!LEFT_OUT.has(name) || original.localName === 'progress') && !name.startsWith('on'))
        wanted.set(name, name === 'id' || name === 'name' || ID_LISTS.has(name) ? this.#scoped(original, value) : value);
    // A link is one because it leads somewhere.
    if (original.hasAttribute('href')) wanted.set('href', '#');
    const own = original instanceof HTMLInputElement ? OWN_ROLES[original.type] : undefined;
    if (own) for (const [name, value] of Object.entries({ role: 'textbox', 'aria-roledescription': own })) wanted.set(name, value);
    if (original.matches('dialog:modal')) wanted.set('aria-modal', 'true');
    if (isShown(original)) {
      wanted.delete('hidden');
      // What does not stand in one line is not read as one word.
      wanted.set('style', `display:${getComputedStyle(original).display === 'inline' ? 'inline' : 'block'}`);
    } else wanted.set('hidden', '');
    for (const { name } of [...copy.attributes]) if (!wanted.has(name) && name !== 'data-value') copy.removeAttribute(name);
    for (const [name, value] of wanted) if (copy.getAttribute(name) !== value) copy.setAttribute(name, value);
  }

  /** An id is one in its own tree only. */
  #scoped(original: Element, ids: string): string {
    const tree = original.getRootNode();
    const scope = this.#scopes.get(tree) ?? `tree-${++this.#scopeCount}-`;
    this.#scopes.set(tree, scope);
    return ids.replaceAll(/\S+/g, (id) => scope + id);
  }
}

/** What is closed up in `<details>` is not shown either; an option is, by its box, and what has no box of its own by what is in it. */
function isShown(element: Element): boolean {
  const { display, visibility } = getComputedStyle(element);
  if (display === 'none' || visibility === 'hidden') return false;
  return display === 'contents' || element instanceof HTMLOptionElement || element.checkVisibility();
}

/** A custom element means nothing but what is in it, and its copy must not come to life. */
const plainTag = ({ localName, namespaceURI }: Element): string =>
  localName.includes('-') || namespaceURI !== 'http://www.w3.org/1999/xhtml' ? 'div' : localName;

/** The children as they are shown. */
function shownIn(element: Element): readonly Node[] {
  if (element instanceof HTMLSlotElement) return element.assignedNodes({ flatten: true });
  return [...(element.shadowRoot ?? element).childNodes];
}

/** What a style sheet writes before or after an element, unless it says that it is to be looked at only (`'✓ ' / ''`). */
function generated(element: Element, which: string): string {
  const { content, display } = getComputedStyle(element, which);
  return display !== 'none' && !content.includes('" / "') ? (/^"(.+)"$/.exec(content)?.[1] ?? '') : '';
}

/** What is typed, ticked and chosen is not in the attributes. The attribute `data-value` only tells that something changed. */
function values(original: Element, copy: Element): void {
  if (original instanceof HTMLSelectElement && copy instanceof HTMLSelectElement) copy.selectedIndex = original.selectedIndex;
  if (!(original instanceof HTMLInputElement || original instanceof HTMLTextAreaElement)) return;
  const box = copy as HTMLInputElement;
  if (original instanceof HTMLInputElement) Object.assign(box, { checked: original.checked, indeterminate: original.indeterminate });
  if (original.type === 'file') return;
  box.value = original.type === 'password' ? '•'.repeat(original.value.length) : original.value;
  const state = `${box.value} ${box.checked}`;
  if (box.dataset['value'] !== state) box.dataset['value'] = state;
}

/** Makes these the children of a parent; those that stay are not touched. */
function place(parent: Element, wanted: readonly (Element | Text)[]): void {
  const kept = new Set<Node>(wanted);
  for (const node of [...parent.childNodes]) if (!kept.has(node)) node.remove();
  wanted.forEach((node, at) => {
    if (parent.childNodes[at] !== node) parent.insertBefore(node, parent.childNodes[at] ?? null);
  });
}
