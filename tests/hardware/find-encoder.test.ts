import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listSerialPorts } from '#hardware/bindings';
import { findEncoders } from '#hardware/find-encoder';
import type { RememberedEncoder, SerialPortDescription } from '#hardware/find-encoder';
import { describe, expect, it, onTestFinished } from 'vitest';

const port = (path: string, vid: string, pid: string, serial: string | null): SerialPortDescription => ({
  path,
  vid,
  pid,
  serial,
  maker: null,
});
const twn4 = port('/dev/ttyACM0', '09d8', '0420', null);
const bridge = port('/dev/ttyUSB0', '1a86', '7523', null);
const numbered = port('/dev/ttyUSB1', '0403', '6001', 'A50285BI');
const desk1: RememberedEncoder = {
  name: 'Desk 1',
  protocol: 'pn532-hsu',
  usb: { vid: '0403', pid: '6001', serial: 'A50285BI' },
  path: '/dev/ttyUSB7',
};
const desk2: RememberedEncoder = {
  name: 'Desk 2',
  protocol: 'pn532-hsu',
  usb: { vid: '1a86', pid: '7523', serial: null },
  path: '/dev/ttyUSB0',
};

describe('finding the encoder', () => {
  it('a TWN4 is known by its USB identity', () => {
    expect(findEncoders([twn4], [])).toMatchObject({
      found: [{ name: 'TWN4', protocol: 'twn4-simple', path: '/dev/ttyACM0' }],
      unknown: [],
    });
  });

  it('a bridge that nobody picked is offered, and not opened', () => {
    expect(findEncoders([bridge, numbered], [])).toMatchObject({ found: [], unknown: [bridge, numbered] });
  });

  it('a picked bridge with a serial number is found on whatever port it is now', () => {
    expect(findEncoders([numbered, bridge], [desk1])).toMatchObject({
      found: [{ name: 'Desk 1', path: '/dev/ttyUSB1' }],
      unknown: [bridge],
    });
  });

  it('the same kind of bridge with another serial number is not it: it may be a payment terminal', () => {
    expect(findEncoders([{ ...numbered, serial: 'B6' }], [desk1])).toMatchObject({ found: [], missing: [desk1] });
  });

  it('a bridge without a serial number is found where it was picked', () => {
    expect(findEncoders([bridge], [desk2])).toMatchObject({ found: [{ name: 'Desk 2', path: '/dev/ttyUSB0' }] });
  });

  it.each([
    ['on another port', [{ ...bridge, path: '/dev/ttyUSB4' }]],
    ['with a twin beside it', [bridge, { ...bridge, path: '/dev/ttyUSB4' }]],
  ])('a bridge without a serial number %s is unclear, and staff have to pick again', (_name, ports) => {
    expect(findEncoders(ports, [desk2])).toMatchObject({ found: [], unclear: [desk2], unknown: ports });
  });

  it('two encoders are two', () => {
    expect(findEncoders([twn4, numbered, bridge], [desk1, desk2]).found.map(({ name }) => name)).toEqual([
      'Desk 1',
      'Desk 2',
      'TWN4',
    ]);
  });

  it('an encoder that was picked by its path is tried there, also where ports cannot be listed', () => {
    const demo: RememberedEncoder = { name: 'Demo', protocol: 'pn532-hsu', usb: null, path: 'tcp://127.0.0.1:4711' };

    expect(findEncoders(null, [demo, desk1])).toMatchObject({
      found: [{ name: 'Demo', path: 'tcp://127.0.0.1:4711' }],
      missing: [desk1],
    });
  });
});

describe.skipIf(process.platform !== 'linux')('the ports that Linux lists', () => {
  const listWith = async (udevadm: string | null) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'portal-udev-'));
    const before = process.env['PATH'];
    onTestFinished(async () => {
      process.env['PATH'] = before;
      await rm(folder, { recursive: true, force: true });
    });
    if (udevadm !== null) {
      await writeFile(path.join(folder, 'udevadm'), `#!/bin/sh\n/bin/cat <<'END'\n${udevadm}\nEND\n`);
      await chmod(path.join(folder, 'udevadm'), 0o755);
    }
    process.env['PATH'] = folder;
    return listSerialPorts();
  };

  it('lead to the TWN4 and leave the bridge alone', async () => {
    const ports = await listWith(
      [
        'P: /devices/usb/ttyACM0\nN: ttyACM0\nE: DEVNAME=/dev/ttyACM0\nE: ID_VENDOR_ID=09d8\nE: ID_MODEL_ID=0420\n',
        'P: /devices/usb/ttyUSB0\nN: ttyUSB0\nE: DEVNAME=/dev/ttyUSB0\nE: ID_VENDOR_ID=1a86\nE: ID_MODEL_ID=7523\n',
      ].join('\n'),
    );

    expect(findEncoders(ports, [])).toMatchObject({
      found: [{ protocol: 'twn4-simple', path: '/dev/ttyACM0' }],
      unknown: [{ path: '/dev/ttyUSB0', vid: '1a86', pid: '7523' }],
    });
  });

  it('are unknown, not none, where there is no udevadm', async () => {
    expect(await listWith(null)).toBeNull();
  });
});
