// Written by protocol/generate.mjs from protocol/koudmen.schema.json. Change those instead.
// biome-ignore-all format: it is read as a diff of the schema.
import { type Check, day, flag, list, pattern, read, record, tagged, text, whole, word } from './check.ts';

/** The protocol version that is spoken here, told in the hello and the welcome. */
export const version = 1;
export const subprotocol = 'koudmen.v1';

/** Numbers that a client has to keep to. */
export const limits = {
  /** Bytes of a frame from a participant. */
  clientFrameBytesMax: 16384,
  /** Bytes of a frame from the desk, and of an HTTP body. */
  deskFrameBytesMax: 65536,
  /** How deep the JSON of a frame may nest. */
  depthMax: 16,
  /** Commands a device may have sent and not seen answered. */
  operationsPendingMax: 64,
  /** Proposals of a board. */
  proposalsMax: 2000,
  /** Comments of a board. */
  commentsMax: 20000,
  /** Comments of a proposal. */
  commentsPerProposalMax: 500,
  /** Comments of a participant on a board. */
  commentsPerParticipantMax: 500,
  /** Participants of a board. */
  participantsMax: 20000,
  /** Devices from which one participant may act. */
  devicesPerMemberMax: 64,
  /** Devices from which all who hold one link of the desk, or of the screen, may act. */
  devicesPerRoleMax: 1024,
  /** Ballots of a board. */
  ballotsMax: 50,
  /** How long an author may edit a submitted proposal. */
  editSeconds: 300,
  /** How long after opening a socket its hello may take. */
  helloSeconds: 5,
  /** How often a client should send a ping. */
  pingSeconds: 15,
  /** A socket silent for longer is closed. */
  silenceSeconds: 60,
  /** Badges of a board. */
  badgesMax: 20000,
  /** Helpers' links of a board, ended ones too. */
  helpersMax: 50,
  /** How often a badge may be used on another device. */
  movesPerBadgeMax: 100,
  /** How often one ballot may be opened again. */
  reopeningsMax: 20,
  /** Results of a college with fewer voters are not told. */
  smallCellMin: 5,
  /** How long a claim of a proposal holds unless it is made anew. */
  claimSeconds: 120,
  /** Parts of a proposal that others were merged into, and their parts. */
  mergedMax: 100,
  /** Rewordings of a proposal that stand. */
  rewordingsMax: 20,
  /** Title of a board: the most characters, as a reader counts them. */
  boardTitleGraphemesMax: 120,
  /** Title of an axis or a college: the most characters, as a reader counts them. */
  labelGraphemesMax: 60,
  /** Title of a proposal: the most characters, as a reader counts them. */
  titleGraphemesMax: 120,
  /** Description of a proposal: the most characters, as a reader counts them. */
  descriptionGraphemesMax: 2000,
  /** A comment: the most characters, as a reader counts them. */
  commentTextGraphemesMax: 500,
  /** A name given by a participant: the most characters, as a reader counts them. */
  nameGraphemesMax: 40,
  /** A question to an author, or words on a decision: the most characters, as a reader counts them. */
  remarkGraphemesMax: 500,
  /** The question of a ballot: the most characters, as a reader counts them. */
  questionGraphemesMax: 200,
  /** An organisation that leads an action or takes part: the most characters, as a reader counts them. */
  organisationGraphemesMax: 120,
  /** Settings: the most there may be in proposalsPerParticipant. */
  settingsProposalsPerParticipantMax: 200,
  /** OpenBallot: the most items in proposals. */
  openBallotProposalsMax: 2000,
  /** OpenBallot: the most there may be in maximum. */
  openBallotMaximumMax: 2000,
  /** OpenBallot: the most there may be in budget. */
  openBallotBudgetMax: 99,
  /** OpenBallot: the most there may be in cap. */
  openBallotCapMax: 10,
  /** OpenBallot: the most there may be in judgmentsMin. */
  openBallotJudgmentsMinMax: 20000,
  /** StartTimer: the most there may be in seconds. */
  startTimerSecondsMax: 86400,
  /** DecideProposal: the most items in partners. */
  decideProposalPartnersMax: 20,
  /** RecordPaper: the most items in marks. */
  recordPaperMarksMax: 200,
  /** DecisionRecord: the most items in partners. */
  decisionRecordPartnersMax: 20,
  /** Ballot: the most items in proposals. */
  ballotProposalsMax: 2000,
  /** Ballot: the most items in reopenings. */
  ballotReopeningsMax: 20,
  /** Ballot: the most items in joined. */
  ballotJoinedMax: 2000,
  /** Tally: the most items in counts. */
  tallyCountsMax: 10,
  /** Yours: the most items in choices. */
  yoursChoicesMax: 100000,
  /** Yours: the most items in proposals. */
  yoursProposalsMax: 200,
  /** Yours: the most items in comments. */
  yoursCommentsMax: 500,
  /** Yours: the most items in tallies. */
  yoursTalliesMax: 100000,
  /** Yours: the most items in parts. */
  yoursPartsMax: 100000,
  /** State: the most items in changes. */
  stateChangesMax: 200000,
  /** State: the most items in answers. */
  stateAnswersMax: 128,
  /** Similar: the most items in found. */
  similarFoundMax: 5,
  /** BoardChange: the most items in axes. */
  boardChangeAxesMax: 24,
  /** BoardChange: the most items in colleges. */
  boardChangeCollegesMax: 12,
  /** BoardChange: the most items in phases. */
  boardChangePhasesMax: 6,
  /** ParticipantsChange: the most items in colleges. */
  participantsChangeCollegesMax: 12,
  /** ClaimsChange: the most items in claims. */
  claimsChangeClaimsMax: 64,
  /** RankingChange: the most items in standings. */
  rankingChangeStandingsMax: 2000,
  /** CreateBoard: the most items in axes. */
  createBoardAxesMax: 24,
  /** CreateBoard: the most items in colleges. */
  createBoardCollegesMax: 12,
  /** BoardCard: the most items in colleges. */
  boardCardCollegesMax: 12,
  /** BoardCard: the most items in axes. */
  boardCardAxesMax: 24,
  /** IssueBadges: the most there may be in count. */
  issueBadgesCountMax: 1000,
  /** BadgesIssued: the most items in badges. */
  badgesIssuedBadgesMax: 1000,
  /** BadgeTrail: the most items in trail. */
  badgeTrailTrailMax: 1000,
  /** Helpers: the most items in helpers. */
  helpersHelpersMax: 50,
} as const;

/** Why the server closes a socket. 4000 to 4499: come back. 4500 to 4999: do not. */
export const closeCodes = {
  /** The server is stopping or restarting. */
  restarting: 4000,
  /** The device took too long to read what was sent. */
  tooSlow: 4001,
  /** The board could not be saved and is being read again from disk. */
  roomLost: 4002,
  /** Nothing was heard from the device for too long, or no hello in time. */
  silent: 4003,
  /** The server has no seat left for now. */
  full: 4004,
  /** There is no board with this code. */
  unknownBoard: 4500,
  /** The credential is not one of this board. */
  unknownCredential: 4501,
  /** The socket sent something that is not this protocol. */
  badMessages: 4502,
  /** The first message must be a hello. */
  noHello: 4503,
  /** The protocol version is not spoken here. */
  unsupportedVersion: 4504,
  /** The badge of this participant is now used on another device. */
  badgeMoved: 4505,
} as const;
export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];

/** Whether a client whose socket was closed with this code should come back. */
export const mayReturn = (code: number): boolean => code < 4500 || code > 4999;

/** Why a command or a request is refused. */
export const refusalWordWords = [
  'malformed',
  'unknownWord',
  'notAllowed',
  'phaseForbids',
  'boardClosed',
  'superseded',
  'tooManyDevices',
  'required',
  'tooLong',
  'badText',
  'tooMany',
  'unknownAxis',
  'unknownCollege',
  'unknownProposal',
  'unknownComment',
  'unknownBallot',
  'idTaken',
  'notYours',
  'editTimeOver',
  'wrongStatus',
  'ballotNotOpen',
  'ballotOpen',
  'ballotNotClosed',
  'notInBallot',
  'nothingToVoteOn',
  'badDates',
  'busy',
  'notSaved',
  'unknownBoard',
  'unknownCredential',
  'notOfMethod',
  'overMaximum',
  'overBudget',
  'overCap',
  'badgeRequired',
  'unknownBadge',
  'badgeMoved',
  'claimed',
  'muted',
  'unknownParticipant',
  'unknownHelper',
] as const;
export type RefusalWord = (typeof refusalWordWords)[number];

