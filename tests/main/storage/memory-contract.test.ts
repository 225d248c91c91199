import { openMemoryStore } from '#main/storage/memory-store';
import { storeContract } from '#tests/contracts/store';

storeContract('the memory store', async () => ({ store: openMemoryStore() }));
