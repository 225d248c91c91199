import { Modal } from '@mantine/core';
import { Suspense, type ReactNode } from 'react';
import { PartMissing } from '../lazy-part.tsx';
import { PartBoundary } from './part-boundary.tsx';
import { ScreenFailed } from './screen-failed.tsx';

export interface LazyDialogProps {
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog that is a lazy part. One that cannot be loaded says so in its place, and the page below it stays. */
export function LazyDialog({ onClose, children }: LazyDialogProps) {
  return (
    <PartBoundary
      renderFailed={(failed) => (
        <Modal opened onClose={() => closeFailed(failed.error, onClose)}>
          <ScreenFailed {...failed} />
        </Modal>
      )}
    >
      <Suspense fallback={null}>{children}</Suspense>
    </PartBoundary>
  );
}

/** Opened once more, it may come. */
function closeFailed(error: unknown, onClose: () => void): void {
  if (error instanceof PartMissing) void error.again();
  onClose();
}
