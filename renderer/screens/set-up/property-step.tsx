import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { PropertyInput } from '#api/inputs';
import type { ClockTime, ZoneName } from '#domain/time/time';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { Doorstep } from '../../components/doorstep.tsx';
import { FailureNotice } from '../../components/notices.tsx';
import { PropertyFields } from '../../components/property-fields.tsx';
import { setUpText } from './sentences.ts';
import { fieldsSaid } from '../../text/refusals.ts';
import { StepLine } from './step-line.tsx';

export function PropertyStep() {
  const [input, setInput] = useState<PropertyInput>(usual);
  const save = useAct((property: PropertyInput) => portal.setup.saveProperty.mutate(property));

  function submit(event: FormEvent) {
    event.preventDefault();
    void save.run(input);
  }

  return (
    <Doorstep title={setUpText.property.title} wide above={<StepLine at="property" />}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <PropertyFields
            value={input}
            onChange={(change) => setInput({ ...input, ...change })}
            wrong={fieldsSaid(save.failure)}
          />
          <FailureNotice failure={save.failure} />
          <Group justify="flex-end">
            <Button type="submit" variant="filled" loading={save.pending}>
              {setUpText.next}
            </Button>
          </Group>
        </Stack>
      </form>
    </Doorstep>
  );
}

/** This PC most likely stands in the property. */
function usual(): PropertyInput {
  return {
    name: '',
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone as ZoneName,
    defaultArrival: '15:00' as ClockTime,
    defaultDeparture: '11:00' as ClockTime,
  };
}
