import { openIn, temporaryFolder } from '#tests/support/storage-folder';
import { storeContract } from '#tests/contracts/store';

storeContract('the lowdb store', async () => {
  const folder = await temporaryFolder();
  const store = await openIn(folder, { compactAfterBytes: 20_000 });
  const reopen = async () => {
    await store.close();
    return openIn(folder);
  };
  return { store, reopen };
});
