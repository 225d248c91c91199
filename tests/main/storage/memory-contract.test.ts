import { openMemoryStore } from '#main/storage/memory-store';
import { storeContract } from '#tests/contracts/store';

storeContract('the memory store', async () => ({ store: openMemoryStore() }));

storeContract('the memory store that runs every transaction twice', async () => ({
  store: openMemoryStore({ runs: 'twice' }),
}));
