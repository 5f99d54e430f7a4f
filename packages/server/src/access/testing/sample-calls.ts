// One plausible call of every endpoint of the contract, on the things of one workspace. A new endpoint needs a line
// here before the walk over all endpoints passes.
import type { EndpointId } from '@lyhord/contract';

/** Ids of things in the workspace that the walk looks at. */
export interface WalkedThings {
  readonly workspaceId: string;
  readonly placeId: string;
  readonly personId: string;
  readonly sourceId: string;
  readonly tokenId: string;
  readonly invitationId: string;
  readonly surveyId: string;
  readonly importId: string;
  readonly signalId: string;
  readonly caseId: string;
  readonly changeId: string;
  readonly themeId: string;
  readonly segmentId: string;
  readonly customerKey: string;
  readonly accountKey: string;
  readonly cardToolId: string;
  readonly webhookId: string;
  readonly connectorId: string;
  readonly privacyRequestId: string;
}

export interface SampleCall {
  /** For `:id`, `:token`, `:table` in the path. */
  readonly param?: string;
  readonly query?: Record<string, string>;
  readonly body?: object | string;
  /** Names a thing of the workspace: to anybody of another one it does not exist. */
  readonly owned?: true;
}

const period = { from: '2026-01-01', to: '2026-01-31' };
const buyers = { fact: 'orders', atLeast: 1 };
const message = { type: 'track', event: 'Order Completed', userId: 'u1' };
const feed = { kind: 'feed', url: 'http://127.0.0.1:1/feed.xml' };
const nobody = 'no-such-token-as-this-one';
const mapping = { target: 'signals', columns: { text: 'Comment' } };

