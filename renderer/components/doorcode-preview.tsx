import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { PreviewDoorcodeInput } from '#api/key-inputs';
import type { DoorcodePreview } from '#api/key-making';
import { portal } from '../channel/portal-client.ts';
import { useAnswer } from '../channel/use-portal.ts';
import { previewText } from '../text/people.ts';
import styles from './doorcode-preview.module.css';

/** What would come of the typed doorcode; read out as it changes. */
export function DoorcodePreviewLine({ preview }: { readonly preview: DoorcodePreview | null }) {
  return (
    <p role="status" className={styles['line']} data-outcome={preview?.outcome}>
      {preview === null ? null : (
        <>
          {preview.outcome === 'free' ? (
            <IconCheck size={15} aria-hidden />
          ) : (
            <IconAlertTriangle size={15} aria-hidden />
          )}
          {previewText(preview)}
        </>
      )}
    </p>
  );
}

/** How long the typing rests before the desk is asked. */
const restMs = 150;

/** Whether the typed doorcode could be had, as one types; null while nothing can be said. @param question null: none. */
export function useDoorcodePreview(question: PreviewDoorcodeInput | null): DoorcodePreview | null {
  const asText = JSON.stringify(question);
  const [rested] = useDebouncedValue(asText, restMs);
  const asked = JSON.parse(rested) as PreviewDoorcodeInput | null;
  const { data } = useAnswer(
    ['keys', 'preview', rested],
    async () => (asked === null ? null : portal.keys.previewDoorcode.query(asked)),
    { enabled: asked !== null },
  );
  return question === null || rested !== asText ? null : (data ?? null);
}
