import { useEffect } from 'react';
import { useCore, type Core } from '../../../core-client/core-client.ts';
import { errorMessage, typedCoreError } from '../../../core-client/core-error.ts';
import { useTranslate } from '../../../i18n.ts';
import { keepBeforeClose } from '../../../unsaved.ts';
import { showToast } from '../../../ui/toast.ts';
import { createFrontDesk, type FrontDesk } from './front-desk.ts';

const desks = new WeakMap<Core, Map<string, FrontDesk>>();

/** The front as this window arranges it. It outlives the screen: what is on its way goes on, what was done can be undone. */
export function useFrontDesk(frontId: string): FrontDesk {
  const core = useCore();
  let ofCore = desks.get(core);
  if (ofCore === undefined) {
    ofCore = new Map();
    desks.set(core, ofCore);
  }
  let desk = ofCore.get(frontId);
  if (desk === undefined) {
    desk = createFrontDesk(core, frontId);
    ofCore.set(frontId, desk);
    guardWindow(desk);
  }
  useRefusals(desk);
  return desk;
}

/** Asks before the window closes while something is on its way. */
function guardWindow(desk: FrontDesk): void {
  keepBeforeClose(desk);
  window.addEventListener('beforeunload', (event) => {
    if (desk.hasUnsaved()) event.preventDefault();
  });
}

/** Tells what the core did not take, and why. */
function useRefusals(desk: FrontDesk): void {
  const translate = useTranslate();
  useEffect(
    () =>
      desk.onRefused(({ deed, error }) => {
        const { key, parameters } = errorMessage(error);
        const what = translate(deed.key, deed.parameters);
        const why =
          typedCoreError(error)?.code === 'FRONT_CONFLICT'
            ? translate('fronts.conflict.told')
            : translate(key, parameters);
        showToast(translate('fronts.refused', { what, why }), { tone: 'problem' });
      }),
    [desk, translate],
  );
}
