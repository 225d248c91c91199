import { lockSetups } from '#main/encoder/lock-setup';
import { clerk } from '#tests/support/desk-acts';
import { card, openCardDesk } from '#tests/support/card-desk';
import { describe, expect, it } from 'vitest';

describe('a new master', () => {
  it('seals new cards; the old ones go on opening, and the board shows who still has one', async () => {
    const desk = await openCardDesk();
    const [ana, jonas] = [card(0x580), card(0x581)];
    await desk.encodeOn(ana, await desk.guest('412', 'Ana Costa'));
    await desk.service.rotate(clerk);
    await desk.encodeOn(jonas, await desk.guest('305', 'Jonas Weber'));

    expect(desk.recordOn(jonas)?.keySet).toBe(2);
    expect([await desk.open412(ana), await desk.open412(jonas, '305')]).toEqual(['opens', 'opens']);
    expect(await desk.service.cardKeySets()).toMatchObject({
      current: 2,
      sets: [
        { set: 1, cards: 1, keys: [{ owner: 'Ana Costa', until: '2026-11-25T11:00' }] },
        { set: 2, cards: 1, keys: [{ owner: 'Jonas Weber' }] },
      ],
    });
  });

  it('the old one is not ended while a card needs it, unless somebody insists', async () => {
    const desk = await openCardDesk();
    const ana = card(0x580);
    await desk.encodeOn(ana, await desk.guest('412', 'Ana Costa'));
    await desk.service.rotate(clerk);

    await expect(desk.service.retire({ set: 1, anyway: false }, clerk)).rejects.toMatchObject({
      code: 'card-key-set-in-use',
    });
    await desk.service.retire({ set: 1, anyway: true }, clerk);

    expect(await desk.open412(ana)).toBe('unreadable');
    expect((await desk.planFor('Ana Costa')).due).toHaveLength(1);
    expect(await desk.vault.get('card-master-1')).toBe(null);
  });

  it('the old one, ended all the same, is named as why its cards ended, and they must be encoded again', async () => {
    const desk = await openCardDesk();
    const ana = await desk.guest('412', 'Ana Costa');
    await desk.encodeOn(card(0x580), ana);
    await desk.service.rotate(clerk);
    await desk.service.retire({ set: 1, anyway: true }, clerk);
    const [last] = await desk.hotel.keys.timeline(ana.id, 1);

    expect(await desk.states()).toEqual(['void set-ended']);
    expect(await desk.hotel.alerts()).toEqual(['encode-again']);
    expect(last).toMatchObject({ kind: 'card-set-ended', by: { name: 'Rosa' }, facts: { number: '001', set: '1' } });
  });

  it('the old one ends by itself for a card that is written again', async () => {
    const desk = await openCardDesk();
    const ana = card(0x580);
    await desk.encodeOn(ana, await desk.guest('412', 'Ana Costa'));
    await desk.service.rotate(clerk);
    const [credential] = (await desk.hotel.keyOf('Ana Costa')).people[0]?.keycards ?? [];
    const credentialIds = credential === undefined ? [] : [credential.credentialId];
    await desk.encodeOn(ana, await desk.hotel.keyOf('Ana Costa'), { credentialIds });
    await desk.service.retire({ set: 1, anyway: false }, clerk);

    expect(await desk.open412(ana)).toBe('opens');
    expect((await desk.service.cardKeySets()).sets).toMatchObject([{ set: 2, cards: 1 }]);
  });

  it('the one that new cards get cannot be ended', async () => {
    const desk = await openCardDesk();
    await desk.service.rotate(clerk);

    await expect(desk.service.retire({ set: 2, anyway: true }, clerk)).rejects.toMatchObject({
      code: 'card-key-set-in-use',
    });
  });

  it('is in the audit, and is never in the records', async () => {
    const desk = await openCardDesk();
    await desk.service.rotate(clerk);
    const master = (await desk.vault.get('card-master-2')) ?? 'no master';
    const audit = await desk.hotel.disk.read((view) => view.all('audit'));
    const keys = await desk.hotel.disk.read((view) => view.get('cardKeys', 'property'));

    expect(audit.map(({ what, facts }) => `${what} ${facts['set']}`)).toContain('card-keys-rotated 2');
    expect(master).toMatch(/^[\dA-Fa-f]{32}$/);
    expect(JSON.stringify([audit, keys])).not.toContain(master);
  });
});

describe('what a lock is told', () => {
  it('its number on cards, given once, and every master', async () => {
    const desk = await openCardDesk();
    const before = await lockSetups(desk.hotel.base, desk.keyring);
    await desk.service.rotate(clerk);
    const after = await lockSetups(desk.hotel.base, desk.keyring);

    expect(new Set(before.map(({ number }) => number)).size).toBe(3);
    expect(after.map(({ name, number }) => `${name} ${number}`)).toEqual(
      before.map(({ name, number }) => `${name} ${number}`),
    );
    expect(after[0]?.masters.map(({ set }) => set)).toEqual([1, 2]);
    expect(after.map(({ address, name }) => address === name)).toEqual([true, true, true]);
  });

  it('a blocked card, for as long as it would open', async () => {
    const desk = await openCardDesk();
    await desk.encodeOn(card(0x580), await desk.guest('412', 'Ana Costa', { departure: '2026-11-23T14:20Z' }));
    await desk.markLost(card(0x580));
    const during = await lockSetups(desk.hotel.base, desk.keyring);
    await desk.hotel.after({ minutes: 25 });
    const afterwards = await lockSetups(desk.hotel.base, desk.keyring);

    expect(during[0]?.blocked).toEqual([1]);
    expect(afterwards[0]?.blocked).toEqual([]);
  });

  it('the number of a door that is gone goes to no other', async () => {
    const desk = await openCardDesk({ rooms: ['412'] });
    await lockSetups(desk.hotel.base, desk.keyring);
    const old = await desk.hotel.doorNamed('Pool');
    await desk.hotel.disk.transact(async (transaction) => {
      await transaction.remove('doors', old.id);
      await transaction.put('doors', { ...old, id: 'sauna' as never, name: 'Sauna', cardNumber: null });
    });
    const setups = await lockSetups(desk.hotel.base, desk.keyring);

    expect(setups.find(({ name }) => name === 'Sauna')?.number).toBe(3);
    expect(old.cardNumber).not.toBe(3);
  });
});
