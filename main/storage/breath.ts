/** Lets everything else that waits in this process have its turn: a long walk takes one between its strides. */
export function breath(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
