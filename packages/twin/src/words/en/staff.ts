// English: what the stores' own people report, where the team's language is English.
import type { TongueSource } from '../tongue.ts';

export const staff: TongueSource['staff'] = {
  cleanliness: {
    good: ['the cleaning works again and customers notice'],
    bad: [
      'the cleaners have not been here for {days} days',
      'customers complain about the toilets every day',
    ],
  },
  queue: {
    good: ['queues are short since we open an extra till in time'],
    bad: [
      'one till short in the afternoon, the queue goes right down the aisle',
      'customers leave their shopping because the queue takes {min} minutes',
    ],
  },
  availability: {
    good: ['the delivery came on time and the shelves are full'],
    bad: ['dairy and bread are gone by lunch', '{product} is out and nobody knows when it comes'],
  },
  staff: {
    good: ['good mood in the team, the new rota works', 'several customers praised {name} this week'],
    bad: ['three people off sick and no cover', 'the team is worn out and customers notice'],
  },
  payment: {
    good: ['the new terminals are much faster'],
    bad: ['card terminal 3 was down for {min} minutes'],
  },
  product: {
    good: ['{product} sells well, customers are happy'],
    bad: ['many returns of {device}, the switch breaks', 'customers find bad fruit on the counter'],
  },
  price: {
    good: ['the campaign brought many people in'],
    bad: ['shelf prices do not match the till after the update'],
  },
  parking: {
    good: ['new signs in the car park, less chaos'],
    bad: ['the car park is half closed and customers turn round'],
  },
  environment: {
    good: ['the new layout gets praise'],
    bad: ['the ventilation is broken and it is {d} hot in the store'],
  },
  service: { good: ['customers like the host at the tills'], bad: ['we cannot help everyone on the floor'] },
};
