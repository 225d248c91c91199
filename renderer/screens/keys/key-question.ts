import { keyStatuses, type KeyStatus } from '#domain/key';

/** Which keys the list shows. It lives in the address, so that going back shows the same list. */
export interface KeyQuestion {
  readonly status: KeyStatus;
  readonly filter: string;
  readonly source: 'all' | 'pms' | 'manual';
  readonly attention: boolean;
  readonly sort: 'owner' | 'arrival' | 'departure';
  readonly descending: boolean;
}

/** Only what differs from the usual is in the address. */
export type KeySearch = Partial<Omit<KeyQuestion, 'status'>> & { readonly tab?: KeyStatus };

const sources = ['all', 'pms', 'manual'] as const;
const sorts = ['owner', 'arrival', 'departure'] as const;

/** Reads an address that anybody may have typed: what is not understood is left out. */
export function keySearchFrom(search: Record<string, unknown>): KeySearch {
  const tab = keyStatuses.find((known) => known === search['tab']);
  const source = sources.find((known) => known === search['source']);
  const sort = sorts.find((known) => known === search['sort']);
  const filter = search['filter'];
  return {
    ...(tab === undefined ? {} : { tab }),
    ...(typeof filter === 'string' || typeof filter === 'number' ? { filter: String(filter).slice(0, 100) } : {}),
    ...(source === undefined ? {} : { source }),
    ...(search['attention'] === true ? { attention: true } : {}),
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
  return question.filter !== '' || question.source !== 'all' || question.attention;
}