/** A board's join code. */
export type Code = string;

/** 128 random bits that say who acts, in Crockford base32, lower case. */
export type Credential = string;

/** A device, named by itself. */
export type DeviceId = string;

/** A proposal, named by its author's device. */
export type ProposalId = string;

/** A comment, named by its author's device. */
export type CommentId = string;

/** A ballot, named by the facilitator's device. */
export type BallotId = string;

/** An axis of a board. */
export type AxisId = string;

/** A college of a board. */
export type CollegeId = string;

/** Milliseconds since 1970-01-01 UTC. Clocks only label; order comes from positions. */
export type Moment = number;

/** The number of an event in its board: 1, 2, 3. 0 is before the first. */
export type Position = number;

/** A device's counter of its own commands: 1, 2, 3. */
export type Operation = number;

/** A participant of a board, as others know them. */
export type ParticipantNumber = number;

/** Title of a board. */
export type BoardTitle = string;

/** Title of an axis or a college. */
export type Label = string;

/** Title of a proposal. */
export type Title = string;

/** Description of a proposal. */
export type Description = string;

/** A comment. */
export type CommentText = string;

/** A name given by a participant. */
export type Name = string;

/** A question to an author, or words on a decision. */
export type Remark = string;

/** The question of a ballot. */
export type Question = string;

/** An organisation that leads an action or takes part. */
export type Organisation = string;

/** A calendar day, year-month-day. */
export type Day = string;

/** The language of a board's interface. */
export const languageWords = [
  'fr',
] as const;
export type Language = (typeof languageWords)[number];

/** What a credential allows. */
export const roleWords = [
  'participant',
  'moderator',
  'facilitator',
  'screen',
  'observer',
  'helper',
] as const;
export type Role = (typeof roleWords)[number];

/** A named set of switches. */
export const phaseWords = [
  'collect',
  'moderate',
  'discuss',
  'vote',
  'reveal',
  'closed',
] as const;
export type Phase = (typeof phaseWords)[number];

/** What a comment is. */
export const stanceWords = [
  'for',
  'against',
  'question',
  'note',
] as const;
export type Stance = (typeof stanceWords)[number];

/** What one participant says of one proposal. Each method has a range of these words, its scale: opinion from support to oppose, approval approve alone, dots from oneDot to tenDots, grades from veryGood to toReject. */
export const choiceWords = [
  'support',
  'neutral',
  'oppose',
  'approve',
  'oneDot',
  'twoDots',
  'threeDots',
  'fourDots',
  'fiveDots',
  'sixDots',
  'sevenDots',
  'eightDots',
  'nineDots',
  'tenDots',
  'veryGood',
  'good',
  'fairlyGood',
  'passable',
  'insufficient',
  'toReject',
] as const;
export type Choice = (typeof choiceWords)[number];

/** How a ballot is voted. */
export const methodWords = [
  'opinion',
  'approval',
  'dots',
  'grades',
] as const;
export type Method = (typeof methodWords)[number];

/** How many. */
export type Count = number;

/** When the results of a ballot show. */
export const resultsRuleWords = [
  'live',
  'afterOwnVote',
  'afterClosing',
  'whenRevealed',
] as const;
export type ResultsRule = (typeof resultsRuleWords)[number];

/** Where a ballot stands. */
export const ballotStateWords = [
  'open',
  'closed',
  'revealed',
  'orderRevealed',
] as const;
export type BallotState = (typeof ballotStateWords)[number];

/** What of the results is revealed. */
export const revealStepWords = [
  'numbers',
  'order',
] as const;
export type RevealStep = (typeof revealStepWords)[number];

/** A hash: SHA-256 in lower-case hexadecimal. */
export type Sha256 = string;

/** What decides between equal proposals, drawn when the ballot opens. */
export type Seed = string;

/** Where a proposal stands. */
export const proposalStatusWords = [
  'submitted',
  'returned',
  'declined',
  'published',
  'withdrawn',
  'adopted',
  'adoptedWithChanges',
  'toStudy',
  'notRetained',
  'merged',
] as const;
export type ProposalStatus = (typeof proposalStatusWords)[number];

/** What the room decided. */
export const decisionWords = [
  'adopted',
  'adoptedWithChanges',
  'toStudy',
  'notRetained',
] as const;
export type Decision = (typeof decisionWords)[number];

/** Why a proposal was declined. */
export const declineReasonWords = [
  'offTopic',
  'duplicate',
  'notAnAction',
  'disrespectful',
  'personalData',
  'other',
] as const;
export type DeclineReason = (typeof declineReasonWords)[number];

/** What the plenary screen shows. */
export const viewWords = [
  'join',
  'proposals',
  'proposal',
  'results',
  'roadmap',
  'blank',
] as const;
export type View = (typeof viewWords)[number];

/** When a proposal is read by a moderator. */
export const moderationWords = [
  'before',
  'after',
] as const;
export type Moderation = (typeof moderationWords)[number];

/** Who may join a board. */
export const admissionWords = [
  'open',
  'badges',
] as const;
export type Admission = (typeof admissionWords)[number];

/** By which way somebody takes part. */
export const channelWords = [
  'phone',
  'shared',
  'assisted',
  'paper',
] as const;
export type Channel = (typeof channelWords)[number];

/** How a helper's tablet is used: by the person, or by the helper for the person. */
export const tabletUseWords = [
  'shared',
  'assisted',
] as const;
export type TabletUse = (typeof tabletUseWords)[number];

/** What a badge was used for. */
export const deedWords = [
  'joined',
  'moved',
  'proposed',
  'commented',
  'voted',
] as const;
export type Deed = (typeof deedWords)[number];

/** A helper's link: 1, 2, 3. */
export type HelperNumber = number;

/** What is printed on a badge, without look-alikes: 49 random bits. (A sign to check it by would leave too few of them.) */
export type BadgeCode = string;

/** The number printed on a badge: 1, 2, 3. */
export type BadgeNumber = number;

/** What a phase lets participants do, and whether results may show at all. */
export type Switches = {
  readonly propose: boolean;
  readonly comment: boolean;
  readonly vote: boolean;
  readonly results: boolean;
};

/** The switches of one phase. */
export type PhaseSwitches = {
  readonly phase: Phase;
  readonly switches: Switches;
};

/** A theme of the roadmap. */
export type Axis = {
  readonly id: AxisId;
  readonly title: Label;
};

/** A group of stakeholders. */
export type College = {
  readonly id: CollegeId;
  readonly title: Label;
};

/** How a board works. */
export type Settings = {
  readonly moderation: Moderation;
  /** Proposals one participant may have handed in. */
  readonly proposalsPerParticipant: number;
  readonly admission?: Admission;
  /** Whether what a participant proposes is published at once from their first published proposal on. */
  readonly trustsAfterFirst?: boolean;
};

/** The first message on a socket. Without a credential one observes. `position` is how far this device was told: only what changed since is sent. A tablet names its `helper`, and what is done on it is told apart. */
export type Hello = {
  readonly type: 'hello';
  /** The protocol version spoken. */
  readonly version: number;
  readonly board: Code;
  readonly credential?: Credential;
  readonly device: DeviceId;
  readonly position?: Position;
  readonly helper?: Credential;
  readonly use?: TabletUse;
};

/** A command. It may be sent again, on any connection, until it is answered: it has one effect. */
export type CommandRequest = {
  readonly type: 'command';
  readonly operation: Operation;
  readonly command: Command;
};

/** Is anybody there? */
export type Ping = {
  readonly type: 'ping';
};

