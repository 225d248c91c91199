import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** What is compressed already (fonts, pictures) only grows. */
const compressible = /\.(js|css|svg)$/;
/** One packet carries that much anyway. */
const SMALLEST = 1_024;

/**
 * Beside each script and style sheet the same for browsers that take brotli or gzip, as small as it can be made: the
 * office serves them as they are. Not while somebody works on the screens, because it takes seconds.
 */
export function precompress(): Plugin {
  return {
    name: 'portal-precompress',
    apply: 'build',
    // What is on the disk: until then Vite still writes the names of the parts into the scripts.
    async writeBundle({ dir = '' }, bundle) {
      if (this.meta.watchMode) return;
      const names = Object.keys(bundle).filter((name) => compressible.test(name));
      await Promise.all(names.map((name) => compress(join(dir, name))));
    },
  };
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file);
  if (content.length < SMALLEST) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  await writeFile(`${file}.br`, await brotli(content, { params }));
  await writeFile(`${file}.gz`, await zip(content, { level: constants.Z_BEST_COMPRESSION }));
}
