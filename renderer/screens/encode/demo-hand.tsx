import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { mayDo } from '#domain/staff/permission';
import { portal } from '../../channel/portal-client.ts';
import { useMe, useSetup } from '../../channel/use-desk.ts';
import { useAct, useAnswer } from '../../channel/use-portal.ts';
import { demoCardsText as texts, demoCardTypes } from '../../text/demo-cards.ts';
import styles from './encode.module.css';

/** Only in the demo hotel: the hand that lays a card on its encoder, where the dialog asks for one. */
export function DemoHand() {
  const isDemo = useSetup().data?.demo === true;
  const me = useMe().data;
  return isDemo && me != null && mayDo(me.role, 'use-demo') ? <Hand /> : null;
}

function Hand() {
  const cards = useAnswer(['demo', 'view'], () => portal.demo.view.query(), { everyMs: 1_000 }).data?.cards ?? [];
  const lay = useAct((uids: readonly string[]) => portal.demo.layCard.mutate({ uids: [...uids] }));
  const layNew = useAct(async () => {
    const { uid } = await portal.demo.newCard.mutate({ type: 'ntag213' });
    await portal.demo.layCard.mutate({ uids: [uid] });
  });
  const on = cards.filter(({ isOnEncoder }) => isOnEncoder);
  return (
    <div className={styles['demoHand']}>
      <span>{texts.handTitle}</span>
      {on.length > 0 ? (
        <Button loading={lay.pending} onClick={() => void lay.run([])}>
          {texts.takeOff}
        </Button>
      ) : (
        <Menu position="bottom-start" withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button rightSection={<IconChevronDown size={14} aria-hidden />} loading={lay.pending || layNew.pending}>
              {texts.handLay}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void layNew.run(undefined)}>{texts.newCard}</Menu.Item>
            {cards.map(({ uid, type }) => (
              <Menu.Item key={uid} onClick={() => void lay.run([uid])}>
                …{uid.slice(-3)} {demoCardTypes[type]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
