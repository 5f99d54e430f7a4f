// Goods that come back, and what it was like to bring them.
import { eshopCode } from '../company/places.ts';
import { stores } from '../company/stores.ts';
import { eshopLeaf } from '../scenario/place-tree.ts';
import type { Basket } from './basket.ts';
import { currencyOf } from './browse.ts';
import { askAfterwards } from './survey.ts';
import type { World } from './world.ts';

export function returnGoods(
  w: World,
  customer: number,
  leaf: number,
  basket: Basket,
  reference: string,
  channel: 'in_person' | 'web',
): void {
  const line =
    basket.lines.find((l) => basket.faulty && l.name !== undefined && l.category === 'kitchen') ??
    basket.lines[0];
  if (!line) return;
  const day = w.day + w.random.between(3, basket.faulty ? 21 : 18);
  const country = w.countryOf(customer);
  const inStore = channel === 'in_person';
  const placeCode = inStore ? stores[leaf]!.code : eshopCode(country);
  const keys = inStore ? w.identities.inStore(customer) : w.identities.online(customer, day);
  const back = w.event(
    'order_returned',
    'Order Refunded',
    day,
    w.at(country, day, w.random.between(600, 1_020)),
    keys,
    placeCode,
  );
  back.channel = channel;
  back.touchpoint = 'returns';
  back.reference = reference;
  back.amountMinor = line.priceMinor * line.quantity;
  back.costMinor = line.costMinor === null ? null : line.costMinor * line.quantity;
  back.currency = currencyOf(w, customer);
  back.lines = [line];
  back.properties = {
    reason: basket.faulty
      ? 'faulty'
      : w.random.pick(['changed_mind', 'wrong_size', 'damaged', 'not_as_described']),
  };
  if (!w.random.chance(0.16)) return;
  if (basket.faulty) w.moment.add('product', -2.2);
  w.moment.live('returns', inStore ? leaf : eshopLeaf(country), customer, day, 720);
  askAfterwards(
    w,
    {
      customer,
      touchpoint: 'returns',
      placeCode,
      reference,
      day: day + 1,
      scene: 'contact',
      product: basket.told,
      leaf,
    },
    w.dressing.chance(0.5) ? 'ces' : 'csat',
    'email',
  );
}