export function sampleCalls(things: WalkedThings): Record<EndpointId, SampleCall> {
  const owned = (param: string, body?: object): SampleCall => ({
    param,
    owned: true,
    ...(body ? { body } : {}),
  });
  const place = { place: things.placeId };
  return {
    me: {},
    changeMe: { body: { locale: 'en' } },
    switchWorkspace: { body: { workspaceId: things.workspaceId }, owned: true },
    listPeople: {},
    invitePerson: { body: { email: 'walker@example.org', role: 'agent' } },
    revokeInvitation: owned(things.invitationId),
    readInvitation: { param: nobody },
    acceptInvitation: { param: nobody, body: { name: 'N', password: 'a long password' } },
    changePerson: owned(things.personId, { team: 'Walkers' }),
    makeResetLink: owned(things.personId),
    listSources: {},
    createSource: { body: { name: 'Walked' } },
    changeSource: owned(things.sourceId, { demands: 'marketing' }),
    revokeSource: owned(things.sourceId),
    listTokens: {},
    createToken: { body: { name: 'Walked' } },
    revokeToken: owned(things.tokenId),
    listAudit: {},
    readWorkspace: {},
    changeWorkspace: { body: { target: 30 } },
    batch: { body: { batch: [message] } },
    identify: { body: { userId: 'u1', traits: {} } },
    track: { body: message },
    page: { body: { userId: 'u1', name: 'Home' } },
    screen: { body: { userId: 'u1', name: 'Home' } },
    group: { body: { userId: 'u1', groupId: 'g1' } },
    alias: { body: { userId: 'u1', previousId: 'u0' } },
    shortBatch: { body: { batch: [message] } },
    importBatch: { body: { batch: [message] } },
    shortIdentify: { body: { userId: 'u1', traits: {} } },
    shortTrack: { body: message },
    shortPage: { body: { userId: 'u1', name: 'Home' } },
    shortScreen: { body: { userId: 'u1', name: 'Home' } },
    shortGroup: { body: { userId: 'u1', groupId: 'g1' } },
    shortAlias: { body: { userId: 'u1', previousId: 'u0' } },
    signals: { body: { signals: [{}] } },
    cloudEvents: { body: { specversion: '1.0', id: 'walked', source: '/walk', type: 'com.example.visit' } },
    receiveWebhook: { param: nobody, body: {} },
    trackerScript: {},
    listRefusals: {},
    replayRefusals: { body: { filter: {} } },
    listWebhooks: {},
    createWebhook: { body: { name: 'Walked', preset: 'typeform', signature: 'none' } },
    changeWebhook: owned(things.webhookId, { active: true }),
    tryWebhook: { body: { mapping: [{ to: 'signal', item: { kind: 'review' } }], body: {} } },
    listConnectors: {},
    createConnector: { body: { name: 'Walked', settings: feed } },
    changeConnector: owned(things.connectorId, { paused: true }),
    runConnector: owned(things.connectorId),
    listSurveys: {},
    createSurvey: { body: { name: 'Walked' } },
    changeSurvey: owned(things.surveyId, { name: 'Walked on' }),
    surveyCode: owned(things.surveyId),
    sendSurvey: owned(things.surveyId, { recipients: [{ email: 'c@example.org' }] }),
    surveyPage: { param: nobody },
    surveyAnswer: { param: nobody, body: {} },
    unsubscribePage: { param: nobody },
    unsubscribe: { param: nobody, body: {} },
    listImports: {},
    uploadImport: {
      query: { fileName: 'a.csv', mapping: JSON.stringify(mapping) },
      body: 'Comment\nhello\n',
    },
    readImport: owned(things.importId),
    guessImport: owned(things.importId),
    checkImport: owned(things.importId, { mapping }),
    startImport: owned(things.importId, { mapping }),
    dropImport: owned(things.importId),
    undoImport: owned(things.importId),
    refusedRows: owned(things.importId),
    dataQuality: {},
    listPlaces: {},
    createPlace: { body: { code: 'walked', name: 'Walked', kind: 'store', parentId: null } },
    changePlace: owned(things.placeId, { target: 30 }),
    lookUp: { query: { words: 'xyzzy' } },
    findCustomers: { query: { search: 'xyzzy' } },
    readCustomer: owned(things.customerKey),
    listAccounts: { query: { search: '' } },
    readAccount: owned(things.accountKey),
    readHousehold: owned(things.customerKey),
    changeHousehold: owned(things.customerKey, { with: '1', together: true }),
    accountsOfCustomer: owned(things.customerKey),
    findProfile: { query: { type: 'email', value: 'customer@xyzzy.example' } },
    readProfile: owned(things.customerKey),
    customerCard: { param: nobody, query: { token: 'x.y' } },
    listCardTools: {},
    addCardTool: { body: { name: 'Walked', origins: ['https://tool.example'] } },
    changeCardTool: owned(things.cardToolId, { name: 'Walked', origins: ['https://tool.example'] }),
    removeCardTool: owned(things.cardToolId),
    markKeyCustomer: owned(things.customerKey, { key: true }),
    listPrivacyRequests: {},
    readPrivacyRequest: { ...owned(things.privacyRequestId) },
    readRetention: {},
    previewRetention: {
      body: { events: null, texts: null, refusals: 90, imports: 30, logs: 90, audit: null },
    },
    eraseCustomer: owned('1', {}),
    welcomeBack: { body: { type: 'user_id', value: 'walked', reason: 'asked' } },
    readConsents: owned(things.customerKey),
    changeConsent: owned(things.customerKey, { purpose: 'marketing', allowed: false }),
    exportCustomer: owned(things.customerKey),
    readIdentity: owned(things.customerKey),
    previewMerge: { ...owned(things.customerKey), query: { with: things.customerKey } },
    mergeCustomers: owned(things.customerKey, { with: things.customerKey, reason: 'Walked' }),
    previewSplit: { ...owned(things.customerKey), query: { identifiers: '1' } },
    splitCustomer: owned(things.customerKey, { identifiers: ['1'], reason: 'Walked' }),
    listMatches: {},
    decideMatch: owned('no-such-pair', { decision: 'different' }),
    findMatches: { body: {} },
    readIdentityRules: {},
    changeIdentityRules: { body: {} },
    ask: { body: { metric: 'nps', period } },
    questionProgress: { query: { follow: 'walked-question' } },
    questionRows: {
      query: {
        question: JSON.stringify({ metric: 'nps', period: { from: '2026-01-01', to: '2026-12-31' } }),
      },
    },
    questionInWords: {
      query: {
        question: JSON.stringify({ metric: 'nps', period: { from: '2026-01-01', to: '2026-12-31' } }),
      },
    },
    questionAround: {
      query: {
        question: JSON.stringify({ metric: 'nps', period: { from: '2026-01-01', to: '2026-12-31' } }),
      },
    },
    listSavedQuestions: {},
    saveQuestion: { body: { name: 'walked', question: { ask: 'nps' } } },
    removeSavedQuestion: { param: 'nobody' },
    listMetrics: {},
    pulse: { query: period },
    placesOverview: { query: period },
    drivers: { query: period },
    support: { query: period },
    loyalty: { query: period },
    listSegments: {},
    countSegment: { body: { rule: buyers } },
    saveSegment: { body: { name: 'Walked', rule: buyers } },
    changeSegment: owned(things.segmentId, { name: 'Walked on', rule: buyers }),
    segmentMembers: owned(things.segmentId),
    removeSegment: owned(things.segmentId),
    rfm: {},
    clusters: {},
    segmentExperience: { query: period },
    listTopics: { query: period },
    readTopic: { param: 'service', query: period },
    alikeComments: { param: 'service', query: period },
    topicTree: {},
    changeTopicTree: {
      body: {
        topics: [{ key: 'service', parent: null, names: { en: 'Service' }, words: { en: ['service'] } }],
      },
    },
    feed: {},
    readSignal: owned(things.signalId),
    correctMention: owned(things.signalId, {
      ...{ aspect: 'service', start: 0, end: 3, correctAspect: null, correctLabel: null },
    }),
    listThemes: {},
    lookForThemes: {},
    judgeTheme: owned(things.themeId, { state: 'dismissed' }),
    topicParts: { query: period },
    previewTopicTree: { body: { topics: [] } },
    readyFeelings: {},
    listTextModels: {},
    learnTextModel: {},
    uploadTextModel: { body: { content: 'bm8gbW9kZWw=' } },
    useTextModel: { body: { id: null } },
    topicVersions: {},
    restoreTopicVersion: { body: { version: 0 } },
    labelSignal: owned(things.signalId, { topic: 'service', start: 0, end: 3, label: 'negative' }),
    topicExamples: { param: 'service' },
    emergingWords: { query: period },
    compareWords: { query: { ...period, otherFrom: '2025-12-01', otherTo: '2025-12-31' } },
    listChanges: {},
    judgeChange: owned(things.changeId, { state: 'taken' }),
    today: {},
    listCases: {},
    readCase: owned(things.caseId),
    openCase: { body: { signalId: things.signalId }, owned: true },
    assignCase: owned(things.caseId, { ownerId: null }),
    handOverCase: owned(things.caseId, { team: 'Walkers' }),
    noteCase: owned(things.caseId, { text: 'A note.' }),
    replyCase: owned(things.caseId, { text: 'Sorry!', messageKey: 'walked-key' }),
    causeCase: owned(things.caseId, { cause: 'staff' }),
    closeCase: owned(things.caseId, { outcome: 'solved' }),
    reopenCase: owned(things.caseId, {}),
    testMail: { body: {} },
    live: {},
    exportTable: { param: 'feed', query: { ...period, ...place } },
    search: { query: { words: 'xyzzy' } },
  };
}
