// The message that the bench of ingesting sends; for the sending process, which needs nothing else of the server.

export const happened = '2026-03-31T08:15:00.000Z';

/** The message with a number, as a source sends it. */
export const storedMessage = (number: number) => ({
  type: 'track',
  event: 'Order Completed',
  messageId: `stored-${number}`,
  userId: `customer-${number % 100_000}`,
  timestamp: happened,
  properties: { order_id: `o-${number}`, total: 129.5, currency: 'SEK', channel: 'web' },
});
