import type { EncoderState } from '#api/encoder';
import { sentences } from '../../text/language.ts';

/** Words of Settings › Encoder. */
export const encoderSettingsText = sentences('encoder-settings', {
  title: 'Encoders on this computer',
  loading: 'Looking for encoders…',
  none: 'No encoder yet',
  noneWords:
    'Plug in a card encoder. An Elatec TWN4 appears here by itself; for a PN532 choose its port once, and Portal recognises it from then on.',
  add: 'Choose a port',
  columns: { name: 'Name', kind: 'Kind', port: 'Port', state: 'State', acts: 'Actions' },
  kinds: { 'pn532-hsu': 'NXP PN532 (HSU)', 'twn4-simple': 'Elatec TWN4 (Simple Protocol)' } satisfies Record<
    EncoderState['protocol'],
    string
  >,
  states: { ready: 'Ready', busy: 'Working', absent: 'Not connected', failed: 'Not working' } satisfies Record<
    EncoderState['state'],
    string
  >,
  automatic: 'found automatically',
  firmware: (version: string) => `firmware ${version}`,
  forget: 'Forget',
  forgetNamed: (name: string) => `Forget ${name}`,
  forgetTitle: (name: string) => `Forget ${name}?`,
  forgetWords: 'Portal no longer uses this port, and sends nothing to it. Cards already written stay as they are.',
  remarks: 'Good to know',
  shared:
    'One encoder shared by several desks is not supported; several encoders on one computer are. Each has a name, and Portal asks which one. With the office version, the encoder is the one at the computer on which Portal runs.',
  locksOpen: 'Portal writes its own open format, PK1, which any lock maker may implement. Only such locks open.',
  locksNot: 'Salto, ASSA ABLOY, dormakaba and Onity locks do not read it: they need their own encoders and systems.',
});
