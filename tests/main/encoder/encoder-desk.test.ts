import { changeFeed } from '#main/desk/change-feed';
import { clerk } from '#tests/support/desk-acts';
import { card, openCardDesk } from '#tests/support/card-desk';
import { describe, expect, it } from 'vitest';

const pickDesk = { path: 'COM4', protocol: 'pn532-hsu' as const, name: 'Desk 1' };

describe('the encoders of the computer', () => {
  it('an unknown port is offered and gets no byte; once picked, it is the encoder', async () => {
    const desk = await openCardDesk();
    await desk.service.forget('desk-1', clerk);
    const { ports } = await desk.until((view) => view.ports?.length === 1);
    const before = desk.encoder.link.written;
    await desk.until(() => desk.timer.now() > 60_000);
    const quiet = desk.encoder.link.written;
    await desk.service.pick(pickDesk, clerk);
    const { encoders } = await desk.until((view) => view.encoders[0]?.state === 'ready');

    expect(ports).toEqual([{ path: 'COM4', maker: 'FTDI' }]);
    expect(quiet).toBe(before);
    expect(encoders).toMatchObject([{ name: 'Desk 1', firmware: 'PN532 1.6', isAutomatic: false, problem: null }]);
  });

  it('unplugged and back is noticed within three seconds', async () => {
    const desk = await openCardDesk();
    const pulled = desk.timer.now();
    desk.unplug();
    await desk.until(({ encoders }) => encoders[0]?.state === 'absent');
    const noticed = desk.timer.now();
    desk.plugIn();
    await desk.until(({ encoders }) => encoders[0]?.state === 'ready');

    expect(noticed - pulled).toBeLessThan(3_000);
    expect(desk.timer.now() - noticed).toBeLessThan(3_000);
  });

  it('two have two names, and one name is not given twice', async () => {
    const desk = await openCardDesk({ encoders: 2 });
    const { encoders } = await desk.service.view();

    expect(encoders.map(({ name }) => name)).toEqual(['Desk 1', 'Desk 2']);
    await expect(desk.service.pick({ ...pickDesk, path: 'COM5' }, clerk)).rejects.toMatchObject({ code: 'name-taken' });
  });

  it('who picked and who forgot one is in the audit', async () => {
    const desk = await openCardDesk();
    await desk.service.forget('desk-1', clerk);
    await desk.until((view) => view.ports?.length === 1);
    await desk.service.pick(pickDesk, clerk);
    const audit = await desk.hotel.disk.read((view) => view.all('audit'));

    expect(audit.map(({ what, facts }) => `${what} ${facts['port']}`)).toEqual([
      'encoder-forgotten COM4',
      'encoder-picked COM4',
    ]);
  });
});

describe('the screens', () => {
  it('hear of a card that is laid on, though no record changed', async () => {
    const desk = await openCardDesk();
    const listening = new AbortController();
    const others = { encoder: (listen: () => void) => desk.service.onChange(listen) };
    const feed = changeFeed(desk.hotel.disk, listening.signal, others)[Symbol.asyncIterator]();
    const heard = feed.next();
    desk.lay(card(0x580));

    expect(await heard).toEqual({ done: false, value: [{ collection: 'encoder', ids: [] }] });
    listening.abort();
    await feed.next();
  });

  it('hear five times a second at most, and of the end for sure', async () => {
    const desk = await openCardDesk();
    const ana = await desk.guest('412', 'Ana Costa');
    const told: number[] = [];
    desk.service.onChange(() => told.push(desk.timer.now()));
    await desk.encodeOn(card(0x580), ana);
    const over = desk.timer.now();
    await desk.until(() => (told.at(-1) ?? 0) >= over);

    expect(told.slice(1).every((at, index) => at - (told[index] ?? 0) >= 200)).toBe(true);
  });
});
