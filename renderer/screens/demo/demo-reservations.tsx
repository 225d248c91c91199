import { Button, TextInput, VisuallyHidden } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { DemoView } from '#api/demo';
import type { DemoActInput } from '#api/inputs';
import type { ZoneName } from '#domain/time/time';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { Panel } from '../../components/page.tsx';
import { ChangeStayDialog } from './change-stay-dialog.tsx';
import { DemoReservationRow } from './demo-reservation-row.tsx';
import styles from './demo.module.css';
import { NewReservationDialog } from './new-reservation-dialog.tsx';
import { demoTexts as texts } from './sentences.ts';

export type DemoReservation = DemoView['reservations'][number];
type Asked = { readonly act: 'move' | 'dates'; readonly reservation: DemoReservation };

/** Acting as the PMS: each button does what the hotel's own front desk would do there. */
export function DemoReservations({ view, zone }: { readonly view: DemoView; readonly zone: ZoneName }) {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<Asked | 'new' | null>(null);
  const [done, setDone] = useState<{ readonly id: string; readonly text: string } | null>(null);
  const act = useAct(async (input: DemoActInput) => {
    await portal.demo.act.mutate(input);
    setAsked(null);
    setDone({ id: input.id, text: texts.done[input.act] });
  });
  const shown = view.reservations.filter((one) =>
    `${one.guest} ${one.room ?? ''} ${one.number}`.toLowerCase().includes(text.trim().toLowerCase()),
  );

  function choose(chosen: DemoActInput['act'], reservation: DemoReservation) {
    act.reset();
    if (chosen === 'move' || chosen === 'dates') setAsked({ act: chosen, reservation });
    else void act.run({ id: reservation.id, act: chosen });
  }

  return (
    <Panel
      title={texts.pms}
      beside={texts.pmsHint}
      acts={
        <Button variant="filled" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setAsked('new')}>
          {texts.newReservation}
        </Button>
      }
    >
      <div className={styles['find']}>
        <TextInput
          size="xs"
          aria-label={texts.find}
          placeholder={texts.find}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <span role="status" className={styles['done']}>
          {done?.id === 'new' ? done.text : null}
        </span>
        {asked === null ? <FailureNotice failure={act.failure} /> : null}
      </div>
      {shown.length === 0 ? (
        <p className={styles['hint']}>{texts.noReservations}</p>
      ) : (
        <div className={styles['scroll']}>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{texts.columns.guest}</th>
                <th scope="col">{texts.columns.room}</th>
                <th scope="col">{texts.columns.state}</th>
                <th scope="col">{texts.columns.stay}</th>
                <th scope="col">
                  <VisuallyHidden>{texts.columns.acts}</VisuallyHidden>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((reservation) => (
                <DemoReservationRow
                  key={reservation.id}
                  reservation={reservation}
                  zone={zone}
                  pending={act.pending}
                  said={done?.id === reservation.id ? done.text : null}
                  onChoose={(chosen) => choose(chosen, reservation)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <NewReservationDialog
        opened={asked === 'new'}
        rooms={view.rooms}
        onClose={() => setAsked(null)}
        onDone={() => {
          setAsked(null);
          setDone({ id: 'new', text: texts.created });
        }}
      />
      {asked === null || asked === 'new' ? null : (
        <ChangeStayDialog
          {...asked}
          rooms={view.rooms}
          pending={act.pending}
          failure={act.failure}
          onClose={() => setAsked(null)}
          onChange={(change) => void act.run({ id: asked.reservation.id, act: asked.act, ...change })}
        />
      )}
    </Panel>
  );
}