/** A desk begins to read a proposal, so that no other moderator treats it meanwhile, or (`claimed` false) lets go of it. A desk reads one at a time. It is not answered: who reads what is told as claims. It is not part of the journal. */
export type Claim = {
  readonly type: 'claim';
  readonly proposal: ProposalId;
  readonly claimed: boolean;
};

/** Which proposals have a title like this text? Of those that this seat sees, without `except`. Answered with a similar message, unless the seat asks anew before. */
export type SimilarTo = {
  readonly type: 'similarTo';
  readonly text: Title;
  readonly except?: ProposalId;
};

/** Everything a client sends. */
export type FromClient =
  | Hello
  | CommandRequest
  | Ping
  | Claim
  | SimilarTo;

/** What may be asked of a board. Each states the wanted end, so asking twice is harmless. */
export type Command =
  | Introduce
  | SubmitProposal
  | EditProposal
  | WithdrawProposal
  | CastChoice
  | SubmitComment
  | PublishProposal
  | ReturnProposal
  | DeclineProposal
  | RequeueProposal
  | HideComment
  | OpenPhase
  | ConfigurePhase
  | OpenBallot
  | CloseBallot
  | ReopenBallot
  | RevealBallot
  | Show
  | StartTimer
  | StopTimer
  | DecideProposal
  | RewordProposal
  | RestoreProposal
  | ConfigureModeration
  | TrustParticipant
  | MuteParticipant
  | MergeProposal
  | UnmergeProposal
  | LeaveMerge
  | RecordPaper;

/** Give, change or (when `name` is absent) take back the name others see. */
export type Introduce = {
  readonly type: 'introduce';
  readonly name?: Name;
};

/** Put a roadmap action forward. The id is made by the sender. */
export type SubmitProposal = {
  readonly type: 'submitProposal';
  readonly proposal: ProposalId;
  readonly title: Title;
  readonly description: Description;
  readonly axis: AxisId;
};

/** Replace the text of one's own proposal: within five minutes of submitting it, or to answer the question it was returned with, which sends it to the moderators again. */
export type EditProposal = {
  readonly type: 'editProposal';
  readonly proposal: ProposalId;
  readonly title: Title;
  readonly description: Description;
  readonly axis: AxisId;
};

/** Take one's own proposal back, or (`withdrawn` false) hand it in again to the moderators. */
export type WithdrawProposal = {
  readonly type: 'withdrawProposal';
  readonly proposal: ProposalId;
  readonly withdrawn: boolean;
};

/** Say what one thinks of a proposal in an open ballot. The choice replaces the former one; without `choice` it is taken back. */
export type CastChoice = {
  readonly type: 'castChoice';
  readonly ballot: BallotId;
  readonly proposal: ProposalId;
  readonly choice?: Choice;
};

/** Comment on a published proposal. */
export type SubmitComment = {
  readonly type: 'submitComment';
  readonly comment: CommentId;
  readonly proposal: ProposalId;
  readonly stance: Stance;
  readonly text: CommentText;
};

/** Let the whole room see a proposal. With `from`, here as in every moderation, only where it still has the status that the moderator saw. */
export type PublishProposal = {
  readonly type: 'publishProposal';
  readonly proposal: ProposalId;
  readonly from?: ProposalStatus;
};

/** Send a proposal back to its author with a question. */
export type ReturnProposal = {
  readonly type: 'returnProposal';
  readonly proposal: ProposalId;
  readonly question: Remark;
  readonly from?: ProposalStatus;
};

/** Decline a proposal, with a reason and, if useful, words for its author. */
export type DeclineProposal = {
  readonly type: 'declineProposal';
  readonly proposal: ProposalId;
  readonly reason: DeclineReason;
  readonly words?: Remark;
  readonly from?: ProposalStatus;
};

/** Undo a moderation: the proposal waits in the queue again. */
export type RequeueProposal = {
  readonly type: 'requeueProposal';
  readonly proposal: ProposalId;
  readonly from?: ProposalStatus;
};

/** Hide a comment from the room, or (`hidden` false) show it again. */
export type HideComment = {
  readonly type: 'hideComment';
  readonly comment: CommentId;
  readonly hidden: boolean;
};

/** Enter a phase, whichever came before; any phase can be opened again. */
export type OpenPhase = {
  readonly type: 'openPhase';
  readonly phase: Phase;
};

/** Set the switches of a phase. */
export type ConfigurePhase = {
  readonly type: 'configurePhase';
  readonly phase: Phase;
  readonly switches: Switches;
};

/** Open a ballot on the listed proposals, or without a list on all that are published now. One ballot at most is open at a time. Only terms of its method may be there: `maximum` for approval, `budget` and `cap` for dots (usually one dot for four proposals, from three to ten, and at most three on one), `judgmentsMin` for grades (usually five). With `follows` it is another round of that ballot, of the same method, without a list on what of it the room still sees. */
export type OpenBallot = {
  readonly type: 'openBallot';
  readonly ballot: BallotId;
  readonly question: Question;
  readonly method: Method;
  readonly results: ResultsRule;
  readonly proposals?: readonly ProposalId[];
  /** Approval: how many proposals a person may mark. Without it, any number. */
  readonly maximum?: number;
  /** Dots: how many a person has. */
  readonly budget?: number;
  /** Dots: how many a person may lay on one proposal. */
  readonly cap?: number;
  /** Grades: a proposal that fewer people judged is not ranked. */
  readonly judgmentsMin?: number;
  readonly follows?: BallotId;
};

/** Close an open ballot: no choice changes any more. */
export type CloseBallot = {
  readonly type: 'closeBallot';
  readonly ballot: BallotId;
};

/** Open a closed or revealed ballot again, with every choice it had. The reason is kept and published. */
export type ReopenBallot = {
  readonly type: 'reopenBallot';
  readonly ballot: BallotId;
  readonly reason: Remark;
};

/** Reveal the results of a closed ballot: all of them, or (`step` order) first only the order. */
export type RevealBallot = {
  readonly type: 'revealBallot';
  readonly ballot: BallotId;
  readonly step?: RevealStep;
};

/** Choose what the plenary screen shows. `proposal` is needed by the view of that name, `ballot` by the results. */
export type Show = {
  readonly type: 'show';
  readonly view: View;
  readonly proposal?: ProposalId;
  readonly ballot?: BallotId;
};

/** Start the timer, or start it anew. */
export type StartTimer = {
  readonly type: 'startTimer';
  /** How long, in seconds. */
  readonly seconds: number;
};

/** Stop the timer and take it off the screens. */
export type StopTimer = {
  readonly type: 'stopTimer';
};

/** Record what the room decided of a proposal; without `decision` the decision is undone. */
export type DecideProposal = {
  readonly type: 'decideProposal';
  readonly proposal: ProposalId;
  readonly decision?: Decision;
  readonly words?: Remark;
  readonly lead?: Organisation;
  readonly partners?: readonly Organisation[];
  readonly start?: Day;
  readonly end?: Day;
};

/** Give a proposal other words or another axis. The former ones stay in sight. */
export type RewordProposal = {
  readonly type: 'rewordProposal';
  readonly proposal: ProposalId;
  readonly title: Title;
  readonly description: Description;
  readonly axis: AxisId;
  readonly from?: ProposalStatus;
};

/** Undo the last rewording of a proposal. */
export type RestoreProposal = {
  readonly type: 'restoreProposal';
  readonly proposal: ProposalId;
  readonly from?: ProposalStatus;
};

/** When proposals are moderated, and whether who had one published is trusted from then on. */
export type ConfigureModeration = {
  readonly type: 'configureModeration';
  readonly moderation: Moderation;
  readonly trustsAfterFirst: boolean;
};

/** Publish at once what this participant proposes from now on, or (`trusted` false) no more. */
export type TrustParticipant = {
  readonly type: 'trustParticipant';
  readonly participant: ParticipantNumber;
  readonly trusted: boolean;
};

/** Take nothing more from this participant but votes, or (`muted` false) take it again. */
export type MuteParticipant = {
  readonly type: 'muteParticipant';
  readonly participant: ParticipantNumber;
  readonly muted: boolean;
};

