import type { WebhookPreset } from '../presets.ts';

const person = {
  userId: { $path: '$.customer.id', $as: 'text' },
  traits: {
    email: { $first: ['$.email', '$.customer.email'] },
    phone: { $first: ['$.phone', '$.customer.phone'] },
  },
} as const;
const line = {
  product_id: {
    $first: [
      { $path: '@.sku', $as: 'text' },
      { $path: '@.product_id', $as: 'text' },
    ],
  },
  name: '@.title',
  quantity: '@.quantity',
  price: { $path: '@.price', $as: 'number' },
} as const;

/** Shopify's topics stand in a header; orders, refunds, fulfilments and cancellations are read. */
export const shopify: WebhookPreset = {
  preset: 'shopify',
  headers: { 'x-shopify-topic': 'orders/create' },
  mapping: [
    {
      to: 'event',
      when: { '$header.x-shopify-topic': ['orders/create'] },
      item: {
        ...{ type: 'track', event: 'Order Completed', ...person },
        messageId: { $join: ['order', { $path: '$.id', $as: 'text' }], $with: '-' },
        timestamp: '$.created_at',
        properties: {
          order_id: { $path: '$.id', $as: 'text' },
          total: { $path: '$.total_price', $as: 'number' },
          currency: '$.currency',
          place: { $path: '$.location_id', $as: 'text' },
          channel: {
            $path: '$.source_name',
            $values: { web: 'web', pos: 'in_person', android: 'app', iphone: 'app' },
          },
          products: { $each: '$.line_items', $item: line },
        },
      },
    },
    {
      to: 'event',
      when: { '$header.x-shopify-topic': ['orders/cancelled'] },
      item: {
        ...{ type: 'track', event: 'Order Cancelled', ...person },
        messageId: { $join: ['cancelled', { $path: '$.id', $as: 'text' }], $with: '-' },
        timestamp: { $first: ['$.cancelled_at', '$.updated_at'] },
        properties: {
          order_id: { $path: '$.id', $as: 'text' },
          total: { $path: '$.total_price', $as: 'number' },
          currency: '$.currency',
          reason: '$.cancel_reason',
        },
      },
    },
    {
      to: 'event',
      when: { '$header.x-shopify-topic': ['refunds/create'] },
      item: {
        ...{ type: 'track', event: 'Order Refunded' },
        messageId: { $join: ['refund', { $path: '$.id', $as: 'text' }], $with: '-' },
        timestamp: '$.created_at',
        properties: {
          order_id: { $path: '$.order_id', $as: 'text' },
          total: { $path: '$.transactions[kind=refund].amount', $as: 'number' },
          currency: '$.transactions[kind=refund].currency',
          note: '$.note',
        },
      },
    },
    {
      to: 'event',
      when: {
        '$header.x-shopify-topic': ['fulfillments/update', 'fulfillment_events/create'],
        '$.shipment_status': ['delivered'],
      },
      item: {
        ...{ type: 'track', event: 'Order Delivered' },
        messageId: { $join: ['delivered', { $path: '$.id', $as: 'text' }], $with: '-' },
        timestamp: '$.updated_at',
        traits: { email: '$.email' },
        properties: { order_id: { $path: '$.order_id', $as: 'text' } },
      },
    },
  ],
  example: {
    id: 820982911946154500,
    email: 'kim@example.org',
    created_at: '2026-03-31T10:15:00+02:00',
    currency: 'SEK',
    total_price: '349.00',
    source_name: 'web',
    customer: { id: 115310627314723950, email: 'kim@example.org' },
    line_items: [
      { id: 1, product_id: 788032119674292900, sku: 'LAMP-1', title: 'Lamp', quantity: 1, price: '349.00' },
    ],
  },
};
