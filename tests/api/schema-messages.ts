import type { z } from 'zod';

interface Definition {
  readonly error?: (issue: unknown) => unknown;
  readonly [part: string]: unknown;
}

/** Every message that a schema, and all that it is made of, gives of its own; zod's usual ones are not among them. */
export function messagesIn(schema: z.ZodType): readonly string[] {
  const messages = new Set<string>();
  walk(schema, messages, new Set());
  return [...messages];
}

function walk(part: unknown, messages: Set<string>, seen: Set<unknown>): void {
  if (typeof part !== 'object' || part === null || seen.has(part)) return;
  seen.add(part);
  if ('_zod' in part) {
    // oxlint-disable-next-line no-underscore-dangle -- where zod 4 keeps what a schema is made of
    const { def } = part._zod as { readonly def: Definition };
    const said = def.error?.({});
    if (typeof said === 'string') messages.add(said);
    walk({ ...def }, messages, seen);
    return;
  }
  for (const value of Object.values(part)) walk(value, messages, seen);
}