/** Make a published proposal a part of another, which stands for both: who supports either supports it, once. */
export type MergeProposal = {
  readonly type: 'mergeProposal';
  readonly proposal: ProposalId;
  readonly into: ProposalId;
  readonly from?: ProposalStatus;
};

/** Undo a merge: the proposal is by itself again, with the choices it had. */
export type UnmergeProposal = {
  readonly type: 'unmergeProposal';
  readonly proposal: ProposalId;
  readonly from?: ProposalStatus;
};

/** Let one's choice on a merged proposal not count for what it was merged into. */
export type LeaveMerge = {
  readonly type: 'leaveMerge';
  readonly proposal: ProposalId;
};

/** What a sheet of paper says of one proposal. */
export type Mark = {
  readonly proposal: ProposalId;
  readonly choice: Choice;
};

/** Type a paper ballot, by the facilitator or a helper. It is the whole of what its badge says in this ballot: what was said before by any way is replaced, and what it leaves blank is not said. The college is needed for a badge that nobody used before. */
export type RecordPaper = {
  readonly type: 'recordPaper';
  readonly ballot: BallotId;
  readonly badge: BadgeNumber;
  readonly college?: CollegeId;
  readonly marks: readonly Mark[];
};

/** Why not, with the field it is about and the limit it met where there is one. */
export type Refusal = {
  readonly word: RefusalWord;
  readonly field?: string;
  /** The limit. */
  readonly limit?: number;
};

/** What became of a command: done when there is no refusal. */
export type Answer = {
  readonly operation: Operation;
  readonly refusal?: Refusal;
};

/** What the room decided, and who carries it. */
export type DecisionRecord = {
  readonly decision: Decision;
  readonly at: Moment;
  readonly words?: Remark;
  readonly lead?: Organisation;
  readonly partners: readonly Organisation[];
  readonly start?: Day;
  readonly end?: Day;
};

/** A proposal. What moderators told its author is there only for the author and the desk. */
export type Proposal = {
  readonly id: ProposalId;
  /** Its order of arrival: 1, 2, 3. */
  readonly number: number;
  readonly title: Title;
  readonly description: Description;
  readonly axis: AxisId;
  readonly author: ParticipantNumber;
  readonly authorName?: Name;
  readonly college: CollegeId;
  readonly status: ProposalStatus;
  readonly submittedAt: Moment;
  readonly question?: Remark;
  readonly reason?: DeclineReason;
  readonly words?: Remark;
  readonly decision?: DecisionRecord;
  readonly mergedInto?: ProposalId;
  readonly rewordedFrom?: Wording;
  /** True where the desk sees that its author is trusted. */
  readonly authorTrusted?: boolean;
  /** True where the desk sees that its author is muted. */
  readonly authorMuted?: boolean;
};

/** A proposal's words, as its author wrote them before the moderators reworded it. */
export type Wording = {
  readonly title: Title;
  readonly description: Description;
  readonly axis: AxisId;
};

/** A comment. */
export type Comment = {
  readonly id: CommentId;
  readonly proposal: ProposalId;
  readonly author: ParticipantNumber;
  readonly authorName?: Name;
  readonly stance: Stance;
  readonly text: CommentText;
  readonly at: Moment;
  /** True where the desk or the author sees a hidden comment. */
  readonly hidden?: boolean;
  /** True where the desk sees that its author is muted. */
  readonly authorMuted?: boolean;
};

/** A ballot. `commitment` is the hash of its `seed`, which is told once the order shows; `reopenings` are told to the desk. */
export type Ballot = {
  readonly id: BallotId;
  /** Its order: 1, 2, 3. */
  readonly number: number;
  readonly question: Question;
  readonly method: Method;
  readonly results: ResultsRule;
  readonly state: BallotState;
  readonly proposals: readonly ProposalId[];
  readonly openedAt: Moment;
  readonly closedAt?: Moment;
  /** Whether everybody may see the results now. */
  readonly resultsShown: boolean;
  readonly maximum?: Count;
  readonly budget?: Count;
  readonly cap?: Count;
  readonly judgmentsMin?: Count;
  /** Whether everybody may see in which order the proposals stand. */
  readonly orderShown: boolean;
  readonly follows?: BallotId;
  readonly commitment?: Sha256;
  readonly seed?: Seed;
  readonly reopenings?: readonly Reopening[];
  /** Merged proposals whose choices it counts for what they were merged into. */
  readonly joined?: readonly ProposalId[];
};

/** When a ballot was opened again, and why. */
export type Reopening = {
  readonly at: Moment;
  readonly reason?: Remark;
};

/** Where a proposal stands in a ballot. Without `rank` too few people judged it. `drawn`: it is equal to a neighbour, and the seed decided. With the results of an opinion: `controversial` when the room is divided on it, and `consensus`, how far the colleges agree, in parts of 10000. */
export type Standing = {
  readonly proposal: ProposalId;
  readonly rank?: Count;
  readonly drawn?: boolean;
  readonly controversial?: boolean;
  readonly consensus?: Count;
};

/** Counts of one proposal in one ballot: people, not acts, by level of the method's scale. Their sum are the people who expressed a choice on it. */
export type Tally = {
  readonly ballot: BallotId;
  readonly proposal: ProposalId;
  readonly counts: readonly Count[];
};

/** A number of people of one college. */
export type CollegeCount = {
  readonly college: CollegeId;
  /** People. */
  readonly count: number;
};

/** One's own choice; without `choice` there is none (any more). */
export type OwnChoice = {
  readonly ballot: BallotId;
  readonly proposal: ProposalId;
  readonly choice?: Choice;
};

/** A merged proposal on which one has a choice in this ballot, and whether that choice counts for what it was merged into. */
export type OwnPart = {
  readonly ballot: BallotId;
  readonly proposal: ProposalId;
  readonly counts: boolean;
};

/** What only this participant is told, each part replacing what was told of the same thing before: own name, own choices, own proposals and comments in whatever state, and tallies shown after one's own vote. */
export type Yours = {
  readonly participant?: ParticipantNumber;
  readonly name?: Name;
  readonly college?: CollegeId;
  /** True while nothing but votes is taken from this participant. */
  readonly muted?: boolean;
  readonly choices: readonly OwnChoice[];
  readonly proposals: readonly Proposal[];
  readonly comments: readonly Comment[];
  readonly tallies: readonly Tally[];
  readonly parts?: readonly OwnPart[];
};

/** The answer to a hello: who one is here. A state follows. */
export type Welcome = {
  readonly type: 'welcome';
  /** The protocol version. */
  readonly version: number;
  readonly role: Role;
  readonly now: Moment;
  readonly participant?: ParticipantNumber;
  /** The highest operation of this device that was accepted, 0 if none. */
  readonly operation: number;
  /** The number of this desk among those that are here, as claims name it. */
  readonly desk?: number;
};

/** What changed, up to `position`. With `full` everything known before is to be forgotten first. With `resume` the device should send its unanswered commands again, since an answer may have been dropped. */
export type State = {
  readonly type: 'state';
  readonly position: Position;
  readonly full?: boolean;
  readonly resume?: boolean;
  readonly changes: readonly Change[];
  readonly yours?: Yours;
  readonly answers?: readonly Answer[];
};

/** A frame that could not be read. `operation` is there where it could be. */
export type Rejected = {
  readonly type: 'rejected';
  readonly operation?: Operation;
  readonly refusal: Refusal;
};

/** Yes. */
export type Pong = {
  readonly type: 'pong';
  readonly now: Moment;
};

/** A proposal whose title is like a text. */
export type Likeness = {
  readonly proposal: ProposalId;
  /** How much, in parts of 1000. */
  readonly parts: number;
};

/** The proposals with a title like that text, the most alike first. */
export type Similar = {
  readonly type: 'similar';
  readonly text: Title;
  readonly found: readonly Likeness[];
};

/** Everything the server sends. */
export type FromServer =
  | Welcome
  | State
  | Rejected
  | Pong
  | Similar;

/** A whole thing as it now stands; a later one replaces it. */
export type Change =
  | BoardChange
  | PhaseChange
  | ParticipantsChange
  | PresenceChange
  | ScreenChange
  | TimerChange
  | ProposalChange
  | ProposalGoneChange
  | CommentChange
  | CommentGoneChange
  | BallotChange
  | TurnoutChange
  | TallyChange
  | RankingChange
  | ClaimsChange;

