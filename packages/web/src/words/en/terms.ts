// The product's vocabulary, by the keys that travel on the wire.
export const metrics = {
  nps: 'NPS',
  csat: 'Satisfaction',
  csat_top2: 'Satisfied customers',
  ces: 'Effort',
  stars: 'Star rating',
  sentiment: 'Sentiment',
  signals: 'Signals',
  response_rate: 'Answer rate',
};
export const kinds = {
  survey: 'Survey',
  review: 'Review',
  ticket: 'Ticket',
  social: 'Social post',
  comment: 'Comment',
  staff: 'Staff report',
  call: 'Call note',
};
export const channels = {
  web: 'Web',
  app: 'App',
  email: 'E-mail',
  sms: 'SMS',
  kiosk: 'Kiosk or QR',
  phone: 'Phone',
  social: 'Social',
  review_site: 'Review site',
  in_person: 'In person',
  chat: 'Chat',
  other: 'Other',
};
export const touchpoints = {
  advertising: 'Advertising',
  website: 'Website',
  app: 'App',
  store_visit: 'Store visit',
  checkout: 'Checkout',
  payment: 'Payment',
  delivery: 'Delivery',
  product: 'Product',
  invoice: 'Invoice',
  returns: 'Returns',
  support: 'Support',
  loyalty_programme: 'Loyalty programme',
  renewal: 'Renewal',
  cancellation: 'Cancellation',
};
export const polarity = { positive: 'Positive', neutral: 'Neutral', negative: 'Negative', mixed: 'Mixed' };
export const flags = {
  question: 'Question',
  request: 'Wish',
  threat_to_leave: 'May leave',
  praise_of_staff: 'Praises staff',
  legal_risk: 'Legal risk',
  safety_risk: 'Safety',
  wants_answer: 'Wants an answer',
  sarcasm_suspected: 'Perhaps ironic',
  truncated: 'Cut short',
};
export const caseStates = {
  open: 'Open',
  taken: 'Taken',
  waiting: 'Waiting for the customer',
  closed: 'Closed',
};
export const severities = { low: 'Low', normal: 'Normal', high: 'High', critical: 'Critical' };
export const causes = {
  staff: 'Staff',
  queue: 'Queue',
  product: 'Product',
  delivery: 'Delivery',
  payment: 'Payment',
  price: 'Price',
  cleanliness: 'Cleanliness',
  information: 'Information',
  system: 'System',
  other_party: 'Another party',
  expectation: 'Expectation',
  unknown: 'Not known',
};
export const outcomes = {
  solved: 'Solved',
  compensated: 'Compensated',
  explained: 'Explained',
  no_answer: 'No answer from the customer',
  not_a_problem: 'Not a problem',
};
export const changeStates = {
  new: 'New',
  taken: 'Taken',
  explained: 'Explained',
  noise: 'Noise',
  not_right: 'Not right',
};
export const roles = {
  admin: 'Administrator',
  lead: 'CX lead',
  manager: 'Manager',
  agent: 'Loop closer',
  analyst: 'Analyst',
};
export const roleMeanings = {
  admin: 'Everything, settings and people included',
  lead: 'All places; surveys, imports and topics',
  manager: 'Own places and those below them',
  agent: 'Cases and customers',
  analyst: 'Reads everything, changes nothing of a customer’s',
};
export const placeKinds = {
  organisation: 'Organisation',
  country: 'Country',
  region: 'Region',
  store: 'Store',
  eshop: 'E-shop',
  call_centre: 'Customer service',
  unit: 'Unit',
};
export const events = {
  order_placed: 'Order placed',
  order_delivered: 'Order delivered',
  order_returned: 'Order returned',
  contract_started: 'Contract started',
  contract_renewed: 'Contract renewed',
  contract_ended: 'Contract ended',
  invoice_issued: 'Invoice sent',
  payment_made: 'Payment made',
  visit: 'Visit',
  page_viewed: 'Page viewed',
  ticket_opened: 'Ticket opened',
  ticket_answered: 'Ticket answered',
  ticket_solved: 'Ticket solved',
  campaign_contacted: 'Campaign sent',
  campaign_responded: 'Campaign answered',
  sensor_read: 'Sensor reading',
  cost_to_serve: 'Cost to serve',
  survey_sent: 'Survey sent',
  survey_answered: 'Survey answered',
  case_opened: 'Case opened',
  case_assigned: 'Case assigned',
  case_replied: 'Case replied to',
  case_closed: 'Case closed',
  message_sent: 'Message sent',
  identify: 'Details noted',
  group: 'Joined an account',
  alias: 'Recognised again',
  custom: 'Event',
};
export const identifiers = {
  user_id: 'Customer number',
  loyalty_number: 'Loyalty number',
  email: 'E-mail',
  phone: 'Phone',
  anonymous_id: 'Browser',
  external_id: 'Number in another system',
};
export const languages = {
  sv: 'Swedish',
  da: 'Danish',
  nb: 'Norwegian',
  no: 'Norwegian',
  nn: 'Norwegian',
  fi: 'Finnish',
  en: 'English',
  de: 'German',
  pt: 'Portuguese',
};
export const emotions = {
  joy: 'joy',
  trust: 'trust',
  surprise: 'surprise',
  sadness: 'sadness',
  anger: 'anger',
  fear: 'worry',
  disgust: 'disgust',
  none: '',
};
