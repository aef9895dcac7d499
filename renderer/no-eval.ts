/** zod probes whether code may be compiled from strings; the content security policy says no, so it need not ask. */
import { config } from 'zod';

config({ jitless: true });
