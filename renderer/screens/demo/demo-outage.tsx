import { Button, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import type { DemoOutageInput } from '#api/inputs';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { demoTexts as texts } from './sentences.ts';
import styles from './demo.module.css';

const kinds = ['down', '401', '429', '500', 'hang'] as const;

/** Breaks the PMS for a while: Portal says so in the strip, and catches up afterwards. */
export function DemoOutage() {
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
