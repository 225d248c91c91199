import { keyQuestion } from '#domain/key/key-question';
import type { Actor } from '#domain/key/key';
import { bulkService } from '#main/keys/bulk-service';
import { filtersService } from '#main/keys/filters-service';
import { verifyChain } from '#main/audit/verify-chain';
import { clerk } from '#tests/support/desk-acts';
import { ritasKey } from '#tests/support/manual-keys';
import { openHotel, type Hotel } from '#tests/support/portal-harness';
import { describe, expect, it } from 'vitest';

const rosa = { ...clerk, from: 'desk-1' } as Actor;
const access = { weekdays: null, hours: null, allowProvisioning: true, allowLinkedDoors: true };

/** What the audit tells of the chosen kinds, and whether its chain is whole. */
async function auditOf(hotel: Hotel, kinds: readonly string[]) {
  const [audit, head] = await hotel.disk.read(async (view) => [
    await view.all('audit'),
    await view.get('auditHead', 'head'),
  ]);
  return { found: audit.filter(({ what }) => kinds.includes(what)), chain: verifyChain(audit, head) };
}

describe('what staff keep for later', () => {
  it('a template saved, replaced and removed is in the audit by its name', async () => {
    const hotel = await openHotel({ rooms: ['101'] });
    const doorIds = [(await hotel.doorNamed('101')).id];
    await hotel.keys.saveTemplate({ name: 'Cleaner', noEnd: true, doorIds, ...access }, rosa);
    const [saved] = await hotel.keys.templates();
    await hotel.keys.removeTemplate(saved?.id ?? '', rosa);
    await hotel.keys.removeTemplate(saved?.id ?? '', rosa);
    const { found, chain } = await auditOf(hotel, ['template-saved', 'template-removed']);

    expect(found).toMatchObject([
      { what: 'template-saved', by: { name: 'Rosa', from: 'desk-1' }, facts: { name: 'Cleaner', doors: '1' } },
      { what: 'template-removed', by: { name: 'Rosa' }, facts: { name: 'Cleaner' } },
    ]);
    expect(chain).toMatchObject({ verdict: 'whole' });
  });

  it('a filter saved, renamed and removed is in the audit, without whom it looks for', async () => {
    const hotel = await openHotel({ rooms: ['101'] });
    const filters = filtersService(hotel.base);
    const question = keyQuestion.parse({ status: 'current', filter: 'Fernandes' });
    const { id } = await filters.save({ name: 'Weekly', question }, rosa);
    await filters.rename({ id, name: 'Long stays' }, rosa);
    await filters.remove(id, rosa);
    const { found } = await auditOf(hotel, ['filter-saved', 'filter-renamed', 'filter-removed']);

    expect(found).toMatchObject([
      { what: 'filter-saved', facts: { name: 'Weekly' } },
      { what: 'filter-renamed', before: { name: 'Weekly' }, after: { name: 'Long stays' } },
      { what: 'filter-removed', facts: { name: 'Long stays' } },
    ]);
    expect(JSON.stringify(found)).not.toContain('Fernandes');
  });
});

describe('what leaves Portal as a file', () => {
  it('a list of keys and the timeline of one are in the audit, with how much and without whom', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const keyId = await ritasKey(hotel);
    const selection = { kind: 'all-but' as const, question: keyQuestion.parse({ status: 'current' }), but: [] };
    await bulkService(hotel.base).exportKeys(selection, rosa);
    await hotel.keys.timelineExported({ keyId, entries: 3 }, rosa);
    const { found } = await auditOf(hotel, ['keys-exported', 'timeline-exported']);

    expect(found).toMatchObject([
      { what: 'keys-exported', by: { name: 'Rosa', from: 'desk-1' }, keyId: null, facts: { keys: '1' } },
      { what: 'timeline-exported', keyId, facts: { entries: '3' } },
    ]);
    expect(JSON.stringify(found)).not.toContain('Fernandes');
  });

  it('the report of a run over many keys is in the audit', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    const keyId = await ritasKey(hotel);
    const bulk = bulkService(hotel.base);
    const these = { kind: 'these' as const, ids: [keyId] };
    const { id } = await bulk.preview({ action: { act: 'revoke' }, selection: these }, rosa);
    await bulk.start(id, rosa);
    await hotel.after({ seconds: 5 });
    await bulk.exportReport(id, rosa);
    const { found } = await auditOf(hotel, ['report-exported']);

    expect(found).toMatchObject([{ facts: { act: 'revoke', keys: '1' } }]);
  });
});
