import { useEffect, useState } from 'react';
import { useLocale } from '../../i18n.ts';
import { useNow } from '../../ui/use-now.ts';
import { formatCountdown } from './decide-delivery-look.ts';

const FINE_BELOW_MS = 150_000;

/** Time left until an instant (ISO 8601) in words, to the second near its end; null where it has come. */
export function useCountdown(until: string): string | null {
  const { language } = useLocale();
  const coarse = useNow();
  const end = Date.parse(until);
  const [fine, setFine] = useState(() => Date.now());
  const now = Math.max(coarse, fine);
  const ticking = end - now < FINE_BELOW_MS && end > now;
  useEffect(() => {
    if (!ticking) return undefined;
    const timer = setInterval(() => setFine(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [ticking]);
  return formatCountdown(end - now, language);
}
