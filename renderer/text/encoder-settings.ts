import type { EncoderState } from '#api/encoder';
import type { Tone } from './doorcode.ts';

/** Words of Settings › Encoder. */
export const encoderSettingsText = {
  title: 'Encoders on this computer',
  loading: 'Looking for encoders…',
  none: 'No encoder yet',
  noneWords:
    'Plug in a card encoder. An Elatec TWN4 appears here by itself; for a PN532 choose its port once, and Portal knows it again.',
  add: 'Choose a port',
  columns: { name: 'Name', kind: 'Kind', port: 'Port', state: 'State', acts: 'Actions' },
  kinds: { 'pn532-hsu': 'NXP PN532 (HSU)', 'twn4-simple': 'Elatec TWN4 (Simple Protocol)' } satisfies Record<
    EncoderState['protocol'],
    string
  >,
  states: {
    ready: { label: 'Ready', tone: 'ok' },
    busy: { label: 'At work', tone: 'info' },
    absent: { label: 'Not connected', tone: 'warn' },
    failed: { label: 'Not working', tone: 'bad' },
  } satisfies Record<EncoderState['state'], { readonly label: string; readonly tone: Tone }>,
  automatic: 'found by itself',
  firmware: (version: string) => `firmware ${version}`,
  forget: 'Forget',
  forgetTitle: (name: string) => `Forget ${name}?`,
  forgetWords: 'Portal no longer uses this port, and sends nothing to it. Cards that were written stay as they are.',
  pick: 'Choose an encoder',
  pickWords: 'Portal sends nothing to a port before it is chosen here: a payment terminal may be on it.',
  port: 'Port',
  portHint: 'The ports of this computer. If yours is missing, plug the encoder in now.',
  noPorts: 'This computer cannot list its ports, or has none. Type the port.',
  otherPort: 'Another port…',
  path: 'Name of the port',
  pathHint: 'Such as COM4, or /dev/ttyUSB0.',
  kind: 'Kind of encoder',
  kindChoices: {
    'pn532-hsu': {
      label: 'NXP PN532 over HSU, 115200',
      meaning: 'Any board or brick with a PN532 on its serial line.',
    },
    'twn4-simple': {
      label: 'Elatec TWN4, Simple Protocol',
      meaning:
        'With Simple Protocol firmware (…PRS…), in text or binary mode, with CRC or without. Most are found by themselves.',
    },
  },
  name: 'Name',
  nameHint: 'What the desk calls it, such as “Desk 1”.',
  nameMissing: 'Enter a name.',
  portMissing: 'Choose the port.',
  save: 'Use this encoder',
  remarks: 'Good to know',
  shared:
    'One encoder shared by several desks is not supported; several encoders on one computer are. Each has a name, and Portal asks which one. With the office version, the encoder is the one at the computer on which Portal runs.',
  locksOpen: 'Portal writes its own open format, PK1, which every maker of locks may implement. Locks that do open.',
  locksNot: 'Salto, ASSA ABLOY, dormakaba and Onity locks do not: they need their own encoders and systems.',
  classicTitle: 'MIFARE Classic',
} as const;
