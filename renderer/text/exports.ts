import type { KeyColumn, ReportColumn } from '#api/bulk';
import type { AuditColumn } from '#domain/staff/audit';
import type { SheetWords } from '#domain/text/sheet';

/** Headings and words of the files that leave Portal. */

export const keysSheetWords: SheetWords<KeyColumn> = {
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
};

export const reportSheetWords: SheetWords<ReportColumn> = {
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
};

export const auditSheetWords: SheetWords<AuditColumn> = {
  heads: {
    place: 'place',
    at: 'at',
    who: 'who',
    pc: 'pc',
    what: 'what',
    staff: 'staff',
    key: 'key',
    door: 'door',
    lock: 'lock',
    reservation: 'reservation',
    facts: 'facts',
    before: 'before',
    after: 'after',
    hash: 'hash',
  },
};
