import { hasNoEnd } from '#domain/key/no-end';
import type { LocalDateTime } from '#domain/time/time';
import { useZone } from '../../channel/use-strip.ts';
import { localText, shortLocalText, useNow } from '../../format.ts';
import { keysText } from './sentences.ts';

/** An arrival or departure in a narrow column; null: none. */
export function LocalTime({ at }: { readonly at: LocalDateTime | null }) {
  const now = useNow();
  const zone = useZone();
  if (at === null || hasNoEnd(at)) return keysText.noEnd;
  return (
    <time dateTime={at} title={localText(at)}>
      {shortLocalText(at, now, zone)}
    </time>
  );
}
