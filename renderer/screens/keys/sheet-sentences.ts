import type { KeyColumn, ReportColumn } from '#api/bulk';
import type { SheetWords } from '#domain/text/sheet';
import { sentences } from '../../text/language.ts';

/** Headings and words of the files that leave Portal. */

export const keysSheetWords = sentences('keys-sheet', {
  heads: {
    status: 'Status',
    lastName: 'Last name',
    firstName: 'First name',
    others: 'Others',
    doors: 'Doors',
    arrival: 'Arrival',
    departure: 'Departure',
    doorcode: 'Doorcode',
    keycard: 'Keycard',
    keycardNumbers: 'Keycard numbers',
    source: 'Source',
    reservation: 'Reservation',
    key: 'Key',
  },
} satisfies SheetWords<KeyColumn>);

export const reportSheetWords = sentences('bulk-report-sheet', {
  heads: {
    owner: 'Owner',
    doors: 'Doors',
    reservation: 'Reservation',
    outcome: 'Outcome',
    because: 'Because',
    departure: 'Departure',
    newDoorcode: 'New doorcode',
    key: 'Key',
  },
  cells: { outcome: { 'not-reached': 'not reached' }, newDoorcode: { new: 'yes' } },
} satisfies SheetWords<ReportColumn>);
