import { Button, CopyButton, Group, Modal, Stack } from '@mantine/core';
import type { OneTimeCode } from '#api/staff-views';
import { useZone } from '../../channel/use-strip.ts';
import { momentText } from '../../format.ts';
import { staffText as text } from '../../text/staff.ts';
import styles from './settings.module.css';

/** Shown this once. Only its own button closes it: a click beside it would lose the code. */
export function OneTimeCodeDialog({
  code,
  onClose,
}: {
  readonly code: OneTimeCode | null;
  readonly onClose: () => void;
}) {
  const zone = useZone();
  if (code === null) return null;
  return (
    <Modal opened onClose={onClose} title={text.codeTitle(code.name)} closeOnClickOutside={false} closeOnEscape={false}>
      <Stack gap="sm">
        <p className={styles['soft']}>{text.codeWords}</p>
        <output className={styles['code']} aria-label={text.codeLabel}>
          {code.code}
        </output>
        <p className={styles['soft']}>{text.codeUntil(momentText(code.until, zone))}</p>
        <Group justify="flex-end" gap="xs">
          <CopyButton value={code.code}>
            {({ copied, copy }) => <Button onClick={copy}>{copied ? text.copied : text.copy}</Button>}
          </CopyButton>
          <Button variant="filled" onClick={onClose} data-autofocus>
            {text.done}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