/** What the board is. */
export type BoardChange = {
  readonly type: 'board';
  readonly code: Code;
  readonly title: BoardTitle;
  readonly language: Language;
  readonly axes: readonly Axis[];
  readonly colleges: readonly College[];
  readonly settings: Settings;
  readonly phases: readonly PhaseSwitches[];
};

/** The phase the board is in. */
export type PhaseChange = {
  readonly type: 'phase';
  readonly phase: Phase;
  readonly since: Moment;
};

/** How many people joined, in all and by college (told to the desk and the screen). */
export type ParticipantsChange = {
  readonly type: 'participants';
  /** People who joined. */
  readonly joined: number;
  readonly colleges: readonly CollegeCount[];
};

/** How many people are connected now, by person and not by device (told to the desk and the screen). It is not part of the journal. */
export type PresenceChange = {
  readonly type: 'presence';
  /** People connected. */
  readonly connected: number;
};

/** A proposal that a desk is reading. */
export type HeldClaim = {
  readonly proposal: ProposalId;
  /** The number of the desk. */
  readonly desk: number;
};

/** All that the desks are reading now, told to the desks alone. A claim ends when its proposal is treated, when its desk leaves, and by itself. */
export type ClaimsChange = {
  readonly type: 'claims';
  readonly claims: readonly HeldClaim[];
};

/** What the plenary screen shows. */
export type ScreenChange = {
  readonly type: 'screen';
  readonly view: View;
  readonly proposal?: ProposalId;
  readonly ballot?: BallotId;
};

/** When the running timer ends; without `endsAt` none runs. */
export type TimerChange = {
  readonly type: 'timer';
  readonly endsAt?: Moment;
};

/** A proposal as it stands for this audience. */
export type ProposalChange = {
  readonly type: 'proposal';
  readonly proposal: Proposal;
};

/** A proposal that this audience sees no more. */
export type ProposalGoneChange = {
  readonly type: 'proposalGone';
  readonly proposal: ProposalId;
};

/** A comment as it stands for this audience. */
export type CommentChange = {
  readonly type: 'comment';
  readonly comment: Comment;
};

/** A comment that this audience sees no more. */
export type CommentGoneChange = {
  readonly type: 'commentGone';
  readonly comment: CommentId;
};

/** A ballot as it stands. When `resultsShown` is false, whatever tallies were told of it before are void. */
export type BallotChange = {
  readonly type: 'ballot';
  readonly ballot: Ballot;
};

/** How many people have a choice in a ballot. It is never hidden. */
export type TurnoutChange = {
  readonly type: 'turnout';
  readonly ballot: BallotId;
  /** People with at least one choice. */
  readonly voters: number;
};

/** The counts of one proposal in one ballot, told only where the results are shown. */
export type TallyChange = {
  readonly type: 'tally';
  readonly tally: Tally;
};

/** In which order the proposals of a ballot stand, best first, told only where the order is shown. By the score of its method (Wilson's lower bound, approvals, dots, majority judgment), then by the number of people who chose, then by the lower SHA-256 of `seed:proposal`. */
export type RankingChange = {
  readonly type: 'ranking';
  readonly ballot: BallotId;
  readonly standings: readonly Standing[];
};

/** Body of POST /api/v1/boards. */
export type CreateBoard = {
  readonly title: BoardTitle;
  readonly language?: Language;
  readonly axes: readonly Axis[];
  readonly colleges?: readonly College[];
  readonly settings?: Settings;
};

/** Answer to it: the credentials are told this once, only their hashes are kept. */
export type BoardCreated = {
  readonly code: Code;
  readonly facilitator: Credential;
  readonly moderator: Credential;
  readonly screen: Credential;
};

/** Body of POST /api/v1/boards/{code}/participants. The credential, made by the phone, is in the Authorization header as a Bearer; joining again with it changes nothing. A badge that was used before needs no college: its participant moves to this credential. Wrong badges are answered late. */
export type JoinBoard = {
  readonly college?: CollegeId;
  readonly name?: Name;
  readonly badge?: BadgeCode;
  readonly helper?: Credential;
  readonly use?: TabletUse;
};

/** Answer to it. */
export type Joined = {
  readonly participant: ParticipantNumber;
  readonly college: CollegeId;
  readonly name?: Name;
};

/** Answer to GET /api/v1/boards/{code}: what a phone must know to ask who comes in. */
export type BoardCard = {
  readonly code: Code;
  readonly title: BoardTitle;
  readonly language: Language;
  readonly colleges: readonly College[];
  readonly axes: readonly Axis[];
  readonly phase: Phase;
  readonly admission?: Admission;
  /** Whether badges were issued. */
  readonly badges?: boolean;
};

/** Body of POST /api/v1/boards/{code}/badges, with the facilitator's credential as a Bearer. */
export type IssueBadges = {
  /** How many badges. */
  readonly count: number;
};

/** Answer to it: the codes of the badges from `first` on, in order. They are told this once, only their hashes are kept. */
export type BadgesIssued = {
  readonly first: BadgeNumber;
  readonly badges: readonly BadgeCode[];
};

/** One thing a badge was used for by one channel: from when to when, and in which ballot. */
export type Trace = {
  readonly deed: Deed;
  readonly channel: Channel;
  /** The ballot's number. */
  readonly ballot?: number;
  readonly first: Moment;
  readonly last: Moment;
};

/** Answer to GET /api/v1/boards/{code}/badges/{number}, for the desk: where and when a badge was used, never how it voted. */
export type BadgeTrail = {
  readonly badge: BadgeNumber;
  readonly participant?: ParticipantNumber;
  readonly college?: CollegeId;
  readonly trail: readonly Trace[];
};

/** Answer to POST /api/v1/boards/{code}/helpers, with the facilitator's credential as a Bearer: a helper's credential, told this once. DELETE on …/helpers/{number} ends it. */
export type HelperIssued = {
  readonly helper: HelperNumber;
  readonly credential: Credential;
};

/** A helper's link, without its secret. */
export type HelperEntry = {
  readonly helper: HelperNumber;
  readonly issuedAt: Moment;
  readonly revoked: boolean;
};

/** Answer to GET /api/v1/boards/{code}/helpers, for the facilitator. */
export type Helpers = {
  readonly helpers: readonly HelperEntry[];
};

/** A problem document (RFC 9457): `word` is stable. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  /** The HTTP status. */
  readonly status: number;
  readonly word: RefusalWord;
  readonly field?: string;
  /** The limit. */
  readonly limit?: number;
};

