/** A client of a running host, over the WebSocket as the page's is. */
import { clientOfHost, signIn } from '../contract/transports.ts';

/** Spends the ticket of the address the host printed. */
export async function connectTo(ticketUrl: string) {
  const cookie = await signIn({ ticketUrl: () => ticketUrl });
  const { client, sockets } = clientOfHost(ticketUrl, () => cookie);
  return {
    client,
    close() {
      for (const socket of sockets) socket.close();
    },
  };
}
