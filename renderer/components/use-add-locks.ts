import { useState } from 'react';
import type { AddGatewayInput } from '#api/inputs';
import { addLocksText } from '../text/integrations.ts';
import { portal } from '../channel/portal-client.ts';
import { useAct } from '../channel/use-portal.ts';

/** Adds a lock or bridge, and says with how many locks it came. */
export function useAddLocks() {
  const [said, setSaid] = useState<string | null>(null);
  const add = useAct((input: AddGatewayInput) => portal.settings.addGateway.mutate(input));
  return {
    said,
    pending: add.pending,
    failure: add.failure,
    onAdd: async (input: AddGatewayInput) => {
      setSaid(null);
      const answer = await add.run(input);
      if (answer !== undefined) setSaid(addLocksText.added(input.name, answer.locks));
      return answer !== undefined;
    },
  };
}