export const isCloseCode: Check<CloseCode> = word(Object.values(closeCodes));
export const isRefusalWord: Check<RefusalWord> = word(refusalWordWords);
export const isCode: Check<Code> = pattern(/^[2-9A-HJKMNP-TV-Z]{5}$/);
export const isCredential: Check<Credential> = pattern(/^[0-9a-hjkmnp-tv-z]{26}$/);
export const isDeviceId: Check<DeviceId> = pattern(/^[A-Za-z0-9_-]{22}$/);
export const isProposalId: Check<ProposalId> = pattern(/^[A-Za-z0-9_-]{22}$/);
export const isCommentId: Check<CommentId> = pattern(/^[A-Za-z0-9_-]{22}$/);
export const isBallotId: Check<BallotId> = pattern(/^[A-Za-z0-9_-]{22}$/);
export const isAxisId: Check<AxisId> = pattern(/^[a-z0-9-]{1,32}$/);
export const isCollegeId: Check<CollegeId> = pattern(/^[a-z0-9-]{1,32}$/);
export const isMoment: Check<Moment> = whole(0, Number.MAX_SAFE_INTEGER);
export const isPosition: Check<Position> = whole(0, Number.MAX_SAFE_INTEGER);
export const isOperation: Check<Operation> = whole(1, Number.MAX_SAFE_INTEGER);
export const isParticipantNumber: Check<ParticipantNumber> = whole(1, Number.MAX_SAFE_INTEGER);
export const isBoardTitle: Check<BoardTitle> = text(1, 960);
export const isLabel: Check<Label> = text(1, 480);
export const isTitle: Check<Title> = text(1, 960);
export const isDescription: Check<Description> = text(0, 16000);
export const isCommentText: Check<CommentText> = text(1, 4000);
export const isName: Check<Name> = text(1, 320);
export const isRemark: Check<Remark> = text(1, 4000);
export const isQuestion: Check<Question> = text(1, 1600);
export const isOrganisation: Check<Organisation> = text(1, 960);
export const isDay: Check<Day> = day();
export const isLanguage: Check<Language> = word(languageWords);
export const isRole: Check<Role> = word(roleWords);
export const isPhase: Check<Phase> = word(phaseWords);
export const isStance: Check<Stance> = word(stanceWords);
export const isChoice: Check<Choice> = word(choiceWords);
export const isMethod: Check<Method> = word(methodWords);
export const isCount: Check<Count> = whole(0, Number.MAX_SAFE_INTEGER);
export const isResultsRule: Check<ResultsRule> = word(resultsRuleWords);
export const isBallotState: Check<BallotState> = word(ballotStateWords);
export const isRevealStep: Check<RevealStep> = word(revealStepWords);
export const isSha256: Check<Sha256> = pattern(/^[0-9a-f]{64}$/);
export const isSeed: Check<Seed> = text(1, 64);
export const isProposalStatus: Check<ProposalStatus> = word(proposalStatusWords);
export const isDecision: Check<Decision> = word(decisionWords);
export const isDeclineReason: Check<DeclineReason> = word(declineReasonWords);
export const isView: Check<View> = word(viewWords);
export const isModeration: Check<Moderation> = word(moderationWords);
export const isAdmission: Check<Admission> = word(admissionWords);
export const isChannel: Check<Channel> = word(channelWords);
export const isTabletUse: Check<TabletUse> = word(tabletUseWords);
export const isDeed: Check<Deed> = word(deedWords);
export const isHelperNumber: Check<HelperNumber> = whole(1, Number.MAX_SAFE_INTEGER);
export const isBadgeCode: Check<BadgeCode> = pattern(/^[2-9A-HJKMNP-TV-Z]{10}$/);
export const isBadgeNumber: Check<BadgeNumber> = whole(1, Number.MAX_SAFE_INTEGER);
export const isSwitches: Check<Switches> = record({ propose: flag, comment: flag, vote: flag, results: flag });
export const isPhaseSwitches: Check<PhaseSwitches> = record({ phase: isPhase, switches: isSwitches });
export const isAxis: Check<Axis> = record({ id: isAxisId, title: isLabel });
export const isCollege: Check<College> = record({ id: isCollegeId, title: isLabel });
export const isSettings: Check<Settings> = record({ moderation: isModeration, proposalsPerParticipant: whole(1, 200) }, { admission: isAdmission, trustsAfterFirst: flag });
export const isHello: Check<Hello> = record({ type: word(['hello']), version: whole(1, 1000), board: isCode, device: isDeviceId }, { credential: isCredential, position: isPosition, helper: isCredential, use: isTabletUse });
export const isIntroduce: Check<Introduce> = record({ type: word(['introduce']) }, { name: isName });
export const isSubmitProposal: Check<SubmitProposal> = record({ type: word(['submitProposal']), proposal: isProposalId, title: isTitle, description: isDescription, axis: isAxisId });
export const isEditProposal: Check<EditProposal> = record({ type: word(['editProposal']), proposal: isProposalId, title: isTitle, description: isDescription, axis: isAxisId });
export const isWithdrawProposal: Check<WithdrawProposal> = record({ type: word(['withdrawProposal']), proposal: isProposalId, withdrawn: flag });
export const isCastChoice: Check<CastChoice> = record({ type: word(['castChoice']), ballot: isBallotId, proposal: isProposalId }, { choice: isChoice });
export const isSubmitComment: Check<SubmitComment> = record({ type: word(['submitComment']), comment: isCommentId, proposal: isProposalId, stance: isStance, text: isCommentText });
export const isPublishProposal: Check<PublishProposal> = record({ type: word(['publishProposal']), proposal: isProposalId }, { from: isProposalStatus });
export const isReturnProposal: Check<ReturnProposal> = record({ type: word(['returnProposal']), proposal: isProposalId, question: isRemark }, { from: isProposalStatus });
export const isDeclineProposal: Check<DeclineProposal> = record({ type: word(['declineProposal']), proposal: isProposalId, reason: isDeclineReason }, { words: isRemark, from: isProposalStatus });
export const isRequeueProposal: Check<RequeueProposal> = record({ type: word(['requeueProposal']), proposal: isProposalId }, { from: isProposalStatus });
export const isHideComment: Check<HideComment> = record({ type: word(['hideComment']), comment: isCommentId, hidden: flag });
export const isOpenPhase: Check<OpenPhase> = record({ type: word(['openPhase']), phase: isPhase });
export const isConfigurePhase: Check<ConfigurePhase> = record({ type: word(['configurePhase']), phase: isPhase, switches: isSwitches });
export const isOpenBallot: Check<OpenBallot> = record({ type: word(['openBallot']), ballot: isBallotId, question: isQuestion, method: isMethod, results: isResultsRule }, { proposals: list(isProposalId, 0, 2000), maximum: whole(1, 2000), budget: whole(1, 99), cap: whole(1, 10), judgmentsMin: whole(1, 20000), follows: isBallotId });
export const isCloseBallot: Check<CloseBallot> = record({ type: word(['closeBallot']), ballot: isBallotId });
export const isReopenBallot: Check<ReopenBallot> = record({ type: word(['reopenBallot']), ballot: isBallotId, reason: isRemark });
export const isRevealBallot: Check<RevealBallot> = record({ type: word(['revealBallot']), ballot: isBallotId }, { step: isRevealStep });
export const isShow: Check<Show> = record({ type: word(['show']), view: isView }, { proposal: isProposalId, ballot: isBallotId });
export const isStartTimer: Check<StartTimer> = record({ type: word(['startTimer']), seconds: whole(1, 86400) });
export const isStopTimer: Check<StopTimer> = record({ type: word(['stopTimer']) });
export const isDecideProposal: Check<DecideProposal> = record({ type: word(['decideProposal']), proposal: isProposalId }, { decision: isDecision, words: isRemark, lead: isOrganisation, partners: list(isOrganisation, 0, 20), start: isDay, end: isDay });
export const isRewordProposal: Check<RewordProposal> = record({ type: word(['rewordProposal']), proposal: isProposalId, title: isTitle, description: isDescription, axis: isAxisId }, { from: isProposalStatus });
export const isRestoreProposal: Check<RestoreProposal> = record({ type: word(['restoreProposal']), proposal: isProposalId }, { from: isProposalStatus });
export const isConfigureModeration: Check<ConfigureModeration> = record({ type: word(['configureModeration']), moderation: isModeration, trustsAfterFirst: flag });
export const isTrustParticipant: Check<TrustParticipant> = record({ type: word(['trustParticipant']), participant: isParticipantNumber, trusted: flag });
export const isMuteParticipant: Check<MuteParticipant> = record({ type: word(['muteParticipant']), participant: isParticipantNumber, muted: flag });
export const isMergeProposal: Check<MergeProposal> = record({ type: word(['mergeProposal']), proposal: isProposalId, into: isProposalId }, { from: isProposalStatus });
export const isUnmergeProposal: Check<UnmergeProposal> = record({ type: word(['unmergeProposal']), proposal: isProposalId }, { from: isProposalStatus });
export const isLeaveMerge: Check<LeaveMerge> = record({ type: word(['leaveMerge']), proposal: isProposalId });
export const isMark: Check<Mark> = record({ proposal: isProposalId, choice: isChoice });
export const isRecordPaper: Check<RecordPaper> = record({ type: word(['recordPaper']), ballot: isBallotId, badge: isBadgeNumber, marks: list(isMark, 0, 200) }, { college: isCollegeId });
export const isCommand: Check<Command> = tagged({
  introduce: isIntroduce,
  submitProposal: isSubmitProposal,
  editProposal: isEditProposal,
  withdrawProposal: isWithdrawProposal,
  castChoice: isCastChoice,
  submitComment: isSubmitComment,
  publishProposal: isPublishProposal,
  returnProposal: isReturnProposal,
  declineProposal: isDeclineProposal,
  requeueProposal: isRequeueProposal,
  hideComment: isHideComment,
  openPhase: isOpenPhase,
  configurePhase: isConfigurePhase,
  openBallot: isOpenBallot,
  closeBallot: isCloseBallot,
  reopenBallot: isReopenBallot,
  revealBallot: isRevealBallot,
  show: isShow,
  startTimer: isStartTimer,
  stopTimer: isStopTimer,
  decideProposal: isDecideProposal,
  rewordProposal: isRewordProposal,
  restoreProposal: isRestoreProposal,
  configureModeration: isConfigureModeration,
  trustParticipant: isTrustParticipant,
  muteParticipant: isMuteParticipant,
  mergeProposal: isMergeProposal,
  unmergeProposal: isUnmergeProposal,
  leaveMerge: isLeaveMerge,
  recordPaper: isRecordPaper,
});
export const isCommandRequest: Check<CommandRequest> = record({ type: word(['command']), operation: isOperation, command: isCommand });
export const isPing: Check<Ping> = record({ type: word(['ping']) });
export const isClaim: Check<Claim> = record({ type: word(['claim']), proposal: isProposalId, claimed: flag });
export const isSimilarTo: Check<SimilarTo> = record({ type: word(['similarTo']), text: isTitle }, { except: isProposalId });
export const isFromClient: Check<FromClient> = tagged({
  hello: isHello,
  command: isCommandRequest,
  ping: isPing,
  claim: isClaim,
  similarTo: isSimilarTo,
});
export const isRefusal: Check<Refusal> = record({ word: isRefusalWord }, { field: text(0, 200), limit: whole(0, Number.MAX_SAFE_INTEGER) });
export const isAnswer: Check<Answer> = record({ operation: isOperation }, { refusal: isRefusal });
export const isDecisionRecord: Check<DecisionRecord> = record({ decision: isDecision, at: isMoment, partners: list(isOrganisation, 0, 20) }, { words: isRemark, lead: isOrganisation, start: isDay, end: isDay });
export const isWording: Check<Wording> = record({ title: isTitle, description: isDescription, axis: isAxisId });
export const isProposal: Check<Proposal> = record({ id: isProposalId, number: whole(1, 2000), title: isTitle, description: isDescription, axis: isAxisId, author: isParticipantNumber, college: isCollegeId, status: isProposalStatus, submittedAt: isMoment }, { authorName: isName, question: isRemark, reason: isDeclineReason, words: isRemark, decision: isDecisionRecord, mergedInto: isProposalId, rewordedFrom: isWording, authorTrusted: flag, authorMuted: flag });
export const isComment: Check<Comment> = record({ id: isCommentId, proposal: isProposalId, author: isParticipantNumber, stance: isStance, text: isCommentText, at: isMoment }, { authorName: isName, hidden: flag, authorMuted: flag });
export const isReopening: Check<Reopening> = record({ at: isMoment }, { reason: isRemark });
export const isBallot: Check<Ballot> = record({ id: isBallotId, number: whole(1, 50), question: isQuestion, method: isMethod, results: isResultsRule, state: isBallotState, proposals: list(isProposalId, 0, 2000), openedAt: isMoment, resultsShown: flag, orderShown: flag }, { closedAt: isMoment, maximum: isCount, budget: isCount, cap: isCount, judgmentsMin: isCount, follows: isBallotId, commitment: isSha256, seed: isSeed, reopenings: list(isReopening, 0, 20), joined: list(isProposalId, 0, 2000) });
export const isStanding: Check<Standing> = record({ proposal: isProposalId }, { rank: isCount, drawn: flag, controversial: flag, consensus: isCount });
export const isTally: Check<Tally> = record({ ballot: isBallotId, proposal: isProposalId, counts: list(isCount, 0, 10) });
export const isCollegeCount: Check<CollegeCount> = record({ college: isCollegeId, count: whole(0, Number.MAX_SAFE_INTEGER) });
export const isOwnChoice: Check<OwnChoice> = record({ ballot: isBallotId, proposal: isProposalId }, { choice: isChoice });
export const isOwnPart: Check<OwnPart> = record({ ballot: isBallotId, proposal: isProposalId, counts: flag });
export const isYours: Check<Yours> = record({ choices: list(isOwnChoice, 0, 100000), proposals: list(isProposal, 0, 200), comments: list(isComment, 0, 500), tallies: list(isTally, 0, 100000) }, { participant: isParticipantNumber, name: isName, college: isCollegeId, muted: flag, parts: list(isOwnPart, 0, 100000) });
export const isWelcome: Check<Welcome> = record({ type: word(['welcome']), version: whole(1, 1000), role: isRole, now: isMoment, operation: whole(0, Number.MAX_SAFE_INTEGER) }, { participant: isParticipantNumber, desk: whole(1, Number.MAX_SAFE_INTEGER) });
export const isBoardChange: Check<BoardChange> = record({ type: word(['board']), code: isCode, title: isBoardTitle, language: isLanguage, axes: list(isAxis, 0, 24), colleges: list(isCollege, 0, 12), settings: isSettings, phases: list(isPhaseSwitches, 0, 6) });
export const isPhaseChange: Check<PhaseChange> = record({ type: word(['phase']), phase: isPhase, since: isMoment });
export const isParticipantsChange: Check<ParticipantsChange> = record({ type: word(['participants']), joined: whole(0, Number.MAX_SAFE_INTEGER), colleges: list(isCollegeCount, 0, 12) });
export const isPresenceChange: Check<PresenceChange> = record({ type: word(['presence']), connected: whole(0, Number.MAX_SAFE_INTEGER) });
export const isScreenChange: Check<ScreenChange> = record({ type: word(['screen']), view: isView }, { proposal: isProposalId, ballot: isBallotId });
export const isTimerChange: Check<TimerChange> = record({ type: word(['timer']) }, { endsAt: isMoment });
export const isProposalChange: Check<ProposalChange> = record({ type: word(['proposal']), proposal: isProposal });
export const isProposalGoneChange: Check<ProposalGoneChange> = record({ type: word(['proposalGone']), proposal: isProposalId });
export const isCommentChange: Check<CommentChange> = record({ type: word(['comment']), comment: isComment });
export const isCommentGoneChange: Check<CommentGoneChange> = record({ type: word(['commentGone']), comment: isCommentId });
export const isBallotChange: Check<BallotChange> = record({ type: word(['ballot']), ballot: isBallot });
export const isTurnoutChange: Check<TurnoutChange> = record({ type: word(['turnout']), ballot: isBallotId, voters: whole(0, Number.MAX_SAFE_INTEGER) });
export const isTallyChange: Check<TallyChange> = record({ type: word(['tally']), tally: isTally });
export const isRankingChange: Check<RankingChange> = record({ type: word(['ranking']), ballot: isBallotId, standings: list(isStanding, 0, 2000) });
export const isHeldClaim: Check<HeldClaim> = record({ proposal: isProposalId, desk: whole(1, Number.MAX_SAFE_INTEGER) });
export const isClaimsChange: Check<ClaimsChange> = record({ type: word(['claims']), claims: list(isHeldClaim, 0, 64) });
export const isChange: Check<Change> = tagged({
  board: isBoardChange,
  phase: isPhaseChange,
  participants: isParticipantsChange,
  presence: isPresenceChange,
  screen: isScreenChange,
  timer: isTimerChange,
  proposal: isProposalChange,
  proposalGone: isProposalGoneChange,
  comment: isCommentChange,
  commentGone: isCommentGoneChange,
  ballot: isBallotChange,
  turnout: isTurnoutChange,
  tally: isTallyChange,
  ranking: isRankingChange,
  claims: isClaimsChange,
});
export const isState: Check<State> = record({ type: word(['state']), position: isPosition, changes: list(isChange, 0, 200000) }, { full: flag, resume: flag, yours: isYours, answers: list(isAnswer, 0, 128) });
export const isRejected: Check<Rejected> = record({ type: word(['rejected']), refusal: isRefusal }, { operation: isOperation });
export const isPong: Check<Pong> = record({ type: word(['pong']), now: isMoment });
export const isLikeness: Check<Likeness> = record({ proposal: isProposalId, parts: whole(0, 1000) });
export const isSimilar: Check<Similar> = record({ type: word(['similar']), text: isTitle, found: list(isLikeness, 0, 5) });
export const isFromServer: Check<FromServer> = tagged({
  welcome: isWelcome,
  state: isState,
  rejected: isRejected,
  pong: isPong,
  similar: isSimilar,
});
export const isCreateBoard: Check<CreateBoard> = record({ title: isBoardTitle, axes: list(isAxis, 1, 24) }, { language: isLanguage, colleges: list(isCollege, 1, 12), settings: isSettings });
export const isBoardCreated: Check<BoardCreated> = record({ code: isCode, facilitator: isCredential, moderator: isCredential, screen: isCredential });
export const isJoinBoard: Check<JoinBoard> = record({ }, { college: isCollegeId, name: isName, badge: isBadgeCode, helper: isCredential, use: isTabletUse });
export const isJoined: Check<Joined> = record({ participant: isParticipantNumber, college: isCollegeId }, { name: isName });
export const isBoardCard: Check<BoardCard> = record({ code: isCode, title: isBoardTitle, language: isLanguage, colleges: list(isCollege, 0, 12), axes: list(isAxis, 0, 24), phase: isPhase }, { admission: isAdmission, badges: flag });
export const isIssueBadges: Check<IssueBadges> = record({ count: whole(1, 1000) });
export const isBadgesIssued: Check<BadgesIssued> = record({ first: isBadgeNumber, badges: list(isBadgeCode, 0, 1000) });
export const isTrace: Check<Trace> = record({ deed: isDeed, channel: isChannel, first: isMoment, last: isMoment }, { ballot: whole(1, 50) });
export const isBadgeTrail: Check<BadgeTrail> = record({ badge: isBadgeNumber, trail: list(isTrace, 0, 1000) }, { participant: isParticipantNumber, college: isCollegeId });
export const isHelperIssued: Check<HelperIssued> = record({ helper: isHelperNumber, credential: isCredential });
export const isHelperEntry: Check<HelperEntry> = record({ helper: isHelperNumber, issuedAt: isMoment, revoked: flag });
export const isHelpers: Check<Helpers> = record({ helpers: list(isHelperEntry, 0, 50) });
export const isProblem: Check<Problem> = record({ type: text(0, 200), title: text(0, 200), status: whole(400, 599), word: isRefusalWord }, { field: text(0, 200), limit: whole(0, Number.MAX_SAFE_INTEGER) });

