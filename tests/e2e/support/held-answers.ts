import type { Page } from '@playwright/test';

/**
 * From the page's next load on, answers of the core that hold these letters wait until they are let go: what takes long, taken
 * as long as a test wants. Gives the function that lets them go, and later ones straight through.
 */
export async function holdAnswers(page: Page, letters: string): Promise<() => void> {
  const held: (() => void)[] = [];
  let holding = true;
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    const host = socket.connectToServer();
    socket.onMessage((message) => host.send(message));
    host.onMessage((message) => {
      if (holding && String(message).includes(letters)) held.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  return () => {
    holding = false;
    for (const send of held.splice(0)) send();
  };
}
