/** Style sheets of parts that did not come. Vite asks for each once, and then takes it for one that is there. */
const failed = new Set<string>();

/** From now on, no style sheet that did not come is forgotten. */
export function watchStyles(): void {
  document.addEventListener(
    'error',
    ({ target }) => {
      if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return;
      failed.add(target.href);
      target.remove();
    },
    // The event of a link does not bubble.
    { capture: true },
  );
}

/** Rejects when one is still missing: nothing is drawn without its styles. */
export async function fetchFailedStyles(): Promise<void> {
  await Promise.all([...failed].map((href) => fetchStyles(href)));
}

function fetchStyles(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.crossOrigin = '';
    link.href = href;
    link.addEventListener('load', () => {
      failed.delete(href);
      resolve();
    });
    link.addEventListener('error', () => reject(new Error(`No styles at ${href}`)));
    document.head.append(link);
  });
}
