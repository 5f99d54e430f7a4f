// English: the words around what is said.
import type { TongueSource } from '../tongue.ts';

export const frame: Omit<TongueSource, 'clauses' | 'staff'> = {
  code: 'en',
  short: {
    good: ['(Good|Great|Very good|Perfect|Brilliant|Excellent|Lovely|Superb)', 'All (good|fine)', 'Happy!', '{d} (happy|good)', '👍', '(Good|Nice|Lovely) (store|service)', 'Very satisfied customer', 'Thanks for your help!', 'Recommended', 'No complaints', 'Always good', 'Will come again'],
    middling: ['(Ok|Okay|Fine|So-so|Neither good nor bad|Average|Alright)', 'It works', 'Nothing to (say|add)', 'Nothing special', 'Could be better', 'Same as ever', 'It was (ok|okay|fine) I guess', 'Not sure'],
    bad: ['(Bad|Awful|Disaster|Terrible|Not good|Rubbish|Disappointing)', 'Never again', 'Not happy', '{d} (unhappy|disappointed)', '👎', 'Last time', 'Sort it out!', 'Disappointed customer', 'Cannot recommend'],
  },
  scenes: {
    store: ['(Popped in|Went shopping|Was in){t}.', 'Only wanted to buy {product}.', 'Drove to {city} (to buy {product}|with the whole family|after work).', 'I have been a customer (for many years|since you opened|for a long time).', '(Got there|Was there) just before closing time.', 'Went with (two small kids|my elderly mother|a colleague){t}.', 'Dropped by in my lunch break.'],
    online: ['Ordered {product} online.', 'First time I have ordered (from you|in your online shop).', 'Ordered (a present|several things|things for {amount}){t}.', 'Placed an order{t}.', 'Bought {product} in the app.'],
    contact: ['It is about {product}.', 'I bought {product} ({days} days ago|in {city}|online).', 'I have been a customer for many years.', 'The order was placed{t}.', 'This is the third time I am writing.'],
  },
  openers: {
    good: ['Wow!', 'Big thanks!', 'Well done!', 'Just have to say:', 'So pleased!', 'Pleasantly surprised:'],
    bad: ['No,', 'Sigh.', 'Sadly:', 'I must say I am disappointed.', 'Hello?', 'What is going on?', 'Come on!', 'So tired of this:'],
    any: ['Hi!', 'Well,', 'So,', 'In short:', 'My experience:', 'Yeah,', 'Dear Solvik,', 'Honestly,'],
  },
  closers: {
    good: ['Thanks!', 'Keep it up!', 'I will be back.', 'I recommend you to everyone I know.', 'Best store in {city}.', 'Many thanks (to {name}|for the help).', 'Have a nice day!', 'You are the best.', 'See you soon!', 'That is how it should be done.'],
    bad: ['You can do better.', 'This has to improve.', 'I hope you do something about it.', 'Not ok.', 'This cannot go on.', 'I expected more.', 'What are you going to do about it?', 'Please get back to me( on {phone}| at {mail}|).', 'It used to be better.', 'Shame about an otherwise good store.'],
    any: ['Regards, {name}', 'That is all.', 'Just thought you would want to know.', 'Greetings from {city}.', 'Nothing else to add.', '- {name}'],
  },
  and: [', and ', ' and ', ', ', '. And ', ' + '],
  but: [', but ', ' but ', '. But ', ', though ', ' – but '],
  degrees: ['very', 'really', 'incredibly', 'so', 'super', 'extremely', 'pretty', 'absolutely', 'unbelievably', 'quite'],
  times: ['on Saturday', 'yesterday', 'this morning', 'last week', 'on Friday', 'this time', 'on Sunday', 'on Tuesday', 'the other day', 'last night', 'at lunchtime', 'after work', 'at the weekend'],
  irony: {
    queue: ['what a joy to spend {min} minutes of my life in your queue', 'funny how the queue is the only thing that grows here'],
    delivery: ['fantastic, only {days} days late this time', 'thank you for showing my parcel the whole country on its way'],
    support: ['lovely hold music, I know the whole song by now', 'congratulations on a chatbot that never has to answer anything'],
    app: ['bravo, the app crashes faster than ever', 'so nice to log in for the tenth time today'],
    price: ['soon I will need a loan to buy {product}', 'great how the salary runs out by the dairy aisle'],
    cleanliness: ['nice to see on the floor what others ate last week', 'the toilet is an experience you will not forget in a hurry'],
    availability: ['impressively empty shelves, very minimalist', 'so exciting to guess what is sold out today'],
    staff: ['so kind of the staff to let me interrupt their chat'],
    invoice: ['kind of you to send the same invoice twice in case I missed it'],
  },
  critical: {
    safety: ['There was a piece of glass in the bread, my daughter could have been hurt!', 'I found splinters of glass in the bread{t}.', 'I slipped on the wet floor and hit my (head|arm).', 'The machine started to smoke when I plugged it in, it is life-threatening.', 'My son had an allergic reaction because nuts were not on the label.'],
    legal: ['I am reporting you to the consumer authority.', 'This goes to the consumer complaints board.', 'You will hear from my lawyer.', 'The next step is the police.'],
    leaving: ['I am cancelling Plus and will shop elsewhere.', 'We are switching to your competitor after {days} years.', 'You have lost a customer.', 'We are not coming back.'],
  },
  ticket: {
    greetings: ['Hi,', 'Hello,', 'Dear Solvik,', 'Good morning,', 'Hi there!', 'To customer service:'],
    asks: ['Can you help me?', 'When will I get an answer?', 'What do I do now?', 'I want my money back.', 'Please reply as soon as possible.', 'Can someone call me on {phone}?', 'What happens now?', 'How long is this supposed to take?', 'I want a new {thing} or a refund.'],
    farewells: ['Regards, {name}', 'Kind regards, {name}', 'Thanks in advance.', 'Best, {name}', 'Thanks, {name}'],
    titles: { delivery: ['Where is my parcel?', 'Late delivery', 'Delivery missing'], returns: ['Return of {thing}', 'Refund'], product: ['Complaint {thing}', '{thing} is broken'], invoice: ['Invoice is wrong', 'Question about invoice'], app: ['Cannot log in', 'Problem with the app'], website: ['Problem with my order'], payment: ['Charged twice', 'Payment'], loyalty: ['My points', 'Question about Plus'], support: ['No answer from you'], price: ['Wrong price'] },
  },
  call: ['Customer calls about {product}: {clause}.', 'Customer is upset and says: {clause}.', 'Call: {clause}. Promised to get back.', 'Customer tells us: {clause}. Ticket opened.', 'Incoming call. {clause}. Apologised and offered {more} as compensation.'],
  leave: ['I am cancelling Plus. {clause}.', 'Cancellation: {clause}.', 'We are ending the membership because we do not use it. {clause}.', 'Not renewing. {clause}.'],
  social: {
    good: ['Solvik in {city} delivers! {clause} #solvik', '{clause}. Best store! #solvik', 'Well done @solvik – {clause}', 'Praise of the day goes to Solvik {city}: {clause} 🌹'],
    bad: ['@solvik what is going on in {city}? {clause}', '{clause}. Get a grip @solvik! #solvik', 'Fail of the day, Solvik {city}: {clause}', 'Anyone else fed up with Solvik? {clause} #solvik #customerservice'],
  },
  report: ['{clause}.', '{clause}. /{name}', '(Today|Evening shift|Morning|Closing shift|This week so far): {clause}.', '{clause} – (about {count} customers today|{count} receipts today).', 'To management: {clause}. (Regards|Best), {name}', '(Quiet|Ordinary|Busy|Good) day with about {count} customers. {clause}.'],
  reviewTitles: {
    good: ['(Very|Really) happy', 'Recommended', 'Good buy', '(Great|Nice|Good) store', 'Five stars', 'Good value', 'Always good'],
    bad: ['Disappointed', 'Do not buy', 'Avoid', 'Bad experience', 'Not worth the money', 'Never again', 'Worse than before'],
  },
  shortForms: [['and', '&'], ['you', 'u'], ['are', 'r'], ['because', 'cos'], ['did not', "didn't"], ['does not', "doesn't"], ['cannot', "can't"], ['was not', "wasn't"], ['is not', "isn't"], ['really', 'rly'], ['though', 'tho'], ['before', 'b4'], ['going to', 'gonna'], ['to', '2']],
  names: ['Emily', 'Tom', 'Sarah', 'Priya', 'Jack', 'Hannah', 'George', 'Grace', 'Daniel', 'Zoe'],
};
