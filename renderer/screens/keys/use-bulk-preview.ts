import { useEffect, useState } from 'react';
import type { BulkPreview, KeySelection } from '#api/bulk';
import type { BulkAction } from '#domain/acts/bulk';
import { failureOf, type Failure } from '../../channel/failure.ts';
import { portal } from '../../channel/portal-client.ts';

/** How long the typing rests before the desk looks at every key. */
const restMs = 200;

interface Seen {
  readonly asked: string;
  readonly preview: BulkPreview | null;
  readonly failure: Failure | null;
}

/** What the act would do to the keys that are chosen. An answer to what is not asked any more is dropped. */
export function useBulkPreview(selection: KeySelection, action: BulkAction | null): Omit<Seen, 'asked'> {
  const [seen, setSeen] = useState<Seen | null>(null);
  const asked = JSON.stringify({ selection, action });

  useEffect(() => {
    const question = JSON.parse(asked) as { readonly selection: KeySelection; readonly action: BulkAction | null };
    const wanted = question.action;
    if (wanted === null) return undefined;
    let dropped = false;
    const keep = (answer: Omit<Seen, 'asked'>) => {
      if (!dropped) setSeen({ asked, ...answer });
    };
    const timer = setTimeout(() => {
      portal.bulk.preview.mutate({ selection: question.selection, action: wanted }).then(
        (preview) => keep({ preview, failure: null }),
        (error: unknown) => keep({ preview: null, failure: failureOf(error) }),
      );
    }, restMs);
    return () => {
      dropped = true;
      clearTimeout(timer);
    };
  }, [asked]);

  return seen?.asked === asked ? seen : { preview: null, failure: null };
}
