import { use, type ComponentType, type FunctionComponent } from 'react';
import { fetchFailedStyles } from './failed-styles.ts';

/** The code of a part of the page did not come: Portal was updated meanwhile, or does not answer. */
export class PartMissing extends Error {
  /** Asks for it once more; the part can be drawn again when this is over. */
  readonly again: () => Promise<void>;

  constructor(cause: unknown, again: () => Promise<void>) {
    super('A part of the page could not be loaded', { cause });
    this.again = again;
  }
}

/**
 * A component whose code is fetched when it is first drawn, or before that by `preload`, which never fails: what is wrong
 * is thrown when it is drawn.
 */
export type LazyPart<Props> = FunctionComponent<Props> & { preload: () => Promise<void> };

export function lazyPart<Props extends object = object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let loading: Promise<void> | undefined;
  let outcome: { readonly part: ComponentType<Props> } | { readonly missing: PartMissing } | undefined;

  async function fetchIt(): Promise<void> {
    try {
      await fetchFailedStyles();
      outcome = { part: await load() };
    } catch (error) {
      outcome = { missing: new PartMissing(error, again) };
    }
  }
  function preload(): Promise<void> {
    return outcome !== undefined && 'missing' in outcome ? again() : (loading ??= fetchIt());
  }
  function again(): Promise<void> {
    outcome = undefined;
    loading = fetchIt();
    return loading;
  }

  function Part(props: Props) {
    if (outcome === undefined) use(preload());
    if (outcome === undefined) return null;
    if ('missing' in outcome) throw outcome.missing;
    const Loaded = outcome.part;
    return <Loaded {...props} />;
  }
  return Object.assign(Part, { preload });
}

/** Does something when the page has nothing better to do. @returns the function that calls it off. */
export function whenIdle(act: () => void): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    // Safari has no idle callback.
    const timer = setTimeout(act, 500);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(act, { timeout: 2_000 });
  return () => cancelIdleCallback(handle);
}
