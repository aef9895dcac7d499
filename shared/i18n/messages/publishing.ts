import { defineMessages } from '../define-messages.ts';

export const messages = defineMessages({ id: {}, en: {} });
