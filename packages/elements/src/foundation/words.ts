/** A sentence with `{fact}` places; English may tell one from many by the fact `count`. */
export type Sentence = string | { readonly one: string; readonly other: string };

/** An element's own sentences. Vietnamese is the source of truth: its keys and facts are the type, English must have every key. */
export interface Words<Vi extends Readonly<Record<string, string>> = Readonly<Record<string, string>>> {
  /** Prefix of its keys in a host's catalogue, e.g. `agency-picker` in `agency-picker.choose`. */
  readonly name: string;
  readonly vi: Vi;
  readonly en: EnglishOf<Vi>;
}

/** Every sentence of a catalogue in English. */
export type English<Vi> = { readonly [Key in keyof Vi]: Sentence };

/** The English sentences, or where to load them from: a page in Vietnamese then never downloads them. A handful may stand beside the Vietnamese ones. */
export type EnglishOf<Vi> = English<Vi> | (() => Promise<{ readonly default: English<Vi> }>);

/** A host's wording by full key, e.g. `{ 'agency-picker.choose': 'Chọn nơi nộp' }`. */
export type Catalogue = Readonly<Record<string, Sentence>>;

/** The facts a sentence needs, read from its `{places}`. */
export type FactsOf<Text> = Text extends `${string}{${infer Fact}}${infer Rest}` ? Fact | FactsOf<Rest> : never;
type Facts = Readonly<Record<string, string | number>>;

/** Translates a key of one catalogue: `t('found', { count: 3 })`. A forgotten fact is a type error. */
export type Translate<Vi> = <Key extends keyof Vi & string>(
  key: Key,
  ...facts: [FactsOf<Vi[Key]>] extends [never] ? [] : [{ readonly [Fact in FactsOf<Vi[Key]>]: string | number }]
) => string;

/**
 * Declares an element's catalogue. A key missing in English, or one too many, does not compile; English in a file of its own ends in
 * `satisfies English<typeof vi>`, which says the same.
 * @example defineWords('card-viewer', { vi, en: () => import('./words.en.js') })
 */
export function defineWords<const Vi extends Readonly<Record<string, string>>>(name: string, { vi, en }: { vi: Vi; en: EnglishOf<Vi> }): Words<Vi> {
  return { name, vi, en };
}

/** By catalogue and not by its name, which a part loaded later shares with its element. */
const english = new Map<Words, Catalogue>();
const coming = new Map<Words, Promise<void>>();

/**
 * Fetches what the catalogues still lack in a language; nothing when all is there. Never rejects: what could not be fetched is said in Vietnamese,
 * and asked for again the next time.
 */
export function fetchWords(language: string, catalogues: Iterable<Words>): Promise<unknown> | undefined {
  if (language !== 'en') return undefined;
  const missing = [...catalogues].filter((words) => typeof words.en === 'function' && !english.has(words));
  return missing.length > 0 ? Promise.all(missing.map(fetchEnglish)) : undefined;
}

function fetchEnglish(words: Words): Promise<void> {
  const load = async (): Promise<void> => {
    try {
      english.set(words, (await (words.en as () => Promise<{ readonly default: Catalogue }>)()).default);
      for (const reword of rewordings) reword();
    } catch {
      coming.delete(words);
    }
  };
  const promise = coming.get(words) ?? load();
  coming.set(words, promise);
  return promise;
}

function inEnglish(words: Words, key: string): Sentence | undefined {
  return (typeof words.en === 'function' ? english.get(words) : words.en)?.[key];
}

/** Who asks: the language in force there and the element's own overrides (by short or full key). */
export interface Listener {
  readonly language: string;
  readonly overrides: readonly (Catalogue | undefined)[];
}

/** The `t` of one element for one catalogue. Looked up in order: the element's `messages`, the provider's, registered catalogues, the kit's own. */
export function translator<Vi extends Readonly<Record<string, string>>>(words: Words<Vi>, listener: Listener): Translate<Vi> {
  return (key, ...facts) => {
    const full = `${words.name}.${key}`;
    const { language, overrides } = listener;
    let sentence: Sentence | undefined;
    for (const catalogue of [...overrides, registered.get(language)]) sentence ??= catalogue?.[full] ?? catalogue?.[key];
    sentence ??= (language === 'en' ? inEnglish(words, key) : undefined) ?? words.vi[key];
    return fill(sentence ?? full, language, facts[0] ?? {});
  };
}

function fill(sentence: Sentence, language: string, facts: Facts): string {
  const text = typeof sentence === 'string' ? sentence : Number(facts['count']) === 1 ? sentence.one : sentence.other;
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const fact = facts[name];
    if (typeof fact !== 'number') return fact ?? place;
    // Nobody waits for the first number format, which takes longer than all the rest of an element to appear.
    const sign = GROUPING[language];
    return sign && Number.isSafeInteger(fact) ? String(fact).replace(/\B(?=(\d{3})+$)/g, sign) : fact.toLocaleString(language);
  });
}

/** How the kit's own languages part the thousands. */
const GROUPING: Readonly<Record<string, string>> = { vi: '.', en: ',' };

const registered = new Map<string, Catalogue>();
const rewordings = new Set<() => void>();

/**
 * Words of the host for every element on the page, by language and full key. A further language works too; what it leaves out is said in Vietnamese.
 * @example registerCatalogue('vi', { 'agency-picker.choose': 'Chọn nơi nộp' })
 */
export function registerCatalogue(language: string, catalogue: Catalogue): void {
  registered.set(language, { ...registered.get(language), ...catalogue });
  for (const reword of rewordings) reword();
}

/** The host's wording in force for an element, as whole sentences by key: what the words of the domain are overridden with. The closest catalogue wins. */
export function hostSentences({ language, overrides }: Listener): Readonly<Record<string, string>> {
  // Copied and turned: `toReversed` came with Chrome 110.
  const pairs = [...overrides, registered.get(language)].reverse().flatMap((catalogue) => Object.entries(catalogue ?? {}));
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

/** Whether the kit, or a registered catalogue, speaks a language. */
export function speaks(language: string): boolean {
  return language === 'vi' || language === 'en' || registered.has(language);
}

/** Calls back when words were registered; answers the function that stops it. */
export function onRewording(reword: () => void): () => void {
  rewordings.add(reword);
  return () => rewordings.delete(reword);
}
