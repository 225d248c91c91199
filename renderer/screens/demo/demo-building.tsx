import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCheck, IconDots, IconPlug, IconPlugOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { DemoView } from '#api/demo';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { Panel } from '../../components/page.tsx';
import { StateTag } from '../../components/state-tag.tsx';
import styles from './demo.module.css';
import { demoTexts as texts } from './sentences.ts';

const rest = ['slow', 'full', 'forget', 'normal'] as const;
type LockAct = 'offline' | 'online' | (typeof rest)[number];

/** The locks of the demo's building: what each holds now, and a bad day for each. */
export function DemoBuilding({ locks }: { readonly locks: DemoView['locks'] }) {
  const [done, setDone] = useState<{ readonly lock: string; readonly act: LockAct } | null>(null);
  const act = useAct(async (input: { readonly lock: string; readonly act: LockAct }) => {
    await portal.demo.lock.mutate(input);
    setDone(input);
  });
  return (
    <Panel title={texts.building} beside={texts.buildingHint}>
      <FailureNotice failure={act.failure} />
      <ul className={styles['locks']}>
        {locks.map((lock) => (
          <li key={lock.id} className={styles['lock']}>
            <strong>{lock.name}</strong>
            <StateTag
              tone={lock.online ? 'ok' : 'bad'}
              icon={lock.online ? <IconCheck aria-hidden /> : <IconPlugOff aria-hidden />}
            >
              {lock.online ? texts.online : texts.offline}
            </StateTag>
            <span className={styles['lockSaid']}>{texts.codes(lock.users)}</span>
            <Button
              disabled={act.pending}
              leftSection={lock.online ? <IconPlugOff size={15} aria-hidden /> : <IconPlug size={15} aria-hidden />}
              onClick={() => void act.run({ lock: lock.id, act: lock.online ? 'offline' : 'online' })}
            >
              {texts.lockActs[lock.online ? 'offline' : 'online']}
            </Button>
            <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
              <Menu.Target>
                <ActionIcon size={28} aria-label={texts.lockMore(lock.name)}>
                  <IconDots size={16} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {rest.map((one) => (
                  <Menu.Item key={one} onClick={() => void act.run({ lock: lock.id, act: one })}>
                    {texts.lockActs[one]}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
            <span role="status" className={styles['done']}>
              {done?.lock === lock.id ? texts.lockDone[done.act] : null}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
