import { fieldChecks, type PmsSystem } from '#main/pms/pms-system';
import { z } from 'zod';
import { REQUEST_LIMIT } from './mews-client.ts';
import { createMewsConnector } from './mews-connector.ts';

/** Where most properties' Mews is. */
const usualAddress = 'https://api.mews.com';

const credentialsOfMews = z.object({ address: z.string(), clientToken: z.string(), accessToken: z.string() });

/** Mews, through the Connector API. */
export const mewsSystem: PmsSystem = {
  name: 'mews',
  title: 'Mews',
  fields: [
    {
      name: 'address',
      label: 'platform-address',
      kind: 'url',
      required: true,
      default: usualAddress,
      missing: 'not-a-web-address',
      check: fieldChecks.url,
    },
    {
      name: 'clientToken',
      label: 'client-token',
      kind: 'secret',
      required: true,
      default: '',
      missing: 'client-token-missing',
      check: fieldChecks.secret,
    },
    {
      name: 'accessToken',
      label: 'access-token',
      kind: 'secret',
      required: true,
      default: '',
      missing: 'access-token-missing',
      check: fieldChecks.secret,
    },
  ],
  // The property's own pace may be as quick as two seconds.
  limits: { requests: REQUEST_LIMIT, pollSeconds: 0 },
  abilities: {
    changes: 'stamped',
    checkIn: true,
    times: 'instants',
    guests: 'all',
    hints: false,
  },
  open: (credentials, ports) => createMewsConnector({ ...credentialsOfMews.parse(credentials.current()), ...ports }),
};
