import { NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { bulkAction, extraNights, type BulkAction } from '#domain/acts/bulk';
import { DayInput } from '../../components/day-input.tsx';
import { clockTimeFrom } from '../../text/format.ts';
import { bulkText as text } from './bulk-sentences.ts';
import styles from './bulk.module.css';

/** How far to extend: by nights, or to one moment for all. */
export function ExtendFields({ onChange }: { readonly onChange: (action: BulkAction | null) => void }) {
  const [way, setWay] = useState<'nights' | 'until'>('nights');
  const [nights, setNights] = useState<number | string>(1);
  const [day, setDay] = useState('');
  const [time, setTime] = useState('11:00');
  const byNights = actionFrom({ act: 'extend', nights });
  const toMoment = actionFrom({ act: 'extend-to', until: `${day}T${clockTimeFrom(time) ?? ''}` });

  function change(next: { way?: typeof way; nights?: number | string; day?: string; time?: string }) {
    const asked = { way, nights, day, time, ...next };
    setWay(asked.way);
    setNights(asked.nights);
    setDay(asked.day);
    setTime(asked.time);
    onChange(
      asked.way === 'nights'
        ? actionFrom({ act: 'extend', nights: asked.nights })
        : actionFrom({ act: 'extend-to', until: `${asked.day}T${clockTimeFrom(asked.time) ?? ''}` }),
    );
  }

  return (
    <div className={styles['fields']}>
      <SegmentedControl
        size="xs"
        aria-label={text.extend}
        data={[
          { value: 'nights', label: text.extendBy },
          { value: 'until', label: text.extendTo },
        ]}
        value={way}
        onChange={(value) => change({ way: value === 'until' ? 'until' : 'nights' })}
      />
      {way === 'nights' ? (
        <NumberInput
          size="xs"
          className={styles['number'] ?? ''}
          aria-label={text.nights}
          min={1}
          max={extraNights.most}
          value={nights}
          error={byNights === null ? text.nightsWrong : null}
          onChange={(value) => change({ nights: value })}
          data-autofocus
        />
      ) : (
        <>
          <DayInput
            size="xs"
            aria-label={text.until}
            value={day}
            error={toMoment === null && day !== '' ? text.untilWrong : null}
            onChange={(chosen) => change({ day: chosen })}
          />
          <TextInput
            size="xs"
            className={styles['number'] ?? ''}
            aria-label={text.untilTime}
            value={time}
            onChange={(event) => change({ time: event.currentTarget.value })}
          />
        </>
      )}
    </div>
  );
}

/** null: it cannot be done like this. */
function actionFrom(asked: object): BulkAction | null {
  return bulkAction.safeParse(asked).data ?? null;
}
