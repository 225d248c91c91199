import { largestList } from '#api/limits';

/** A text file as it was read; or why it was not. */
export type ListFile =
  | { readonly outcome: 'read'; readonly text: string }
  | { readonly outcome: 'unreadable' | 'too-long' | 'other-encoding' };

/**
 * Text as programs save it: UTF-8 and UTF-16, with a byte order mark or without. A file in an old code page of Windows does not
 * say which, and names would come out wrong: it is refused, with the way to save it.
 */
export function listFileFrom(bytes: Uint8Array): ListFile {
  const text = decoded(bytes);
  if (text === null) return { outcome: 'other-encoding' };
  if (text.length > largestList) return { outcome: 'too-long' };
  return { outcome: 'read', text };
}

/** Stands in no list: it was read by the wrong encoding, or is no text at all. */
const notText = /[^\P{Cc}\t\r\n]/u;

function decoded(bytes: Uint8Array): string | null {
  try {
    // A byte order mark is not part of the text: the decoder leaves it out.
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return notText.test(text) ? null : text;
  } catch {
    return null;
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // The digits of a list have an empty half in UTF-16, and no zero in UTF-8.
  if (first === 0 && second !== 0) return 'utf-16be';
  return first !== 0 && second === 0 ? 'utf-16le' : 'utf-8';
}
