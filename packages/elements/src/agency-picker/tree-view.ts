import { findFolded } from '@bhxh-kit/domain';
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { rowsInView, scrollToRow } from '../foundation/row-window.js';
import { TREE_KEYS } from './tree-keys.js';
import { AgencyTree } from './tree-model.js';

/** How long a typed letter belongs to the one before, in milliseconds. */
const TYPING_PAUSE = 600;

/** What the tree needs to know of the element around it. */
export interface TreeViewHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** Name of the tree for screen readers. */
  treeLabel(): string;
  /** A code for screen readers, digits read singly. */
  codeLabel(digits: string): string;
  isSelected(node: number): boolean;
  /** Enter, Space or a double click on a row, or a click where one is enough. */
  choose(node: number): void;
  /** A click on a row. */
  point(node: number): void;
}

/**
 * Shows an `AgencyTree` as a window of rows. The focus stays on the tree (`aria-activedescendant`), so a row may leave the document without losing it,
 * and a key asks the model only.
 */
export class TreeView implements ReactiveController {
  tree = new AgencyTree([]);

  #scroller: HTMLElement | null = null;
  readonly #resize = new ResizeObserver(() => this.#measure());
  #scrollTop = 0;
  /** Where the scroller is known to stand: it is moved only when that differs. */
  #scrolledTo = 0;
  /** 26em of 16 px text without the borders: a right guess saves the first drawing a second one. */
  #height = 414;
  #rowHeight = 44;
  #typed = '';
  #typedAt = 0;

  constructor(private readonly host: TreeViewHost) {
    host.addController(this);
  }

  get element(): HTMLElement | null {
    return this.#scroller;
  }

  show(tree: AgencyTree): void {
    this.tree = tree;
    this.#scrollTop = 0;
    this.toActive();
  }

  /** Brings the row under the cursor into view. */
  toActive(): void {
    const line = this.tree.lineOf(this.tree.active);
    if (line >= 0) this.#scrollTop = scrollToRow(line, this.#scrollTop, this.#height, this.#rowHeight);
    this.host.requestUpdate();
  }

