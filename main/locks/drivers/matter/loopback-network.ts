import './matter-settings.ts';
import { NodeJsNetwork } from '@matter/nodejs';
import type { UdpSocket, UdpSocketOptions } from '@matter/main';

/**
 * A network that ends at this computer: sockets are bound to ::1, and there is no multicast, so nothing is announced,
 * searched or sent outside. matter.js asks for its mDNS sockets like for any other, with a shared port; those get a
 * socket that exists in name only.
 */
export class LoopbackNetwork extends NodeJsNetwork {
  /** While true no datagram comes in or goes out, as if the cable were pulled. */
  unplugged = false;

  override async createUdpSocket(options: UdpSocketOptions): Promise<UdpSocket> {
    if (options.reuseAddress === true || options.netInterface !== undefined || options.type === 'udp4') {
      return silentSocket(options.listeningPort ?? 0);
    }
    const socket = await super.createUdpSocket({ ...options, listeningAddress: '::1' });
    return this.#withPlug(socket);
  }

  #withPlug(socket: UdpSocket): UdpSocket {
    return {
      get maxPayloadSize() {
        return socket.maxPayloadSize;
      },
      get port() {
        return socket.port;
      },
      set maxPayloadSize(size: number) {
        socket.maxPayloadSize = size;
      },
      addMembership: () => undefined,
      dropMembership: () => undefined,
      onData: (listener) =>
        socket.onData((...datagram) => {
          if (!this.unplugged) listener(...datagram);
        }),
      send: async (host, port, bytes) => {
        if (!this.unplugged && host === '::1') await socket.send(host, port, bytes);
      },
      close: () => socket.close(),
      supports: (type, address) => socket.supports(type, address),
    };
  }
}

function silentSocket(port: number): UdpSocket {
  return {
    maxPayloadSize: 1232,
    port,
    addMembership: () => undefined,
    dropMembership: () => undefined,
    onData: () => ({ close: async () => undefined }),
    send: async () => undefined,
    close: async () => undefined,
    supports: () => false,
  };
}
