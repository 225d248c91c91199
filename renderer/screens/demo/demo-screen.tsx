import { Button, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import type { DemoOutageInput } from '#api/inputs';
import { portal } from '../../channel/portal-client.ts';
import { useZone } from '../../channel/use-desk.ts';
import { useAct, useAnswer } from '../../channel/use-portal.ts';
import { EmptyState, FailureNotice, Waiting } from '../../components/notices.tsx';
import { Page, Panel } from '../../components/page.tsx';
import { failureSentence } from '../../text/failures.ts';
import { DemoBuilding } from './demo-building.tsx';
import { DemoCards } from './demo-cards.tsx';
import { DemoKeypad } from './demo-keypad.tsx';
import { DemoReservations } from './demo-reservations.tsx';
import styles from './demo.module.css';
import { demoTexts as texts } from './sentences.ts';

/** The simulators do not tell of every change: they are asked again. */
const strideMs = 3_000;

/** The demo hotel's other side: its PMS, its guests at the doors, and its locks on a bad day. */
export function DemoScreen() {
  const zone = useZone();
  const view = useAnswer(['demo', 'view'], () => portal.demo.view.query(), { everyMs: strideMs });
  return (
    <Page title={texts.title} beside={<span className={styles['label']}>{texts.label}</span>}>
      {view.waiting ? <Waiting>{texts.loading}</Waiting> : null}
      {view.data === undefined && view.failure !== null ? (
        <EmptyState title={texts.none}>{failureSentence(view.failure)}</EmptyState>
      ) : null}
      {view.data === undefined ? null : (
        <div className={styles['columns']}>
          <div className={styles['stack']}>
            <DemoReservations view={view.data} zone={zone} />
            <DemoCards cards={view.data.cards} locks={view.data.locks} />
            <DemoOutage />
          </div>
          <div className={styles['stack']}>
            <DemoKeypad locks={view.data.locks} />
            <DemoBuilding locks={view.data.locks} />
          </div>
        </div>
      )}
    </Page>
  );
}

const kinds = ['down', '401', '429', '500', 'hang'] as const;

/** Breaks the PMS for a while: Portal says so in the strip, and catches up afterwards. */
function DemoOutage() {
  const [kind, setKind] = useState<DemoOutageInput['kind']>('down');
  const [seconds, setSeconds] = useState(60);
  const [said, setSaid] = useState('');
  const outage = useAct((input: DemoOutageInput) => portal.demo.outage.mutate(input), {
    done: () => setSaid(texts.outageOn(texts.outageKinds[kind], seconds)),
  });
  return (
    <Panel title={texts.outage}>
      <form
        className={styles['line']}
        onSubmit={(event) => {
          event.preventDefault();
          void outage.run({ kind, seconds });
        }}
      >
        <Select
          w={220}
          label={texts.outageKind}
          allowDeselect={false}
          value={kind}
          data={kinds.map((value) => ({ value, label: texts.outageKinds[value] }))}
          onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
        />
        <NumberInput
          w={110}
          label={texts.seconds}
          min={1}
          max={3600}
          value={seconds}
          onChange={(value) => setSeconds(Number(value) || 1)}
        />
        <Button type="submit" size="sm" loading={outage.pending}>
          {texts.start}
        </Button>
        <span role="status" className={styles['done']}>
          {said}
        </span>
        <FailureNotice failure={outage.failure} />
      </form>
    </Panel>
  );
}
