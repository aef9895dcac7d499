/** Deliveries beyond this are refused unread. */
export const LARGEST_DELIVERY_BYTES = 50 * 1024 * 1024;
