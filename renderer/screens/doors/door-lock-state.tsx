import { IconAlertTriangle, IconCheck, IconHelp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ZoneName } from '#domain/time/time';
import type { LockView } from '#api/views';
import { sinceText, useNow } from '../../format.ts';
import { doorPageTexts as texts } from './sentences.ts';
import { lockOnlineTexts } from '../../text/doors.ts';
import { StateTag, type Tone } from '../../components/state-tag.tsx';

/** Whether a lock answers, and since when it does not. */
export function DoorLockState({
  lock,
  zone,
}: {
  readonly lock: Pick<LockView, 'online' | 'onlineSince'>;
  readonly zone: ZoneName;
}) {
  const now = useNow();
  const { tone, icon } = looks[lock.online];
  return (
    <StateTag tone={tone} icon={icon}>
      {lock.online === 'offline'
        ? texts.offlineSince(sinceText(lock.onlineSince, now, zone))
        : lockOnlineTexts[lock.online]}
    </StateTag>
  );
}

const looks: Record<LockView['online'], { readonly tone: Tone; readonly icon: ReactNode }> = {
  online: { tone: 'ok', icon: <IconCheck aria-hidden /> },
  offline: { tone: 'bad', icon: <IconAlertTriangle aria-hidden /> },
  unknown: { tone: 'neutral', icon: <IconHelp aria-hidden /> },
};
