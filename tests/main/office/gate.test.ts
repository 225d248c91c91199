import { namesOf, refusalOf } from '#main/office/gate';
import { describe, expect, it } from 'vitest';

const names = namesOf('127.0.0.1', ['portal.hotel.example']);
const page = { url: '/trpc/keys.counts', isWebSocket: false, remoteAddress: '127.0.0.1' };

describe('who may call the office shell', () => {
  it.each(['127.0.0.1:7717', 'localhost:7717', 'LOCALHOST', '[::1]:7717', 'portal.hotel.example'])(
    'a browser that calls it %s',
    (host) => {
      expect(refusalOf({ ...page, headers: { host } }, names)).toBeNull();
    },
  );

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '127.0.0.1@evil.example',
    'evil.example#127.0.0.1',
    '',
    undefined,
  ])('nobody who calls it %s', (host) => {
    expect(refusalOf({ ...page, url: '/', headers: host === undefined ? {} : { host } }, names)).toBe(
      'Portal does not answer to this name.',
    );
  });

  it.each(['https://evil.example', 'http://127.0.0.1:9999', 'http://localhost:7717', 'null', 'file://'])(
    'no page from %s',
    (origin) => {
      expect(refusalOf({ ...page, headers: { host: '127.0.0.1:7717', origin } }, names)).toBe(
        'Other sites cannot call Portal.',
      );
    },
  );

  it('a page that Portal itself has served', () => {
    expect(
      refusalOf({ ...page, headers: { host: '127.0.0.1:7717', origin: 'http://127.0.0.1:7717' } }, names),
    ).toBeNull();
  });

  it('a page that was served through a TLS proxy of the hotel', () => {
    const headers = { host: 'portal.hotel.example', origin: 'https://portal.hotel.example' };

    expect(refusalOf({ ...page, headers }, names)).toBeNull();
  });

  it('no form or image of another site, which sends no Origin', () => {
    const headers = { host: '127.0.0.1:7717', 'sec-fetch-site': 'cross-site' as const };

    expect(refusalOf({ ...page, headers }, names)).toBe('Other sites cannot call Portal.');
  });

  it('a program without an Origin over WebSocket, but only from this computer', () => {
    const headers = { host: '127.0.0.1:7717' };

    expect(refusalOf({ ...page, isWebSocket: true, headers }, names)).toBeNull();
    expect(refusalOf({ ...page, isWebSocket: true, headers, remoteAddress: '::ffff:127.0.0.1' }, names)).toBeNull();
    expect(refusalOf({ ...page, isWebSocket: true, headers, remoteAddress: '192.0.2.7' }, names)).toBe(
      'Browsers must send an Origin.',
    );
  });

  it('browsers that use the address it was told to listen on', () => {
    expect(refusalOf({ ...page, headers: { host: '192.0.2.10:7717' } }, namesOf('192.0.2.10', []))).toBeNull();
    expect(refusalOf({ ...page, headers: { host: '[2001:db8::1]:7717' } }, namesOf('2001:db8::1', []))).toBeNull();
  });
});
