import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { DoorcodePreview } from '#api/key-making';
import { previewText } from '../text/add-key.ts';
import styles from './doorcode-preview-line.module.css';

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
