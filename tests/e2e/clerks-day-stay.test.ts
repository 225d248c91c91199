import type { Desk } from '#tests/support/e2e-desk';
import { expect, test } from '#tests/support/e2e-portal';
import { localTime } from '#tests/support/e2e-hotel';

test('a guest who moves takes the code along, and the old room closes as soon as the next guest is in', async ({
  desk,
  hotel,
}) => {
  const staying = await hotel.book({ room: '102', guest: 'Bento Reis' });
  await hotel.stay(staying, 'check-in');
  await desk.openKey('Bento Reis');
  await desk.provisionedAt(['102', 'Main entrance', 'Pool']);
  const code = await desk.readCode();

  await hotel.stay(staying, 'move', { room: '103' });
  await desk.provisionedAt(['103']);
  await expect(desk.door('102')).toContainText('Opens until');
  await expect(desk.timeline).toContainText('Room moved from 102 to 103');
  expect(await hotel.keypad('103', code)).toBe('opens');
  expect(await hotel.keypad('102', code)).toBe('opens');

  const next = await hotel.book({ room: '102', guest: 'Chiara Conti' });
  await hotel.stay(next, 'check-in');
  await desk.openKey('Chiara Conti');
  await desk.provisionedAt(['102']);
  const nextCode = await desk.readCode();
  await expect.poll(() => hotel.keypad('102', code)).toBe('stays closed');
  expect(await hotel.keypad('103', code)).toBe('opens');
  expect(await hotel.keypad('102', nextCode)).toBe('opens');
});

test('two guests who swap rooms never open both, and stand outside for less time than a code takes to type', async ({
  desk,
  hotel,
}) => {
  const rooms = ['203', '204'];
  const first = await hotel.book({ room: '203', guest: 'Frida Lund' });
  const second = await hotel.book({ room: '204', guest: 'Gil Moreau' });
  await Promise.all([first, second].map((stay) => hotel.stay(stay, 'check-in')));
  const codes: string[] = [];
  for (const [guest, room] of [
    ['Frida Lund', '203'],
    ['Gil Moreau', '204'],
  ] as const) {
    await desk.openKey(guest);
    await desk.provisionedAt([room, 'Main entrance', 'Pool']);
    codes.push(await desk.readCode());
  }
  const roomsOf = async (code: string): Promise<string> =>
    (await Promise.all(rooms.map((room) => hotel.keypad(room, code))))
      .flatMap((answer, at) => (answer === 'opens' ? rooms[at] : []))
      .join(' and ');

  await hotel.outage('down');
  await hotel.stay(first, 'move', { room: '204' });
  await hotel.stay(second, 'move', { room: '203' });
  await hotel.outage('over');
  const seen: string[] = [];
  await expect(async () => {
    const now = (await Promise.all(codes.map(roomsOf))).join(', ');
    seen.push(now);
    expect(now).toBe('204, 203');
  }).toPass({ intervals: [20] });

  expect(seen.filter((each) => each.includes('and'))).toEqual([]);
  const outside = seen.filter((each) => each.startsWith(',') || each.endsWith(' '));
  expect(outside.length).toBeLessThan(2_000 / 20);
});

test('after an early check-out the code opens no door, and the key is under Past', async ({ desk, hotel }) => {
  const { page } = desk;
  const stay = await hotel.book({ room: '104', guest: 'Dagny Holm' });
  await hotel.stay(stay, 'check-in');
  await desk.openKey('Dagny Holm');
  await desk.provisionedAt(['104', 'Main entrance', 'Pool']);
  const code = await desk.readCode();

  await hotel.stay(stay, 'check-out');
  await expect(desk.facts).toContainText('Past');
  await expect.poll(() => hotel.keypad('104', code)).toBe('stays closed');
  await expect.poll(() => hotel.keypad('Main entrance', code)).toBe('stays closed');
  await expect.poll(() => hotel.keypad('Pool', code)).toBe('stays closed');
  await expect(desk.timeline).toContainText('Checked out');
  await page.getByRole('link', { name: 'Past' }).click();
  await expect(page.getByRole('row', { name: /Holm, Dagny/ })).toBeVisible();
});

test('a room that no door is mapped to raises an alert, and mapping a door makes the key work', async ({
  desk,
  hotel,
}) => {
  const { page } = desk;
  await openMapping(desk, '302');
  await page.getByRole('combobox', { name: 'PMS rooms that lead to this door' }).press('Backspace');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Reservations of 302 no longer open this door after you save.')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Still without a door: 302.')).toBeVisible();
  const stay = await hotel.book({ room: '302', guest: 'Eskil Berg' });
  await hotel.stay(stay, 'check-in');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Keys' }).click();
  const alert = page.getByRole('listitem').filter({ hasText: 'Room 302 leads to no door.' });
  await expect(alert).toContainText('Eskil Berg');

  await alert.getByRole('button', { name: 'Open Doors' }).click();
  await openMapping(desk, '302');
  await page.getByRole('combobox', { name: 'PMS rooms that lead to this door' }).fill('302');
  await page.getByRole('option', { name: '302' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Every room of the PMS leads to a door.')).toBeVisible();

  await desk.openKey('Eskil Berg');
  await desk.provisionedAt(['302', 'Main entrance', 'Pool']);
  expect(await hotel.keypad('302', await desk.readCode())).toBe('opens');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Keys' }).click();
  await expect(alert).toBeHidden();
});

async function openMapping({ page }: Desk, door: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Doors' }).click();
  await page.getByRole('main').getByRole('link', { name: door, exact: true }).click();
  await page.getByRole('tab', { name: 'Mapping' }).click();
}

test('Protect Configuration keeps a change of dates off the door, and says what the PMS wanted', async ({
  desk,
  hotel,
}) => {
  const { page } = desk;
  const stay = await hotel.book({ room: '203', guest: 'Fenna Vos', departure: localTime({ days: 2 }) });
  await hotel.stay(stay, 'check-in');
  await desk.openKey('Fenna Vos');
  await desk.provisionedAt(['203', 'Main entrance', 'Pool']);
  const periodBefore = await desk.door('203').getByRole('cell').nth(1).innerText();

  await desk.atDoor('203', 'Update Portal Room');
  await page.getByRole('switch', { name: 'Protect Configuration' }).click();
  await desk.confirm('Save changes');
  await hotel.stay(stay, 'dates', { departure: localTime({ days: 5 }) });

  await expect(desk.attention).toContainText('Mews wanted to change the dates or the room; 203 was left as it is.');
  await expect(desk.door('203').getByRole('cell').nth(1)).toHaveText(periodBefore);
  await expect(desk.timeline).toContainText('PMS change of dates or room kept off 203: its configuration is protected');
});
