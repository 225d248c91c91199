import { bulkPreviewInput } from '#api/bulk';
import { bulkService } from '#main/keys/bulk-service';
import { clerk } from '#tests/support/desk-acts';
import { quiet } from '#tests/support/manual-keys';
import { openHotel } from '#tests/support/portal-harness';
import { keyWithCard, stockUp } from '#tests/support/stock-of-cards';
import { expect, it } from 'vitest';
import { bulkConsequence } from '../../../renderer/screens/keys/bulk-sentences.ts';

it('before many keys are revoked, it says how many of them have a keycard, and what becomes of those', async () => {
  const hotel = await openHotel({ rooms: ['204', '205'], ...quiet });
  await stockUp(hotel, '7');
  await keyWithCard(hotel, { name: 'Rita Fernandes' });
  await keyWithCard(hotel, { name: 'Emma Roth', room: '205' });
  const selection = { kind: 'all-but', question: { status: 'current' }, but: [] };
  const asked = bulkPreviewInput.parse({ selection, action: { act: 'revoke' } });
  const preview = await bulkService(hotel.base).preview(asked, clerk);

  expect(preview).toMatchObject({ change: 2, keycards: 1 });
  expect(bulkConsequence(preview)).toContain(
    '1 of these keys has keycards: they go back to stock, and what is written on them still opens doors that only read cards',
  );
  expect(bulkConsequence({ ...preview, keycards: 0 })).not.toContain('keycard');
});
