import { type KeyStatus, keyStatuses } from '#domain/key/key';

/** Which keys the list shows. It lives in the address, so that going back shows the same list. */
export interface KeyQuestion {
  readonly status: KeyStatus;
  readonly filter: string;
  readonly source: 'all' | 'pms' | 'manual';
  readonly attention: boolean;
  /** Where provisioning is not allowed, and whose stay came late. */
  readonly access: 'all' | 'not-allowed' | 'late';
  readonly sort: 'owner' | 'arrival' | 'departure';
  readonly descending: boolean;
}

/** Only what differs from the usual is in the address. */
export type KeySearch = Partial<Omit<KeyQuestion, 'status'>> & { readonly tab?: KeyStatus };

const sources = ['all', 'pms', 'manual'] as const;
const accesses = ['all', 'not-allowed', 'late'] as const;
const sorts = ['owner', 'arrival', 'departure'] as const;

/** Reads an address that anybody may have typed: what is not understood is left out. */
export function keySearchFrom(search: Record<string, unknown>): KeySearch {
  const tab = keyStatuses.find((known) => known === search['tab']);
  const source = sources.find((known) => known === search['source']);
  const access = accesses.find((known) => known === search['access']);
  const sort = sorts.find((known) => known === search['sort']);
  const filter = search['filter'];
  return {
    ...(tab === undefined ? {} : { tab }),
    ...(typeof filter === 'string' || typeof filter === 'number' ? { filter: String(filter).slice(0, 100) } : {}),
    ...(source === undefined ? {} : { source }),
    ...(search['attention'] === true ? { attention: true } : {}),
    ...(access === undefined ? {} : { access }),
    ...(sort === undefined ? {} : { sort }),
    ...(typeof search['descending'] === 'boolean' ? { descending: search['descending'] } : {}),
  };
}

/** With the usual order: by name for who is here, the next first for who comes, the last first for who has been. */
export function keyQuestion(search: KeySearch): KeyQuestion {
  const status = search.tab ?? 'current';
  const order = usualOrder[status];
  const sort = search.sort ?? order.sort;
  return {
    status,
    filter: search.filter ?? '',
    source: search.source ?? 'all',
    attention: search.attention ?? false,
    access: search.access ?? 'all',
    sort,
    descending: search.descending ?? (search.sort === undefined && order.descending),
  };
}

const usualOrder: Readonly<Record<KeyStatus, Pick<KeyQuestion, 'sort' | 'descending'>>> = {
  upcoming: { sort: 'arrival', descending: false },
  current: { sort: 'owner', descending: false },
  past: { sort: 'departure', descending: true },
  revoked: { sort: 'departure', descending: true },
};

/** Whether anything but the tab narrows the list. */
export function isNarrowed(question: KeyQuestion): boolean {
  return question.filter !== '' || question.source !== 'all' || question.attention || question.access !== 'all';
}

/** Which keys a list has, whatever their order: what is chosen in it stays chosen while this stays the same. */
export function keysOfList({ status, filter, source, attention, access }: KeyQuestion): string {
  return JSON.stringify([status, filter.trim(), source, attention, access]);
}

/** The address of a list, with only what differs from the usual. */
export function searchOf(question: KeyQuestion): KeySearch {
  const usual = keyQuestion({ tab: question.status });
  const { status, filter, source, attention, access, sort, descending } = question;
  const isUsualOrder = sort === usual.sort && descending === usual.descending;
  return {
    tab: status,
    ...(filter === '' ? {} : { filter }),
    ...(source === 'all' ? {} : { source }),
    ...(attention ? { attention } : {}),
    ...(access === 'all' ? {} : { access }),
    ...(isUsualOrder ? {} : { sort, descending }),
  };
}
