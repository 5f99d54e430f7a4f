// English: what is said of everything beyond the store.
import type { TopicClauses } from '../tongue.ts';

export const journey = {
  delivery: {
    good: [
      'the delivery (was quick|came on time|came the next day|came a day early)',
      'the parcel arrived {d} quickly',
      '{carrier} (called ahead|put the parcel inside the door|were {d} nice)',
      'I (was kept informed about|could follow) the delivery all the way',
      'everything was (well packed|in one piece|properly wrapped) when it came',
      'home delivery (is worth its weight in gold|worked perfectly|saves me so much time)',
    ],
    bad: [
      'the delivery was {days} days late',
      'the parcel (never arrived|came {days} days late|still has not come|went to the wrong pick-up point)',
      '{carrier} (left the parcel in the rain|did not ring the bell|claimed nobody was home|lost my parcel)',
      'the box was (broken|crushed|soaked) when it came',
      'I waited at home all day but nobody came{t}',
      'the tracking (has not moved for {days} days|does not work|showed the wrong day)',
      'the delivery time you promise is not true',
      'half of what I ordered (was missing|did not come|was not in the parcel)',
      'it is not the first time {carrier} has been late',
      'the delivery took {d} long',
    ],
  },
  payment: {
    good: [
      'paying was (easy|quick|a breeze){t}',
      '(nice|smart|handy) to be able to pay by phone',
      'good that you can choose (invoice|card|instalments)',
      'scanning things myself and paying is quick',
    ],
    bad: [
      'my card (was declined|did not work|was charged twice){t}',
      'the card terminal (played up|was down|froze){t}',
      'I could not pay (in cash|with a gift card|by phone){t}',
      'the payment (got stuck|did not go through|was cut off) and I had to start again{t}',
      'the gift card could not be used (at the till|in the store|online)',
    ],
  },
  returns: {
    good: [
      'the return was (easy|quick|no trouble at all)',
      'I got my money back (at once|the same day|within two days)',
      'it was (easy|no problem) to exchange {thing}',
      'a full year to return things is (fantastic|reassuring)',
    ],
    bad: [
      'I have waited {days} days for (my money|the refund)',
      'returning {thing} has been (a hassle|a nightmare|one long struggle)',
      'you refused to take {thing} back (despite the receipt|although it was unopened|although it was broken)',
      '{fee} for return postage is (cheeky|unreasonable|too much)',
      'I only got (a voucher|part of the money) instead of a refund',
      'you cannot return to (the store|my store) what you bought online',
    ],
  },
  app: {
    good: [
      'the app is (handy|nice|easy to use|really good)',
      'I like the (shopping list|receipts|offers) in the app',
      'ordering in the app is quick',
    ],
    bad: [
      'the app (crashes|freezes|keeps logging me out|is slow)',
      'I cannot log in to the app (any more|since the update)',
      'my cart in the app (was emptied|disappeared) (halfway through|without warning)',
      'the new app is (worse than the old one|confusing|full of bugs)',
      'the barcode in the app cannot be read at the till',
      'the search in the app does not even find {product}',
    ],
  },
  website: {
    good: [
      'the website is (easy to find your way around|clear|fast)',
      'it is (easy|simple|fun) to shop online with you',
      'good (photos|descriptions|filters) on the site',
      'ordering took two minutes',
    ],
    bad: [
      'the website is (a mess|slow|hard to find your way around)',
      'the site (was down|froze|never finished loading) when I wanted to pay',
      'the search on the site (is useless|finds nothing|shows completely wrong things)',
      'it said one price on the website and another at the till',
      'the measurements of {thing} are not what the site says',
      'I was thrown out of the checkout three times before the order went through',
    ],
  },
  product: {
    good: [
      '{product} (is|was) {d} (good|nice|useful)',
      'the quality of {product} is (very good|beyond expectation|impressive)',
      '{thing} (does what it promises|is my best buy of the year|gets used every day)',
      'I am {d} happy with {product}',
      'the bread was (freshly baked and good|fresh|absolutely lovely){t}',
      'the fruit and veg are always (fresh|good)',
    ],
    bad: [
      '{device} (broke|stopped working|gave up) after {days} days',
      'the quality of {product} is (poor|a letdown|not what it was)',
      '{thing} (did not look like the picture|had parts missing|was scratched|was damaged when I opened the box)',
      'the fruit was (rotten|soft and brown|mouldy){t}',
      'the (milk|cheese|chicken) was past its date{t}',
      'the switch on {device} does not work',
      'I am not happy with {product}',
      '{thing} did not even last a month',
    ],
  },
  invoice: {
    good: [
      'the invoice was (clear|correct|easy to understand)',
      'buying on invoice is (easy|practical)',
      'the invoice came on time and was right to the penny',
    ],
    bad: [
      'the invoice (is not right|is wrong|came too late|makes no sense)',
      'I have (had two invoices for one order|been charged for delivery twice|had a reminder although I have paid)',
      'a reminder fee of {fee} (without ever getting an invoice|is a disgrace)',
      'you have charged {fee} too much',
      'it is impossible to get a corrected invoice',
    ],
  },
  loyalty: {
    good: [
      'Plus is (worth the money|really good|a good membership)',
      'the bonus (comes quickly|is generous|is a nice extra)',
      'the member offers are {d} good',
      'it pays to be a member',
    ],
    bad: [
      'my points (disappeared|were not registered|expired without warning)',
      'Plus (is not worth the money any more|gives me nothing|has got worse)',
      'member prices are (no lower than the usual ones|a joke|mostly for show)',
      'the offers I get (do not suit me|are always for things I never buy)',
      'the bonus voucher could not be used',
    ],
  },
  support: {
    good: [
      'customer service (answered at once|solved it in five minutes|was {d} helpful)',
      'I got (a quick answer|a personal answer|help the same day)',
      '{name} in customer service (sorted everything|called back as promised|was fantastic)',
      'the chat works {d} well',
    ],
    bad: [
      'customer service (does not answer|cannot be reached|only sends standard replies)',
      'I was on hold for {min} minutes (without getting through|before the line went dead){t}',
      'I have written three e-mails without an answer',
      'the chatbot (understands nothing|helps nobody|goes round in circles)',
      'I waited {days} days for an answer that said nothing',
      'nobody in customer service (takes responsibility|can give a straight answer|called back)',
      'you never get to talk to a human being',
    ],
  },
} satisfies Record<string, TopicClauses>;
