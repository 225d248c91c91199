/** The hand at the encoder of the demo hotel, and a card held to a door. */
export interface CardHand {
  /** A card as its maker delivers it joins the box. @returns its UID. */
  newCard(type?: string): Promise<string>;
  /** All that lies on the encoder from now on. */
  lay(...uids: readonly string[]): Promise<void>;
  takeOff(): Promise<void>;
  fault(kind: 'none' | 'remove-while-writing' | 'unplug' | 'plug' | 'silent' | 'bad-card'): Promise<void>;
  atDoor(door: string, uid: string): Promise<string>;
}

interface Demo {
  readonly address: string;
  readonly token: string;
}

export function cardHand(demo: Demo): CardHand {
  const act = <Answer>(name: string, input: object) => call<Answer>(demo, name, input);
  return {
    newCard: async (type = 'ntag213') => (await act<{ readonly uid: string }>('newCard', { type })).uid,
    async lay(...uids) {
      await act('layCard', { uids });
    },
    async takeOff() {
      await act('layCard', { uids: [] });
    },
    async fault(kind) {
      await act('encoderFault', { kind });
    },
    async atDoor(door, uid) {
      const answer = await act<{ readonly opened: boolean; readonly reason?: string }>('cardAtDoor', {
        lock: door,
        uid,
      });
      return answer.opened ? 'opens' : (answer.reason ?? 'stays closed');
    },
  };
}

async function call<Answer>({ address, token }: Demo, name: string, input: object): Promise<Answer> {
  const response = await fetch(`${address}/trpc/demo.${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`demo.${name} answered ${response.status}: ${await response.text()}`);
  return ((await response.json()) as { readonly result: { readonly data: Answer } }).result.data;
}