/** What the server said, or undefined when it is not a message of this protocol. Fields that are
 * not known here are left in and mean nothing. */
export const readFromServer = (json: string): FromServer | undefined => read(json, isFromServer);

/** A check for every definition, for tests and for the few answers that come over HTTP. */
export const checks = {
  CloseCode: isCloseCode,
  RefusalWord: isRefusalWord,
  Code: isCode,
  Credential: isCredential,
  DeviceId: isDeviceId,
  ProposalId: isProposalId,
  CommentId: isCommentId,
  BallotId: isBallotId,
  AxisId: isAxisId,
  CollegeId: isCollegeId,
  Moment: isMoment,
  Position: isPosition,
  Operation: isOperation,
  ParticipantNumber: isParticipantNumber,
  BoardTitle: isBoardTitle,
  Label: isLabel,
  Title: isTitle,
  Description: isDescription,
  CommentText: isCommentText,
  Name: isName,
  Remark: isRemark,
  Question: isQuestion,
  Organisation: isOrganisation,
  Day: isDay,
  Language: isLanguage,
  Role: isRole,
  Phase: isPhase,
  Stance: isStance,
  Choice: isChoice,
  Method: isMethod,
  Count: isCount,
  ResultsRule: isResultsRule,
  BallotState: isBallotState,
  RevealStep: isRevealStep,
  Sha256: isSha256,
  Seed: isSeed,
  ProposalStatus: isProposalStatus,
  Decision: isDecision,
  DeclineReason: isDeclineReason,
  View: isView,
  Moderation: isModeration,
  Admission: isAdmission,
  Channel: isChannel,
  TabletUse: isTabletUse,
  Deed: isDeed,
  HelperNumber: isHelperNumber,
  BadgeCode: isBadgeCode,
  BadgeNumber: isBadgeNumber,
  Switches: isSwitches,
  PhaseSwitches: isPhaseSwitches,
  Axis: isAxis,
  College: isCollege,
  Settings: isSettings,
  Hello: isHello,
  CommandRequest: isCommandRequest,
  Ping: isPing,
  Claim: isClaim,
  SimilarTo: isSimilarTo,
  FromClient: isFromClient,
  Command: isCommand,
  Introduce: isIntroduce,
  SubmitProposal: isSubmitProposal,
  EditProposal: isEditProposal,
  WithdrawProposal: isWithdrawProposal,
  CastChoice: isCastChoice,
  SubmitComment: isSubmitComment,
  PublishProposal: isPublishProposal,
  ReturnProposal: isReturnProposal,
  DeclineProposal: isDeclineProposal,
  RequeueProposal: isRequeueProposal,
  HideComment: isHideComment,
  OpenPhase: isOpenPhase,
  ConfigurePhase: isConfigurePhase,
  OpenBallot: isOpenBallot,
  CloseBallot: isCloseBallot,
  ReopenBallot: isReopenBallot,
  RevealBallot: isRevealBallot,
  Show: isShow,
  StartTimer: isStartTimer,
  StopTimer: isStopTimer,
  DecideProposal: isDecideProposal,
  RewordProposal: isRewordProposal,
  RestoreProposal: isRestoreProposal,
  ConfigureModeration: isConfigureModeration,
  TrustParticipant: isTrustParticipant,
  MuteParticipant: isMuteParticipant,
  MergeProposal: isMergeProposal,
  UnmergeProposal: isUnmergeProposal,
  LeaveMerge: isLeaveMerge,
  Mark: isMark,
  RecordPaper: isRecordPaper,
  Refusal: isRefusal,
  Answer: isAnswer,
  DecisionRecord: isDecisionRecord,
  Proposal: isProposal,
  Wording: isWording,
  Comment: isComment,
  Ballot: isBallot,
  Reopening: isReopening,
  Standing: isStanding,
  Tally: isTally,
  CollegeCount: isCollegeCount,
  OwnChoice: isOwnChoice,
  OwnPart: isOwnPart,
  Yours: isYours,
  Welcome: isWelcome,
  State: isState,
  Rejected: isRejected,
  Pong: isPong,
  Likeness: isLikeness,
  Similar: isSimilar,
  FromServer: isFromServer,
  Change: isChange,
  BoardChange: isBoardChange,
  PhaseChange: isPhaseChange,
  ParticipantsChange: isParticipantsChange,
  PresenceChange: isPresenceChange,
  HeldClaim: isHeldClaim,
  ClaimsChange: isClaimsChange,
  ScreenChange: isScreenChange,
  TimerChange: isTimerChange,
  ProposalChange: isProposalChange,
  ProposalGoneChange: isProposalGoneChange,
  CommentChange: isCommentChange,
  CommentGoneChange: isCommentGoneChange,
  BallotChange: isBallotChange,
  TurnoutChange: isTurnoutChange,
  TallyChange: isTallyChange,
  RankingChange: isRankingChange,
  CreateBoard: isCreateBoard,
  BoardCreated: isBoardCreated,
  JoinBoard: isJoinBoard,
  Joined: isJoined,
  BoardCard: isBoardCard,
  IssueBadges: isIssueBadges,
  BadgesIssued: isBadgesIssued,
  Trace: isTrace,
  BadgeTrail: isBadgeTrail,
  HelperIssued: isHelperIssued,
  HelperEntry: isHelperEntry,
  Helpers: isHelpers,
  Problem: isProblem,
} as const;