  /** @param describedBy ids of what is said of the tree beside its name */
  render(required: boolean, describedBy: string | typeof nothing): TemplateResult {
    const { tree } = this;
    const { start, end } = rowsInView(this.#scrollTop, this.#height, this.#rowHeight, tree.count, 3);
    const rows: TemplateResult[] = [];
    for (let line = start; line < end; line++) rows.push(this.#row(tree.at(line)));
    return html`<div
      class="tree" part="tree" role="tree" tabindex="0" aria-label=${this.host.treeLabel()}
      aria-activedescendant=${tree.active >= 0 ? `node-${tree.active}` : nothing}
      aria-required=${required ? 'true' : nothing} aria-invalid=${/error/.test(String(describedBy)) ? 'true' : nothing} aria-describedby=${describedBy}
      @keydown=${this.#onKey} @click=${this.#onClick} @dblclick=${this.#onDoubleClick} @scroll=${this.#onScroll}
    ><div class="canvas" role="presentation">${rows}</div></div>`;
  }

  /** The code is looked at first and heard last: whoever listens to row after row listens for the name. */
  #row(node: number): TemplateResult {
    const { tree } = this;
    const { code, name } = tree.row(node);
    const { position, size } = tree.placeInSet(node);
    const branch = tree.isBranch(node);
    return html`<div
      class=${node === tree.active ? 'row active' : 'row'} part="row" role="treeitem" id="node-${node}"
      aria-level=${tree.level(node)} aria-setsize=${size} aria-posinset=${position}
      aria-expanded=${branch ? String(tree.isOpen(node)) : nothing} aria-selected=${String(this.host.isSelected(node))}
    ><span class=${branch ? 'twisty' : 'leaf'}></span><span class="name">${tree.query ? marked(name, tree.query) : name}</span><span class="code" role="img" aria-label=${this.host.codeLabel(code.split('').join(' '))}>[${code}]</span></div>`;
  }

  hostUpdated(): void {
    // Looked up only when the tree itself came or went: never for a key.
    if (!this.#scroller?.isConnected) {
      this.#resize.disconnect();
      this.#scroller = this.host.renderRoot.querySelector('.tree');
      if (this.#scroller) this.#resize.observe(this.#scroller);
      this.#scrolledTo = 0;
    }
    const scroller = this.#scroller;
    const canvas = scroller?.firstElementChild as HTMLElement | undefined;
    if (!scroller || !canvas) return;
    const { start } = rowsInView(this.#scrollTop, this.#height, this.#rowHeight, this.tree.count, 3);
    // Set through the object model: a strict CSP blocks style attributes.
    canvas.style.setProperty('block-size', `${this.tree.count * this.#rowHeight}px`);
    canvas.style.setProperty('padding-block-start', `${start * this.#rowHeight}px`);
    if (this.#scrolledTo !== this.#scrollTop) {
      this.#scrolledTo = this.#scrollTop;
      scroller.scrollTop = this.#scrollTop;
    }
  }

  hostDisconnected(): void {
    this.#resize.disconnect();
    this.#scroller = null;
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  #measure(): void {
    const height = this.#scroller?.clientHeight ?? 0;
    const row = this.#scroller?.querySelector<HTMLElement>('.row')?.offsetHeight ?? 0;
    if (height === 0 || (height === this.#height && (row === 0 || row === this.#rowHeight))) return;
    this.#height = height;
    if (row > 0) this.#rowHeight = row;
    this.#scrolledTo = -1;
    this.toActive();
  }

  #onScroll = () => {
    this.#scrollTop = this.#scrolledTo = this.#scroller!.scrollTop;
    this.host.requestUpdate();
  };

  #onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const act = this.#pauseOver(event) ? TREE_KEYS[event.key] : undefined;
    if (act === 'choose') {
      // Held down, it may still be the one that opened the dialog.
      if (!event.repeat) this.host.choose(this.tree.active);
    } else if (act) this.tree.act(act, Math.max(1, Math.floor(this.#height / this.#rowHeight) - 1));
    else if ([...event.key].length === 1) this.#type(event);
    else return;
    event.preventDefault();
    this.toActive();
  };

  /** A space within a typed name is a letter, not a choice. */
  #pauseOver(event: KeyboardEvent): boolean {
    return event.key !== ' ' || event.timeStamp - this.#typedAt > TYPING_PAUSE;
  }

  #type(event: KeyboardEvent): void {
    this.#typed = event.timeStamp - this.#typedAt > TYPING_PAUSE ? event.key : this.#typed + event.key;
    this.#typedAt = event.timeStamp;
    this.tree.typeAhead(this.#typed);
  }

  #nodeOf(event: Event): number {
    const row = (event.target as Element).closest('.row');
    return row ? Number(row.id.slice('node-'.length)) : -1;
  }

  #onClick = (event: MouseEvent) => {
    const node = this.#nodeOf(event);
    if (node < 0) return;
    if ((event.target as Element).classList.contains('twisty')) this.tree.setOpen(node, !this.tree.isOpen(node));
    else {
      this.tree.active = node;
      this.tree.setOpen(node, true);
      this.host.point(node);
    }
    this.host.requestUpdate();
  };

  #onDoubleClick = (event: MouseEvent) => {
    const node = this.#nodeOf(event);
    if (node >= 0 && !(event.target as Element).classList.contains('twisty')) this.host.choose(node);
  };
}

/** A name with what the filter found in it marked. */
function marked(name: string, query: string): unknown {
  const [hit] = findFolded(name, query);
  return hit ? html`${name.slice(0, hit.from)}<mark>${name.slice(hit.from, hit.to)}</mark>${name.slice(hit.to)}` : name;
}
